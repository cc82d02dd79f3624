import type { Agreement } from "../../domain/calibration.ts";
import { type CorrectedRate, correctedRate, type Rate } from "../../domain/statistics.ts";

/**
 * What people would pass of what a judge passed at a rate (Lee et al. 2025), by how it did on labels. Weighed rates count as
 * that many labels. Undefined if the judge tells nothing.
 */
export function correctedBy({ tpr, tnr }: Pick<Agreement, "tpr" | "tnr">, raw: Rate): CorrectedRate | undefined {
  return correctedRate({
    passed: raw.count,
    judged: raw.n,
    truePositives: (tpr.share ?? 0) * tpr.n,
    positives: tpr.n,
    trueNegatives: (tnr.share ?? 0) * tnr.n,
    negatives: tnr.n,
  });
}
