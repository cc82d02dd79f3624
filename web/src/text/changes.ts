/** A difference of shares in percentage points: `+4.0 pp`. */
export function points(share: number): string {
  const value = (100 * share).toFixed(1);
  if (Number(value) === 0) return "0.0 pp";
  return `${share > 0 ? "+" : ""}${value} pp`;
}

/** `p = 0.031`, `p < 0.001`; undefined: there were too few cases to test. */
export function chance(p: number | undefined): string {
  if (p === undefined) return "too few";
  return p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(3)}`;
}
