import type { CheckResult } from "../domain/check.ts";
import type { Verdict } from "../domain/judge.ts";
import { failed, type Judgement, passed, skipped } from "./check.ts";

/** What a judge said of one patch, and what its word is worth. */
export interface JudgeOpinion {
  readonly judgeId: string;
  /** As configured: `provider:name`. */
  readonly model: string;
  /** Undefined: it gave none; `reason` says why. */
  readonly verdict?: Verdict;
  readonly critique?: string;
  readonly reason?: string;
  /** It is trusted, its calibration holds, and the configuration requires its word. */
  readonly gates: boolean;
  /** Why it gates or does not, one sentence. */
  readonly standing: string;
}

/**
 * Rung 8: a judge's word on a patch that climbed all other rungs, `below`. It can only refuse: where a rung below failed,
 * the judge's word changes nothing. A judge that does not gate is written down and refuses nothing.
 */
export function judged(below: readonly CheckResult[], opinion: JudgeOpinion): Judgement {
  const { judgeId, model, verdict, critique = "", reason, gates, standing } = opinion;
  const evidence = { judge: judgeId, model, verdict: verdict ?? null, critique, gates, standing };
  const broken = below.find(({ status }) => status === "fail");
  if (broken) return skipped(`The check \`${broken.name}\` failed: a judge cannot overrule it.`, evidence);
  if (verdict === undefined) return skipped(`The judge gave no verdict: ${reason ?? "it did not answer"}`, evidence);
  if (!gates) {
    const would = verdict === "pass" ? "would let it pass" : "would refuse it";
    return skipped(`The judge ${would}, but its word does not count. ${standing} It said: ${critique}`, evidence);
  }
  return verdict === "pass"
    ? passed(`The judge finds it fit: ${critique}`, evidence)
    : failed("JUDGED_UNFIT", `The judge finds it unfit: ${critique}`, evidence);
}
