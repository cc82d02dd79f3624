import type { EvalCounts, EvalResult, EvalSlices } from "./eval.ts";
import { type ClusteredRate, clusteredRate } from "./statistics.ts";

/** One case under one variant: all of its repetitions together. */
export interface CaseOutcome {
  readonly caseId: string;
  readonly name: string;
  readonly group: string;
  readonly variant: string;
  /** Share of decided repetitions that passed, 0 to 1; undefined if none was decided. */
  readonly value: number | undefined;
  /** Repetitions by how they ended. */
  readonly passed: number;
  readonly failed: number;
  readonly errored: number;
  readonly skipped: number;
  readonly slices: EvalSlices;
  /** Mean of the repetitions that say; undefined if none does. Whole cases cost this, in millionths of a US dollar. */
  readonly costMicroUsd: number | undefined;
  readonly tokens: number | undefined;
  /** Milliseconds, mean of the repetitions. */
  readonly wallMs: number;
  /** Of the first repetition that did not pass. */
  readonly reason: string | undefined;
}

/** Whether repetitions of a case were decided differently. */
export function isFlaky({ passed, failed }: CaseOutcome): boolean {
  return passed > 0 && failed > 0;
}

/** The results of a run by case and variant, in the order of their first result. */
export function caseOutcomes(results: readonly EvalResult[]): CaseOutcome[] {
  return [...Map.groupBy(results, ({ caseId, variant }) => JSON.stringify([caseId, variant])).values()].map(outcomeOf);
}

function outcomeOf(repetitions: readonly EvalResult[]): CaseOutcome {
  const [first] = repetitions;
  if (!first) throw new RangeError("a case without results");
  const ended = (status: EvalResult["status"]): number => repetitions.filter((each) => each.status === status).length;
  const [passed, failed] = [ended("passed"), ended("failed")];
  const { caseId, name, group, variant, slices } = first;
  return {
    caseId,
    name,
    group,
    variant,
    value: passed + failed === 0 ? undefined : passed / (passed + failed),
    passed,
    failed,
    errored: ended("errored"),
    skipped: ended("skipped"),
    slices,
    costMicroUsd: mean(repetitions.map((each) => each.costMicroUsd)),
    tokens: mean(repetitions.map((each) => each.tokens)),
    wallMs: mean(repetitions.map((each) => each.wallMs)) ?? 0,
    reason: repetitions.find(({ status }) => status !== "passed")?.reason,
  };
}

function mean(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((each) => each !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, each) => sum + each, 0) / known.length;
}

/**
 * How a run's results add up: `passed + failed + errored + skipped = cases`. A case that was decided at least once counts as
 * the mean of what was decided; tokens and money are those of all repetitions.
 */
export function evalCounts(results: readonly EvalResult[]): EvalCounts {
  const outcomes = caseOutcomes(results);
  const decided = outcomes.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const passed = decided.reduce((sum, value) => sum + value, 0);
  const undecided = outcomes.filter(({ value }) => value === undefined);
  return {
    cases: outcomes.length,
    passed,
    failed: decided.length - passed,
    errored: undecided.filter(({ errored }) => errored > 0).length,
    skipped: undecided.filter(({ errored }) => errored === 0).length,
    flaky: outcomes.filter(isFlaky).length,
    tokens: results.reduce((sum, { tokens }) => sum + (tokens ?? 0), 0),
    costMicroUsd: results.reduce((sum, { costMicroUsd }) => sum + (costMicroUsd ?? 0), 0),
  };
}

/** Of the decided cases those that passed, each as the mean of its repetitions, with a 95 % interval clustered by group. */
export function passRate(outcomes: readonly CaseOutcome[]): ClusteredRate {
  return clusteredRate(outcomes.flatMap(({ value, group }) => (value === undefined ? [] : [{ value, group }])));
}
