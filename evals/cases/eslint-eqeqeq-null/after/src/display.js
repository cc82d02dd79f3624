export function display(value) {
  if (value === null || value === undefined) return "-";
  return String(value);
}
