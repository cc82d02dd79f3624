import { z } from "zod";
import {
  EVAL_STATUSES,
  EVAL_TIERS,
  type EvalCounts,
  type EvalResult,
  type EvalRun,
  type EvalRunRow,
} from "../../../domain/eval.ts";
import { caseOutcomes, evalCounts, passRate } from "../../../domain/eval-counts.ts";
import { STRATEGIES } from "../../../domain/outcome.ts";
import { type Rate, wilson } from "../../../domain/statistics.ts";
import type { Value } from "../engine.ts";
import { given } from "../given.ts";
import { checkCode, checkName, source, strategy, words } from "../read/stored-words.ts";
import type { Row } from "../schema/tables.ts";

const tier = z.enum(EVAL_TIERS);
const status = z.enum(EVAL_STATUSES);
const runStrategy = z.enum(["auto", "native", ...STRATEGIES]);
const prompts = z.record(z.string(), z.number());
const counts = z.object({
  cases: z.number(),
  passed: z.number(),
  failed: z.number(),
  errored: z.number(),
  skipped: z.number(),
  flaky: z.number(),
  tokens: z.number(),
  costMicroUsd: z.number(),
});

/** A run with what its results add up to. Whole numbers of cases are rounded; `counts_json` has them as they are. */
export function evalRunRow(run: EvalRun, results: readonly EvalResult[]): Row<"test_runs"> {
  const sums = evalCounts(results);
  const rate = passRate(caseOutcomes(results));
  const decided = sums.passed + sums.failed;
  const passed = Math.round(sums.passed);
  const per = (total: number): number | null => (sums.cases === 0 ? null : total / sums.cases);
  return {
    id: run.id,
    run_id: null,
    suite: run.suite,
    timestamp: run.at,
    git_commit: run.commit ?? null,
    git_dirty: run.dirty === undefined ? null : Number(run.dirty),
    matrix_json: JSON.stringify([...new Set(results.map(({ variant }) => variant))]),
    repetitions: run.repetitions,
    total_tests: sums.cases,
    passed,
    failed: sums.cases - passed - sums.errored - sums.skipped,
    errored: sums.errored,
    skipped: sums.skipped,
    pass_rate: decided === 0 ? null : sums.passed / decided,
    avg_tokens: per(sums.tokens),
    avg_cost_usd_micro: per(sums.costMicroUsd),
    tier: run.tier,
    tool_version: run.toolVersion,
    prompts_json: JSON.stringify(run.prompts),
    models_json: JSON.stringify(run.models),
    strategy: run.strategy,
    seed: run.seed ?? null,
    wall_ms: Math.round(run.wallMs),
    note: run.note ?? null,
    counts_json: JSON.stringify(sums),
    rate_low: rate.low,
    rate_high: rate.high,
  };
}

/** A run as it is listed. Throws a ZodError for a row that no PatchPro wrote. */
export function evalRunOf(row: Row<"test_runs">): EvalRunRow {
  const sums = row.counts_json === null ? countsOfColumns(row) : counts.parse(JSON.parse(row.counts_json));
  return {
    id: row.id,
    suite: row.suite,
    tier: tier.parse(row.tier ?? "replay"),
    at: row.timestamp,
    ...given("commit", row.git_commit),
    ...given("dirty", row.git_dirty === null ? undefined : row.git_dirty === 1),
    toolVersion: row.tool_version ?? "",
    prompts: prompts.parse(JSON.parse(row.prompts_json ?? "{}")),
    models: words.parse(JSON.parse(row.models_json ?? "[]")),
    strategy: runStrategy.parse(row.strategy ?? "auto"),
    repetitions: row.repetitions,
    ...given("seed", row.seed),
    wallMs: row.wall_ms ?? 0,
    ...given("note", row.note),
    counts: sums,
    rate: rateOf(row, sums),
  };
}

function rateOf({ rate_low, rate_high }: Row<"test_runs">, { passed, failed }: EvalCounts): Rate {
  const plain = wilson(passed, passed + failed);
  return { ...plain, low: rate_low ?? plain.low, high: rate_high ?? plain.high };
}

function countsOfColumns(row: Row<"test_runs">): EvalCounts {
  return {
    cases: row.total_tests,
    passed: row.passed,
    failed: row.failed,
    errored: row.errored,
    skipped: row.skipped,
    flaky: 0,
    tokens: Math.round((row.avg_tokens ?? 0) * row.total_tests),
    costMicroUsd: Math.round((row.avg_cost_usd_micro ?? 0) * row.total_tests),
  };
}

export function evalResultRow(runId: string, result: EvalResult): Record<string, Value> & Row<"test_results"> {
  const { caseId, variant, repetition, slices } = result;
  return {
    id: [runId, caseId, variant, repetition].join("/"),
    run_id: runId,
    test_name: result.name,
    case_id: caseId,
    group_key: result.group,
    variant,
    repetition,
    passed: result.status === "passed" ? 1 : result.status === "failed" ? 0 : null,
    error_message: result.reason ?? null,
    error_code: result.code ?? null,
    attempt_id: result.attemptId ?? null,
    tokens_used: result.tokens ?? null,
    latency_ms: Math.round(result.wallMs),
    cost_usd_micro: result.costMicroUsd ?? null,
    status: result.status,
    check_name: result.check ?? null,
    attempts: result.attempts ?? null,
    rule_id: slices.rule,
    family: slices.family,
    language: slices.language,
    strategy: slices.strategy ?? null,
    source: slices.source ?? null,
    recipe: slices.recipe ?? null,
  };
}

export function evalResultOf(row: Row<"test_results">): EvalResult {
  const old = row.passed === null ? "errored" : row.passed === 1 ? "passed" : "failed";
  return {
    caseId: row.case_id,
    name: row.test_name,
    group: row.group_key ?? row.case_id,
    variant: row.variant,
    repetition: row.repetition,
    status: status.parse(row.status ?? old),
    ...given("reason", row.error_message),
    ...given("check", checkName.nullable().parse(row.check_name)),
    ...given("code", checkCode.parse(row.error_code ?? undefined)),
    ...given("attemptId", row.attempt_id),
    ...given("attempts", row.attempts),
    ...given("tokens", row.tokens_used),
    ...given("costMicroUsd", row.cost_usd_micro),
    wallMs: row.latency_ms ?? 0,
    slices: {
      rule: row.rule_id ?? "",
      family: row.family ?? "",
      language: row.language ?? "",
      ...given("strategy", strategy.nullable().parse(row.strategy)),
      ...given("source", source.nullable().parse(row.source)),
      ...given("recipe", row.recipe),
    },
  };
}
