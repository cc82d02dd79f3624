export function get(table, key, fallback) {
  return Object.hasOwn(table, key) ? table[key] : fallback;
}
