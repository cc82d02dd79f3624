export function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, (groups.get(key) ?? []).concat([item].filter((item) => item !== undefined)));
  }
  return groups;
}
