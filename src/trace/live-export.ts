import { messageOf } from "../domain/errors.ts";
import type { RepairTrace } from "../domain/trace.ts";
import type { Clock } from "../ports/clock.ts";
import type { Recorder } from "../ports/recorder.ts";
import type { TraceStore } from "../ports/store.ts";
import { otlpExport } from "./otlp/export.ts";
import type { OtlpOptions } from "./otlp/options.ts";
import type { TraceExport } from "./otlp/protocol.ts";

export interface LiveExport {
  readonly store: Pick<TraceStore, "repair">;
  readonly options: OtlpOptions;
  /** Sends one request; gives a sentence if it was not taken. Ends soon after the signal, without throwing. */
  readonly send: (request: TraceExport, signal: AbortSignal) => Promise<string | undefined>;
  readonly clock: Pick<Clock, "sleep">;
  readonly warn: (message: string) => void;
}

const AT_ONCE = 50;
const EVERY_MS = 5000;
/** How long the end of a run waits for a collector that is slow. */
const PATIENCE_MS = 3000;

/**
 * A recorder that also exports repairs as they end, one trace each. What is sent is read back from the store: redacted, and
 * the same as a later export of it. A collector that refuses, or is slow, is told of once and never stops a run.
 */
export function withLiveExport(recorder: Recorder, live: LiveExport): Recorder {
  const ended: string[] = [];
  const gaveUp = new AbortController();
  let sending: Promise<void> = Promise.resolve();
  let closing = false;
  let warned = false;

  const missed = (why: string): void => {
    if (!warned)
      live.warn(`Traces are not exported: ${why}. They are in the store; \`patchpro traces export\` sends them later.`);
    warned = true;
  };
  const sendAll = async (): Promise<void> => {
    const unwritten: string[] = [];
    while (ended.length > 0 && !gaveUp.signal.aborted) {
      const traces: RepairTrace[] = [];
      for (const id of ended.splice(0, AT_ONCE)) {
        const trace = await live.store.repair(id);
        // The recorder writes a moment after it was told.
        if (trace?.repair.status === undefined && !closing) unwritten.push(id);
        else if (trace) traces.push(trace);
      }
      const problem = traces.length > 0 ? await live.send(otlpExport(traces, live.options), gaveUp.signal) : undefined;
      if (problem !== undefined && !gaveUp.signal.aborted) missed(problem);
    }
    ended.push(...unwritten);
  };
  const later = (): void => {
    sending = sending.then(sendAll).catch((error: unknown) => missed(messageOf(error)));
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
      closing = true;
      later();
      const done = new AbortController();
      const patience = live.clock.sleep(PATIENCE_MS, done.signal).then(
        () => {
          gaveUp.abort();
          missed("the collector is too slow");
        },
        () => undefined,
      );
      await sending;
      done.abort();
      await patience;
    },
  };
}
