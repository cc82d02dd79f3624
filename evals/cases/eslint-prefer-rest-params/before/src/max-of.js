export function maxOf() {
  let most = -Infinity;
  for (const value of arguments) most = Math.max(most, value);
  return most;
}
