import type { EvalRun } from "../../domain/eval.ts";
import { compareMatched, type EvalComparison } from "./compare.ts";
import { matchCases, type StoredEval } from "./pairs.ts";
import { points } from "./words.ts";

/** What a gate holds a change to. */
export interface GatePolicy {
  /** How much worse head may be before a warning, as a share of the cases: 0.05 is five percentage points. */
  readonly margin: number;
  /**
   * In the replay tier nothing is left to chance, so a case that passed every time and now fails is broken, however few
   * they are: it blocks. Off: only a difference that is shown blocks, as in the live tier.
   */
  readonly exactReplay: boolean;
}

export const DEFAULT_GATE: GatePolicy = { margin: 0.05, exactReplay: true };

export const GATE_RULES = [
  "no-cases",
  "errored",
  "missing",
  "skipped",
  "broken",
  "regression",
  "margin",
  "tier",
  "new",
] as const;
export type GateRule = (typeof GATE_RULES)[number];

/** One thing that a gate found. `note` decides nothing. */
export interface GateFinding {
  readonly level: "block" | "warn" | "note";
  readonly rule: GateRule;
  /** One sentence. */
  readonly message: string;
  /** Names of the cases that it is about. */
  readonly cases: readonly string[];
}

export interface GateVerdict {
  readonly verdict: "pass" | "warn" | "block";
  readonly findings: readonly GateFinding[];
  readonly policy: GatePolicy;
  readonly comparison: EvalComparison;
}

/**
 * Whether head may follow base: non-inferiority, not eyeballing. It blocks on a difference whose whole interval is below
 * zero, on cases that errored or are missing, and in the replay tier on any case that broke; it warns where the interval
 * does not rule out a loss of more than the margin. `resamples` as in `compareRuns`.
 */
export function gate(
  base: StoredEval,
  head: StoredEval,
  policy: GatePolicy = DEFAULT_GATE,
  resamples?: number,
): GateVerdict {
  const matched = matchCases(base.results, head.results);
  const comparison = compareMatched(base.run, head.run, matched, resamples);
  const findings = [
    ...noCases(comparison),
    ...undecided(comparison),
    ...broken(comparison, policy),
    ...regression(comparison, policy),
    ...tiers(comparison, policy),
    ...added(comparison, matched.onlyHead.filter(({ value }) => value !== undefined && value < 1).length),
  ];
  const has = (level: GateFinding["level"]): boolean => findings.some((finding) => finding.level === level);
  return { verdict: has("block") ? "block" : has("warn") ? "warn" : "pass", findings, policy, comparison };
}

function noCases({ n }: EvalComparison): GateFinding[] {
  if (n > 0) return [];
  return [
    { level: "block", rule: "no-cases", message: "No case was decided in both runs: nothing is shown.", cases: [] },
  ];
}

function undecided({ leftOut }: EvalComparison): GateFinding[] {
  const found = (rule: GateRule, cases: readonly string[], message: string): GateFinding[] =>
    cases.length === 0 ? [] : [{ level: "block", rule, message: `${count(cases.length)} ${message}`, cases }];
  return [
    ...found("errored", leftOut.errored, "ended in an error in head, so they were not decided."),
    ...found("missing", leftOut.onlyBase, "of base are missing in head."),
    ...found("skipped", leftOut.skipped, "were decided in base and skipped in head: a tool is missing."),
  ];
}

function broken({ base, head, broken: flips }: EvalComparison, { exactReplay }: GatePolicy): GateFinding[] {
  const steady = flips.filter(({ flaky }) => !flaky);
  if (!exactReplay || !isReplay(base, head) || steady.length === 0) return [];
  return [
    {
      level: "block",
      rule: "broken",
      message: `${count(steady.length)} passed in base and failed in head, in replay, where nothing is left to chance.`,
      cases: steady.map(({ name }) => name),
    },
  ];
}

function tiers({ base, head, n }: EvalComparison, { exactReplay }: GatePolicy): GateFinding[] {
  if (n === 0 || !exactReplay || base.tier === head.tier) return [];
  const message = `Base ran in the ${base.tier} tier and head in the ${head.tier} tier: a case that broke does not block by itself.`;
  return [{ level: "note", rule: "tier", message, cases: [] }];
}

function isReplay(...runs: readonly EvalRun[]): boolean {
  return runs.every(({ tier }) => tier === "replay");
}

function regression(comparison: EvalComparison, { margin, exactReplay }: GatePolicy): GateFinding[] {
  const { difference, n, same, base, head } = comparison;
  // where nothing is left to chance and nothing flipped, few cases are no reason to doubt
  if (n === 0 || (exactReplay && isReplay(base, head) && same === n)) return [];
  const interval = `${points(difference.low)} to ${points(difference.high)}`;
  if (difference.high < 0)
    return [
      {
        level: "block",
        rule: "regression",
        message: `Head is worse: the whole interval (${interval}) is below zero.`,
        cases: [],
      },
    ];
  if (difference.low >= -margin) return [];
  const message = `A loss of more than ${points(margin)} is not ruled out (${interval}): ${count(n)} are too few, or head is worse.`;
  return [{ level: "warn", rule: "margin", message, cases: [] }];
}

function added({ leftOut: { onlyHead } }: EvalComparison, failing: number): GateFinding[] {
  if (onlyHead.length === 0) return [];
  const message = `${count(onlyHead.length)} are new in head and not compared${failing > 0 ? `; ${failing} of them failed` : ""}.`;
  return [{ level: "note", rule: "new", message, cases: onlyHead }];
}

function count(cases: number): string {
  return cases === 1 ? "1 case" : `${cases} cases`;
}
