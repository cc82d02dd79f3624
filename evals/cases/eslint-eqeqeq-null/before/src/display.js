export function display(value) {
  if (value == null) return "-";
  return String(value);
}
