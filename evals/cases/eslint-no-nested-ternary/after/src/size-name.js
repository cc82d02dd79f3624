export function sizeName(bytes) {
  if (bytes < 1024) return "small";
  return bytes < 1024 * 1024 ? "medium" : "large";
}
