export function parseAge(text) {
  const age = Number.parseInt(text, 10);
  if (age === NaN || age < 0) return undefined;
  return age;
}
