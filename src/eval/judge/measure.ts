import type { Calibration } from "../../domain/calibration.ts";
import { PatchProError } from "../../domain/errors.ts";
import type { Judge } from "../../domain/judge.ts";
import type { Judgements } from "../../ports/judgements.ts";
import { calibrate } from "./calibrate.ts";

/** How a judge of a store is measured. */
export interface Measuring {
  /** Milliseconds since the epoch, UTC. */
  readonly now: number;
  /** A new ULID. */
  readonly id: string;
  /** Whose word counts where raters differ; who labelled most if left out. */
  readonly principal?: string;
}

/**
 * Measures a judge by the blind labels of a store, and keeps what was measured. `labels`: how many there were. Throws
 * `PatchProError("input")` if there are none.
 */
export async function measureJudge(
  store: Judgements,
  judge: Judge,
  { now, id, principal }: Measuring,
): Promise<{ readonly calibration: Calibration; readonly labels: number }> {
  const [labels, judgements, corrections, calibrations] = await Promise.all([
    store.blindLabels(judge.criterion),
    store.judgements(judge.id),
    store.corrections(judge.criterion),
    store.calibrations(),
  ]);
  if (labels.length === 0)
    throw new PatchProError(
      "input",
      `nobody has labelled anything blind by the criterion ${judge.criterion}`,
      "Label attempts on the page (`patchpro ui`, g q) in the order for calibration, which hides what judges said.",
    );
  const earlier = calibrations.filter((each) => each.criterion === judge.criterion);
  const input = { judge, labels, judgements, corrections, earlier, ...(principal !== undefined && { principal }) };
  const calibration = calibrate(input, id, now);
  await store.addCalibration(calibration);
  return { calibration, labels: labels.length };
}
