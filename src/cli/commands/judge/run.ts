import { EXIT, PatchProError } from "../../../domain/errors.ts";
import type { Judge } from "../../../domain/judge.ts";
import { anchorsOf } from "../../../eval/judge/drift.ts";
import { renderRun } from "../../../eval/judge/render.ts";
import { type JudgeRun, runJudge } from "../../../eval/judge/run.ts";
import { standingOf } from "../../../eval/judge/standing.ts";
import type { TraceStore } from "../../../ports/store.ts";
import { readyJudge } from "../../wire/judges.ts";
import { type Desk, provedAttempts } from "./desk.ts";

/** `judge run`: lets a judge judge, and says what came of it. */
export async function runAction({ store, config, options, context, exit }: Desk): Promise<string> {
  const { judgements } = store;
  const criterion = options.criterion ?? "overall";
  const { judge, tools } = await readyJudge(config, context, judgements, { model: options.model?.[0], criterion });
  const attemptIds = options.anchors ? await anchors(store, judge) : await provedAttempts(store, options.query ?? "");
  const progress = (done: number, of: number): void => {
    if (!options.quiet && (done % 25 === 0 || done === of)) context.stderr(`judged ${done} of ${of}\n`);
  };
  const order = {
    judge,
    attemptIds,
    purpose: options.anchors ? ("anchor" as const) : ("run" as const),
    repeat: Math.max(1, options.repeat ?? 1),
    budgetUsd: options.budgetUsd,
    concurrency: config.model.concurrency,
  };
  const done = await runJudge(order, judgements, tools, progress);
  exit(exitOf(done));
  if (attemptIds.length === 0)
    return "There is nothing to judge: no recorded attempt under this query passed every check.\n";
  const [judges, calibrations, said] = await Promise.all([
    judgements.judges(),
    judgements.calibrations(),
    judgements.judgements(judge.id),
  ]);
  const standing = standingOf({ judge, judges, calibrations, judgements: said, now: Date.now() });
  return renderRun(done, standing.word);
}

async function anchors({ judgements }: TraceStore, { id }: Judge): Promise<string[]> {
  const found = anchorsOf(await judgements.judgements(id));
  if (found.length > 0) return found;
  throw new PatchProError("input", `the judge ${id} has judged nothing yet`, "Run it without --anchors first.");
}

function exitOf({ ended, left, calls }: JudgeRun): number {
  if (ended === "budget" && left > 0) return EXIT.budget;
  return calls.length > 0 && calls.every((call) => call.answeredBy === undefined) ? EXIT.outsideFailed : EXIT.done;
}
