/** A vector of few entries: places rising, values beside them. */
export interface SparseVector {
  readonly places: Int32Array;
  readonly values: Float64Array;
}

/** Entries as a vector, in order of their places. */
export function sparse(entries: ReadonlyMap<number, number>): SparseVector {
  const sorted = [...entries].filter(([, value]) => value !== 0).sort(([a], [b]) => a - b);
  return {
    places: Int32Array.from(sorted, ([place]) => place),
    values: Float64Array.from(sorted, ([, value]) => value),
  };
}

export function dot(one: SparseVector, other: SparseVector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < one.places.length && j < other.places.length; ) {
    const [a, b] = [one.places[i] ?? 0, other.places[j] ?? 0];
    if (a === b) sum += (one.values[i++] ?? 0) * (other.values[j++] ?? 0);
    else if (a < b) i += 1;
    else j += 1;
  }
  return sum;
}

/** The entries of a vector of length 1; all zero if there is nothing. `length`: another length than 1. */
export function scaled(entries: ReadonlyMap<number, number>, length = 1): Map<number, number> {
  const norm = Math.sqrt([...entries.values()].reduce((sum, value) => sum + value * value, 0));
  return new Map([...entries].map(([place, value]) => [place, norm === 0 ? 0 : (value * length) / norm]));
}
