import { systemClock } from "../../adapters/system/clock.ts";
import { PatchProError } from "../../domain/errors.ts";
import { evalCounts } from "../../domain/eval-counts.ts";
import { ulidMaker } from "../../domain/ulid.ts";
import { readSuite } from "../../eval/cases/load.ts";
import { measureJudge } from "../../eval/judge/measure.ts";
import type { TraceStore } from "../../ports/store.ts";
import { failureFor } from "../../server/answer.ts";
import type { JobOrder, JobResult, MadeCase, SuiteAnswer } from "../../server/job-api.ts";
import type { JobLine } from "../../server/jobs.ts";
import type { PageWork } from "../../server/tools.ts";
import { addCase } from "../loop/add-case.ts";
import { runEvals } from "../loop/run-evals.ts";
import { openSuite } from "./evals.ts";
import { belowRoot, type PageDesk } from "./page-desk.ts";
import { exportForPage } from "./page-export.ts";

/** The suite whose cases the page makes and runs. */
const SUITE = "cases";

type Order<Kind extends JobOrder["kind"]> = Extract<JobOrder, { kind: Kind }>;

/** The page's work, done as the commands do it. `settled` resolves when nothing is being worked on. */
export function pageWork(
  desk: PageDesk,
  judgements: TraceStore["judgements"],
): PageWork & { settled(): Promise<unknown> } {
  let last: Promise<unknown> = Promise.resolve();
  return {
    suite: () => suiteOf(desk.root),
    doJob(order, line) {
      const doing = start(order, line, desk, judgements);
      last = doing.catch(() => undefined);
      return doing;
    },
    settled: () => last,
  };
}

async function start(
  order: JobOrder,
  line: JobLine,
  { root, config, context }: PageDesk,
  judgements: TraceStore["judgements"],
): Promise<JobResult> {
  const desk = { root, config, context: { ...context, signal: AbortSignal.any([context.signal, line.signal]) } };
  if (order.kind === "calibrate") return calibrate(order, judgements);
  if (order.kind === "case") return makeCases(order, line, desk);
  return order.kind === "evals" ? evals(order, line, desk) : exportForPage(order, desk);
}

async function calibrate({ judgeId }: Order<"calibrate">, judgements: TraceStore["judgements"]): Promise<JobResult> {
  const judge = (await judgements.judges()).find(({ id }) => id === judgeId);
  if (!judge) throw new PatchProError("input", `there is no judge ${judgeId}`, "Load the page again.");
  const now = systemClock.now();
  const { calibration, labels } = await measureJudge(judgements, judge, { now, id: ulidMaker()(now) });
  const { grade, claim } = calibration.report;
  return { kind: "calibrate", judgeId, labels, grade, claim };
}

/** One that cannot be made is said beside the others; if it is the only one, it is the job's failure. */
async function makeCases({ ids }: Order<"case">, line: JobLine, desk: PageDesk): Promise<JobResult> {
  const cases: MadeCase[] = [];
  for (const id of ids) {
    line.signal.throwIfAborted();
    line.progress({ done: cases.length, of: ids.length });
    try {
      cases.push(await makeCase(id, desk));
    } catch (error) {
      line.signal.throwIfAborted();
      if (ids.length === 1 || !(error instanceof PatchProError)) throw error;
      cases.push({ id, made: false, ...failureFor(error) });
    }
  }
  return { kind: "case", cases };
}

async function makeCase(id: string, { root, config, context }: PageDesk): Promise<MadeCase> {
  const { name, folder, expects, passes, said } = await addCase({ id, suite: SUITE }, root, config, context);
  return { id, made: true, name, folder: belowRoot(root, folder), expects, passes, said };
}

async function evals({ family }: Order<"evals">, line: JobLine, desk: PageDesk): Promise<JobResult> {
  const order = { names: [], suite: SUITE, family, tier: "replay" as const, repeat: 1, record: true };
  let done = 0;
  const told = (_: unknown, of: number): void => {
    done += 1;
    line.progress({ done, of });
  };
  const { run, results, problems } = await runEvals(order, desk.root, desk.config, desk.context, told);
  return { kind: "evals", runId: run.id, suite: run.suite, counts: evalCounts(results), problems };
}

async function suiteOf(root: string): Promise<SuiteAnswer> {
  const { heads } = await readSuite(openSuite(root, SUITE));
  const families = [...Map.groupBy(heads, ({ spec }) => spec.family)]
    .map(([name, own]) => ({ name, cases: own.length }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return { cases: heads.length, families };
}
