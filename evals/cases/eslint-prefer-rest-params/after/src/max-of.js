export function maxOf(...values) {
  let most = -Infinity;
  for (const value of values) most = Math.max(most, value);
  return most;
}
