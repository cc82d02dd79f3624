import type { Random } from "../../src/domain/statistics.ts";

/** True with this probability. */
export function coin(random: Random, share: number): boolean {
  return random() < share;
}

/** How many of `n` trials succeed. */
export function hits(random: Random, n: number, share: number): number {
  let count = 0;
  for (let each = 0; each < n; each += 1) if (random() < share) count += 1;
  return count;
}

/** A standard normal number (Box and Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A share of its own: beta distributed with mean `share`; `alike`: correlation of two trials with it, 0 to below 1. */
export function tendency(random: Random, share: number, alike: number): number {
  if (alike === 0) return share;
  const weight = 1 / alike - 1;
  const a = gamma(random, share * weight);
  return a / (a + gamma(random, (1 - share) * weight));
}

/** A gamma distributed number with scale 1 (Marsaglia and Tsang 2000). */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
