import type { TraceRecord } from "../../src/domain/trace.ts";
import type { TraceStore } from "../../src/ports/store.ts";
import { attemptFacts } from "../../src/trace/facts.ts";
import { scriptedRepairs, scriptedRun } from "./corpus.ts";
import type { Ingested } from "./ingest.ts";

const REPAIRS_A_RUN = 1000;
const LONGEST_TEXT = 160;

/** Writes in large batches with short texts: a million rows for lists and searches, not for sizes. */
export async function ingestFast(store: TraceStore, wanted: number): Promise<Ingested> {
  let [attempts, repairs, run] = [0, 0, 0];
  let someRepair = "";
  while (attempts < wanted) {
    run += 1;
    const record = scriptedRun(run);
    const records: TraceRecord[] = [{ kind: "run", run: record, place: { host: "bench", pid: 0 } }];
    for (const { repair, attempts: tries, end } of scriptedRepairs(record, REPAIRS_A_RUN, run)) {
      records.push({ kind: "repair", repair });
      for (const { start, end: ended } of tries) {
        const attempt = { ...start, system: "Repair.", prompt: start.prompt.slice(-LONGEST_TEXT) };
        const short = { ...ended, reply: ended.reply?.slice(0, LONGEST_TEXT) ?? "", checks: [] };
        records.push({ kind: "attempt", attempt, redactions: 0 });
        records.push({ kind: "attempt-ended", attempt, end: short, facts: attemptFacts(short), redactions: 0 });
        attempts += 1;
      }
      records.push({ kind: "repair-ended", repairId: repair.id, end });
      repairs += 1;
      someRepair = repair.id;
    }
    records.push({ kind: "run-ended", runId: record.id, end: { endedAt: record.startedAt + 1, status: "done" } });
    await store.write(records);
  }
  return { repairs, attempts, someRepair, someTicket: `ticket_${Math.ceil(run / 2)}_7_1` };
}
