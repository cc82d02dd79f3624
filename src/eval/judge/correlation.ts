/** Pearson's correlation of pairs, -1 to 1; undefined of fewer than three, or where one side never changes. */
export function correlation(pairs: readonly (readonly [number, number])[]): number | undefined {
  const n = pairs.length;
  if (n < 3) return undefined;
  const mean = (side: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[side], 0) / n;
  const [meanX, meanY] = [mean(0), mean(1)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xy += (x - meanX) * (y - meanY);
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
  }
  return xx === 0 || yy === 0 ? undefined : xy / Math.sqrt(xx * yy);
}
