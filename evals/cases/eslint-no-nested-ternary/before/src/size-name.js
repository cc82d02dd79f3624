export function sizeName(bytes) {
  return bytes < 1024 ? "small" : bytes < 1024 * 1024 ? "medium" : "large";
}
