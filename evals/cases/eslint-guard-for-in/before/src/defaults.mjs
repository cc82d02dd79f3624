export function defaults(target, source) {
  for (const key in source) {
    target[key] ??= source[key];
  }
  return target;
}
