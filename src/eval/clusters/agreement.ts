/**
 * The adjusted Rand index (Hubert and Arabie 1985) of two groupings of items that stand for `sizes` failures each. Groups
 * are whole numbers from 0.
 */
export function weightedAgreement(one: readonly number[], other: readonly number[], sizes: readonly number[]): number {
  const [height, width] = [1 + highest(one), 1 + highest(other)];
  const both = new Float64Array(height * width);
  const inOne = new Float64Array(height);
  const inOther = new Float64Array(width);
  let all = 0;
  for (const [at, size] of sizes.entries()) {
    const [a, b] = [one[at] ?? 0, other[at] ?? 0];
    all += size;
    both[a * width + b] = (both[a * width + b] ?? 0) + size;
    inOne[a] = (inOne[a] ?? 0) + size;
    inOther[b] = (inOther[b] ?? 0) + size;
  }
  const [a, b] = [pairs(inOne), pairs(inOther)];
  const byChance = all < 2 ? 0 : (a * b) / pairs(Float64Array.of(all));
  const most = (a + b) / 2;
  return most === byChance ? 1 : (pairs(both) - byChance) / (most - byChance);
}

/** How many pairs there are within groups of these sizes. */
function pairs(counts: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < counts.length; at += 1) sum += ((counts[at] ?? 0) * ((counts[at] ?? 0) - 1)) / 2;
  return sum;
}

function highest(groups: readonly number[]): number {
  return groups.reduce((most, group) => Math.max(most, group), 0);
}
