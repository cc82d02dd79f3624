export function defaults(target, source) {
  for (const [key, value] of Object.entries(source)) {
    target[key] ??= value;
  }
  return target;
}
