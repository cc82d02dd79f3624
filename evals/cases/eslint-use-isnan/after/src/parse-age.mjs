export function parseAge(text) {
  const age = Number.parseInt(text, 10);
  if (Number.isNaN(age) || age < 0) return undefined;
  return age;
}
