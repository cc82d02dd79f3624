export function freeze(value) {
  if (typeof value === "fucntion") return value;
  return Object.freeze(value);
}
