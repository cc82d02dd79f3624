export function freeze(value) {
  if (typeof value === "function") return value;
  return Object.freeze(value);
}
