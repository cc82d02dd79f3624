import { binomialAt } from "./distributions.ts";
import { Z95 } from "./rate.ts";

/** The 80 % point of the normal distribution. */
const Z80 = 0.8416212335729143;
const STEP = 0.001;

/**
 * The probability that `n` pairs show (McNemar's mid-p under 5 %, two-sided) a change that fixes the share `fixes` of the
 * cases and breaks the share `breaks`. Exact: a sum over all numbers of flips.
 */
export function mcnemarPower(n: number, fixes: number, breaks: number): number {
  const flipShare = fixes + breaks;
  if (!(fixes > 0) || !(breaks >= 0) || !(flipShare < 1)) throw new RangeError("shares of flips lie between 0 and 1");
  const reach = 8 * Math.sqrt(n * flipShare * (1 - flipShare)) + 8;
  const least = Math.max(0, Math.floor(n * flipShare - reach));
  const most = Math.min(n, Math.ceil(n * flipShare + reach));
  let power = 0;
  for (let flips = least; flips <= most; flips += 1) {
    const chance = binomialAt(flips, n, flipShare);
    if (chance > 1e-12) power += chance * chanceToBeSeen(flips, breaks / flipShare);
  }
  return Math.min(1, power);
}

/** Of this many flips, the probability that so few are breaks that the test sees a gain. */
function chanceToBeSeen(flips: number, breakShare: number): number {
  let fewer = 0;
  let seen = 0;
  for (let broken = 0; 2 * broken < flips; broken += 1) {
    const here = binomialAt(broken, flips, 0.5);
    if (2 * fewer + here >= 0.05) break;
    fewer += here;
    seen += breakShare === 0 ? Number(broken === 0) : binomialAt(broken, flips, breakShare);
  }
  return seen;
}

/**
 * The smallest gain (fixed minus broken, as a share of `n` paired cases, in steps of 0.001) that would be seen with the given
 * power if the change also breaks `breakShare` of the cases. Undefined: no gain could be seen with so few cases.
 */
export function minimumDetectableEffect(n: number, breakShare = 0.05, power = 0.8): number | undefined {
  const steps = Math.floor((1 - 2 * breakShare) / STEP) - 1;
  const isSeen = (step: number): boolean => mcnemarPower(n, breakShare + step * STEP, breakShare) >= power;
  if (n < 1 || !isSeen(steps)) return undefined;
  let [unseen, seen] = [0, steps];
  while (seen - unseen > 1) {
    const middle = Math.floor((unseen + seen) / 2);
    if (isSeen(middle)) seen = middle;
    else unseen = middle;
  }
  return seen * STEP;
}

/**
 * How many cases each of two runs needs, on different cases, to see a change from one share to another with 80 % power
 * (Fleiss, Levin and Paik 2003, 4.2, without continuity correction). What pairing saves is the difference to this.
 */
export function unpairedCasesNeeded(from: number, to: number): number {
  const pooled = (from + to) / 2;
  const spread = Z95 * Math.sqrt(2 * pooled * (1 - pooled)) + Z80 * Math.sqrt(from * (1 - from) + to * (1 - to));
  return Math.ceil(spread ** 2 / (to - from) ** 2);
}
