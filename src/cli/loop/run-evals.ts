import type { Config } from "../../config/config.ts";
import type { EvalResult, EvalRun, EvalTier } from "../../domain/eval.ts";
import type { Strategy } from "../../domain/outcome.ts";
import type { EvalCase } from "../../eval/cases/case.ts";
import { readCase, readSuite, type SuiteFolder } from "../../eval/cases/load.ts";
import { type CaseProblem, problemText } from "../../eval/cases/problem.ts";
import { nameFilter, selectCases } from "../../eval/cases/select.ts";
import { type Purse, purse } from "../../eval/run/purse.ts";
import { runCases } from "../../eval/run/run-cases.ts";
import type { LiveModels } from "../../eval/run/workplace.ts";
import type { CommandContext } from "../context.ts";
import { liveModels, openGround, openSuite, stateOfRepository } from "../wire/evals.ts";
import { openTraces } from "../wire.ts";

/** Repositories at once: while one waits for git or a test, another is worked on. Two cores are busy with four. */
const AT_ONCE = 4;

/** Which cases are run, and how. */
export interface EvalsOrder {
  /** Names or globs; all if empty. */
  readonly names: readonly string[];
  /** A folder below `evals/`. */
  readonly suite: string;
  readonly family?: string | undefined;
  readonly tier: EvalTier;
  /** For all cases, in place of their own. */
  readonly strategy?: "auto" | Strategy | undefined;
  readonly repeat: number;
  /** US dollars, over all cases. */
  readonly budgetUsd?: number | undefined;
  /** Whether the run is kept in the store. */
  readonly record: boolean;
}

/** What a run came to. */
export interface EvalsEnd {
  readonly run: EvalRun;
  readonly results: readonly EvalResult[];
  /** Cases that are broken, one sentence each. */
  readonly problems: readonly string[];
  /** Names of cases whose description does not fit what their analyzer reports. */
  readonly unusable: readonly string[];
  readonly budgetIsEmpty: boolean;
}

/**
 * Runs cases of a repository through the whole pipeline. `told`: after each result, with how many there will be. A run that is
 * stopped by the context's signal throws, and is not kept. Throws `PatchProError`.
 */
export async function runEvals(
  order: EvalsOrder,
  root: string,
  config: Config,
  context: CommandContext,
  told: (result: EvalResult, total: number) => void,
): Promise<EvalsEnd> {
  const { suite, tier, strategy, repeat, budgetUsd } = order;
  const startedAt = Date.now();
  const { cases, problems } = await casesOf(order, openSuite(root, suite));
  const ground = openGround(root, config, context);
  try {
    const allowance = budgetUsd === undefined ? undefined : purse(budgetUsd);
    const live = tier === "live" ? guarded(await liveModels(root, config, context), allowance) : undefined;
    const ended = await runCases(cases, {
      ground,
      strategy,
      repetitions: repeat,
      live,
      signal: context.signal,
      atOnce: AT_ONCE,
      onResult: (result) => told(result, cases.length * repeat),
    });
    // The last cases may have ended as errors because they were stopped: that says nothing of them.
    context.signal.throwIfAborted();
    const run: EvalRun = {
      id: ground.newId(),
      suite: suiteName(order),
      tier,
      at: startedAt,
      ...(await stateOfRepository(root, context)),
      toolVersion: context.toolVersion,
      prompts: ended.prompts,
      models: live ? live.chain.map(({ name }) => name) : [],
      strategy: strategy ?? "auto",
      repetitions: repeat,
      wallMs: Date.now() - startedAt,
    };
    if (order.record) await keep(root, config, run, ended.results);
    return {
      run,
      results: ended.results,
      problems: problems.map(problemText),
      unusable: ended.unusable,
      budgetIsEmpty: allowance?.isEmpty() ?? false,
    };
  } finally {
    await ground.close();
  }
}

async function casesOf(
  { names, family }: EvalsOrder,
  folder: SuiteFolder,
): Promise<{ cases: readonly EvalCase[]; problems: readonly CaseProblem[] }> {
  const suite = await readSuite(folder, nameFilter(names));
  const problems = [...suite.problems];
  if (suite.heads.length === 0 && problems.length > 0) return { cases: [], problems };
  const cases: EvalCase[] = [];
  for (const head of selectCases(suite.heads, { names, ...(family !== undefined && { family }) })) {
    const kase = await readCase(head, folder);
    if ("problems" in kase) problems.push(...kase.problems);
    else cases.push(kase);
  }
  return { cases, problems };
}

/** Part of a suite is filed under another name, so that nobody takes it for the whole. */
function suiteName({ names, suite, family }: EvalsOrder): string {
  if (names.length > 0) return `${suite}/some`;
  return family === undefined ? suite : `${suite}/${family}`;
}

function guarded(live: LiveModels, allowance: Purse | undefined): LiveModels {
  return allowance ? { ...live, chain: live.chain.map((provider) => allowance.guard(provider)) } : live;
}

async function keep(root: string, config: Config, run: EvalRun, results: readonly EvalResult[]): Promise<void> {
  const store = await openTraces(root, config);
  try {
    await store.evals.add(run, results);
  } finally {
    await store.close();
  }
}
