import { openStore } from "../../../src/adapters/stores/open.ts";
import { thisPlace } from "../../../src/adapters/stores/place.ts";
import { createRecorder } from "../../../src/trace/recorder.ts";
import { redactor } from "../../../src/trace/redact.ts";
import { twoRepairs } from "./sample.ts";

/** Records repairs until it is killed, and prints a line for each attempt that has started. The last one never ends. */
const [, , file = ""] = process.argv;
const store = await openStore({ kind: "sqlite", file }, { now: Date.now });
const recorder = createRecorder({
  store,
  redactor: redactor(),
  clock: { now: Date.now },
  place: thisPlace(),
  warn: (message) => console.error(message),
});
const { run } = twoRepairs();
recorder.runStarted({ ...run, startedAt: Date.now() });
for (let at = 0; ; at += 1) {
  const [one] = twoRepairs(`r${at}-`).repairs;
  const [first] = one?.attempts ?? [];
  if (!one || !first) break;
  recorder.repairStarted({ ...one.repair, runId: run.id });
  recorder.attemptStarted({ ...first.start, runId: run.id });
  console.log(first.start.id);
  await new Promise((resolve) => setTimeout(resolve, 20));
  if (at % 7 === 6) continue;
  recorder.attemptEnded(first.start.id, first.end);
  recorder.repairEnded(one.repair.id, one.end);
}
