import { sha256 } from "../../domain/digest.ts";
import type { Judgement, Verdict } from "../../domain/judge.ts";
import { mcnemarMidP } from "../../domain/statistics.ts";
import { firstVerdicts } from "./calibrate.ts";

const ANCHORS = 50;
/** Traces.md, 5, P9. */
const ALARM_P = 0.01;
/** How a judge's words on the anchors differ from what it said when it was calibrated. */
export interface Drift {
  readonly n: number;
  /** Passed then, fails now. */
  readonly stricter: number;
  /** Failed then, passes now. */
  readonly milder: number;
  /** McNemar, mid-p, two-sided. */
  readonly p: number;
  readonly alarm: boolean;
  /** When anchors were last judged: milliseconds since the epoch, UTC. */
  readonly at: number;
}

/** The attempts that are judged again every week: always the same ones, chosen by their hash. */
export function anchorsOf(judgements: readonly Judgement[]): string[] {
  const judged = [...firstVerdicts(judgements).keys()];
  return judged.sort((a, b) => (sha256(a) < sha256(b) ? -1 : 1)).slice(0, ANCHORS);
}

/** Undefined as long as no anchor was judged again. */
export function driftOf(judgements: readonly Judgement[]): Drift | undefined {
  const then = firstVerdicts(judgements);
  const latest = new Map<string, { verdict: Verdict; at: number }>();
  for (const { purpose, attemptId, verdict, at } of judgements)
    if (purpose === "anchor" && then.has(attemptId)) latest.set(attemptId, { verdict, at });
  if (latest.size === 0) return undefined;
  const flips = (before: Verdict, now: Verdict): number =>
    [...latest].filter(([id, { verdict }]) => then.get(id) === before && verdict === now).length;
  const [stricter, milder] = [flips("pass", "fail"), flips("fail", "pass")];
  const p = mcnemarMidP(milder, stricter);
  const at = Math.max(...[...latest.values()].map((each) => each.at));
  return { n: latest.size, stricter, milder, p, alarm: p < ALARM_P, at };
}
