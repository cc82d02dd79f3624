import type { TraceStore } from "../../src/ports/store.ts";
import { createRecorder } from "../../src/trace/recorder.ts";
import { redactor } from "../../src/trace/redact.ts";
import { type ScriptedRepair, scriptedRepairs, scriptedRun } from "./corpus.ts";

export interface Ingested {
  readonly repairs: number;
  readonly attempts: number;
  readonly someRepair: string;
  /** A word that stands in one prompt only. */
  readonly someTicket: string;
  /** Milliseconds of the run's own thread for each attempt, as the clock on the wall sees them. */
  readonly recorderMs?: number;
  /** Milliseconds of processor time for each attempt: what stays the same on a busy machine. */
  readonly processorMs?: number;
}

const REPAIRS_A_RUN = 250;

/** Records through the real recorder, redaction and all, run after run. */
export async function ingest(store: TraceStore, wanted: number): Promise<Ingested> {
  let [attempts, repairs, run, own, processor] = [0, 0, 0, 0, 0];
  let someRepair = "";
  while (attempts < wanted) {
    run += 1;
    const record = scriptedRun(run);
    const script = [...scriptedRepairs(record, REPAIRS_A_RUN, run)];
    const recorder = createRecorder({
      store,
      redactor: redactor({ values: ["sk-bench-0123456789abcdef"] }),
      clock: { now: Date.now },
      place: { host: "bench", pid: process.pid },
      warn: (message) => console.log(`  ! ${message}`),
    });
    const began = performance.now();
    const before = process.cpuUsage();
    recorder.runStarted(record);
    for (const repair of script) attempts += replay(recorder, repair);
    recorder.runEnded(record.id, { endedAt: record.startedAt + 1, status: "done" });
    if (store.dialect === "sqlite") await recorder.close();
    own += performance.now() - began;
    if (store.dialect !== "sqlite") await recorder.close();
    const used = process.cpuUsage(before);
    processor += (used.user + used.system) / 1000;
    repairs += script.length;
    someRepair = script[REPAIRS_A_RUN >> 1]?.repair.id ?? someRepair;
  }
  return {
    repairs,
    attempts,
    someRepair,
    someTicket: `ticket_${Math.ceil(run / 2)}_7_1`,
    recorderMs: own / attempts,
    processorMs: processor / attempts,
  };
}

function replay(recorder: ReturnType<typeof createRecorder>, { repair, attempts, end }: ScriptedRepair): number {
  recorder.repairStarted(repair);
  for (const attempt of attempts) {
    recorder.attemptStarted(attempt.start);
    recorder.attemptEnded(attempt.start.id, attempt.end);
  }
  recorder.repairEnded(repair.id, end);
  return attempts.length;
}
