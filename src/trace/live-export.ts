import type { RepairTrace } from "../domain/trace.ts";
import type { Recorder } from "../ports/recorder.ts";
import type { TraceStore } from "../ports/store.ts";
import { otlpExport } from "./otlp/export.ts";
import type { OtlpOptions } from "./otlp/options.ts";
import type { TraceExport } from "./otlp/protocol.ts";

export interface LiveExport {
  readonly store: Pick<TraceStore, "repair">;
  readonly options: OtlpOptions;
  /** Sends one request; gives a sentence if it was not taken. */
  readonly send: (request: TraceExport) => Promise<string | undefined>;
  readonly warn: (message: string) => void;
}

const AT_ONCE = 50;
const EVERY_MS = 5000;

/**
 * A recorder that also exports repairs as they end. What is sent is read back from the store: redacted, and the same as a
 * later export of it.
 */
export function withLiveExport(recorder: Recorder, live: LiveExport): Recorder {
  const ended: string[] = [];
  let sending: Promise<void> = Promise.resolve();
  let warned = false;

  const sendAll = async (): Promise<void> => {
    while (ended.length > 0) {
      const traces: RepairTrace[] = [];
      for (const id of ended.splice(0, AT_ONCE)) {
        const trace = await live.store.repair(id);
        if (trace) traces.push(trace);
      }
      const problem = traces.length > 0 ? await live.send(otlpExport(traces, live.options)) : undefined;
      if (problem !== undefined && !warned)
        live.warn(`Traces are not exported: ${problem}. They are in the store; export them later.`);
      warned ||= problem !== undefined;
    }
  };
  const later = (): void => {
    sending = sending.then(sendAll).catch((error: unknown) => live.warn(`Traces are not exported: ${String(error)}`));
  };
  const timer = setInterval(later, EVERY_MS);
  timer.unref();

  return {
    ...recorder,
    repairEnded: (repairId, end) => {
      recorder.repairEnded(repairId, end);
      ended.push(repairId);
    },
    close: async () => {
      clearInterval(timer);
      await recorder.close();
      later();
      await sending;
    },
  };
}
