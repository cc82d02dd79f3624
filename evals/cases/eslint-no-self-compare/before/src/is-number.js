export function isNumber(value) {
  return typeof value === "number" && value === value;
}
