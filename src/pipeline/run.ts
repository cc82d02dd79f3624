import { messageOf, PatchProError } from "../domain/errors.ts";
import type { RoutingPolicy } from "../domain/policy.ts";
import type { RunEvent, RunResult } from "../domain/run.ts";
import type { CodemodOffers } from "../fix/codemod/offer.ts";
import { type Plan, planWork } from "../plan/plan.ts";
import { type CollectOrder, collect } from "./collect.ts";
import { combine } from "./combine.ts";
import { outcomesOf } from "./conclude.ts";
import { repairWithModel } from "./model/repair-files.ts";
import type { ModelTools } from "./model/tools.ts";
import type { Repair, RepairTools } from "./repair.ts";
import { fixRounds } from "./rounds.ts";
import { askCodemods, askNative } from "./sources.ts";
import { beginRepair, readTexts, survey } from "./survey.ts";
import { NOTHING_SPENT, type Spending, tally } from "./tally.ts";
import type { TestCommand } from "./test-rung.ts";

/** What is to be done. */
export interface RunOrder extends CollectOrder {
  readonly runId: string;
  readonly policy: RoutingPolicy;
}

/** What it is done with; adapters come from `cli/wire.ts`. */
export interface RunTools extends RepairTools {
  readonly toolVersion: string;
  readonly changedSince?: (revision: string, path: string) => Promise<boolean | undefined>;
  readonly tests?: TestCommand;
  /** Undefined where codemods are not among the sources. */
  readonly codemods?: CodemodOffers;
  /** Undefined where no model is configured. */
  readonly model?: ModelTools;
  readonly emit: (event: RunEvent) => void;
}

/**
 * Findings in, proved patches out: collect, plan, fix and verify in rounds, report. Nothing in the repository is changed.
 * A run that is interrupted, or whose tools fail half-way, ends with what was settled until then.
 */
export async function run(order: RunOrder, tools: RunTools): Promise<RunResult> {
  const startedAt = tools.ladder.now();
  const { emit } = tools;

  emit({
    kind: "stage",
    stage: "collect",
    detail: order.reports
      ? "from the reports that were given"
      : `asking ${tools.ladder.analyzers.map(({ name }) => name).join(", ") || "no analyzer"}`,
  });
  const collected =
    (await unlessInterrupted(
      () => collect(order, { ...tools.ladder, ...(tools.changedSince && { changedSince: tools.changedSince }) }),
      tools,
    )) ?? NOTHING_COLLECTED;

  const plan = planWork(collected.findings, order.policy);
  emit({
    kind: "stage",
    stage: "plan",
    detail: `${plan.routes.size} of ${plan.findings.length} findings to work on, in ${plan.paths.length} files`,
  });

  const surveyed = await unlessInterrupted(
    async () => survey(plan.routes.keys(), await readTexts(plan, tools), tools),
    tools,
  );
  const repair = surveyed ?? beginRepair(new Map(), new Map());
  emit({ kind: "stage", stage: "fix", detail: "trying fixes, cheapest first; proving each" });
  const { stopped, spent } = surveyed
    ? await fixAndVerify(plan, repair, order, tools)
    : { stopped: INTERRUPTED, spent: NOTHING_SPENT };

  emit({
    kind: "stage",
    stage: "report",
    detail: `${repair.accepted.length} patches; applying all of them together once`,
  });
  const combined = await combine(repair, tools);

  return {
    runId: order.runId,
    root: tools.ladder.workspace.root,
    startedAt,
    wallMs: tools.ladder.now() - startedAt,
    toolVersion: tools.toolVersion,
    findings: outcomesOf(plan, repair, order.policy.unsafe, stopped),
    patches: repair.accepted,
    ...combined,
    ...tally(repair, spent),
    notices: [...collected.notices, ...repair.notices],
    ...(stopped && { stopped }),
  };
}

const INTERRUPTED = { why: "interrupted", detail: "the run was interrupted" } as const;
const NOTHING_COLLECTED = { findings: [], notices: ["the run was interrupted before all findings were read"] };

/** What the work gives; undefined if it was called off half-way. */
async function unlessInterrupted<T>(work: () => Promise<T>, { ladder: { signal } }: RunTools): Promise<T | undefined> {
  if (signal?.aborted) return undefined;
  try {
    return await work();
  } catch (error) {
    if (signal?.aborted) return undefined;
    throw error;
  }
}

/** Lets each source work on what the ones before it left open. */
async function fixAndVerify(
  plan: Plan,
  repair: Repair,
  { policy }: RunOrder,
  tools: RunTools,
): Promise<{ stopped: RunResult["stopped"]; spent: Spending }> {
  let spent = NOTHING_SPENT;
  try {
    for (const turn of policy.sources.keys()) {
      for (const source of policy.sources) {
        const findings = new Set(
          [...plan.routes].filter(([, route]) => route[turn] === source).map(([finding]) => finding),
        );
        if (source === "native") await fixRounds(repair, findings, askNative, tools);
        if (source === "codemod" && tools.codemods)
          await fixRounds(repair, findings, askCodemods(tools.codemods), tools);
        if (source !== "model" || !tools.model) continue;
        const stopped = await repairWithModel(repair, findings, tools.model, (sum) => (spent = sum));
        if (stopped) return { stopped, spent };
      }
    }
    return { stopped: undefined, spent };
  } catch (error) {
    if (tools.ladder.signal?.aborted) return { stopped: INTERRUPTED, spent };
    if (error instanceof PatchProError && repair.accepted.length > 0)
      return { stopped: { why: "outside-failed", detail: messageOf(error) }, spent };
    throw error;
  }
}
