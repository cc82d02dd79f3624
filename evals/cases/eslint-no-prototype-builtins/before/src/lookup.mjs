export function get(table, key, fallback) {
  return table.hasOwnProperty(key) ? table[key] : fallback;
}
