import { Z95 } from "./rate.ts";

/** What a judge said of unlabelled units, and how it did on units whose truth people know. */
export interface JudgedSample {
  /** Units that the judge passed, of all that it judged. */
  readonly passed: number;
  readonly judged: number;
  /** Of the units that people pass (`positives`), those that the judge passes too. */
  readonly truePositives: number;
  readonly positives: number;
  /** Of the units that people fail (`negatives`), those that the judge fails too. */
  readonly trueNegatives: number;
  readonly negatives: number;
}

export interface CorrectedRate {
  /** The share that people would pass, 0 to 1. */
  readonly share: number;
  /** 95 %. */
  readonly low: number;
  readonly high: number;
}

/**
 * The pass rate that people would find, from a judge that errs: `(p + TNR - 1) / (TPR + TNR - 1)`, with the plug-in interval
 * of Lee et al. 2025 (arXiv 2511.21140), which allows for the chance in both samples. Undefined if the judge tells nothing
 * (TPR + TNR <= 1), or a sample is empty.
 */
export function correctedRate(sample: JudgedSample, z = Z95): CorrectedRate | undefined {
  const { passed, judged, truePositives, positives, trueNegatives, negatives } = sample;
  if (judged === 0 || positives === 0 || negatives === 0) return undefined;
  const [passRate, tpr, tnr] = [passed / judged, truePositives / positives, trueNegatives / negatives];
  if (tpr + tnr <= 1) return undefined;
  const unit = (value: number): number => Math.min(1, Math.max(0, value));

  const units = judged + z * z;
  const p = (passed + (z * z) / 2) / units;
  const [q0, q1] = [(trueNegatives + 1) / (negatives + 2), (truePositives + 1) / (positives + 2)];
  const [spread0, spread1] = [(q0 * (1 - q0)) / (negatives + 2), (q1 * (1 - q1)) / (positives + 2)];
  const power = q0 + q1 - 1;
  // with few labels the shrunken rates may tell nothing although the plain ones do
  if (power <= 0) return { share: unit((passRate + tnr - 1) / (tpr + tnr - 1)), low: 0, high: 1 };
  const theta = (p + q0 - 1) / power;
  const shift = 2 * z * z * (-(1 - theta) * spread0 + theta * spread1);
  const error = Math.sqrt((p * (1 - p)) / units + (1 - theta) ** 2 * spread0 + theta ** 2 * spread1) / power;
  return {
    share: unit((passRate + tnr - 1) / (tpr + tnr - 1)),
    low: unit(theta + shift - z * error),
    high: unit(theta + shift + z * error),
  };
}
