export function parts(path) {
  return path.split(/[/-]+/).filter((part) => part !== "");
}
