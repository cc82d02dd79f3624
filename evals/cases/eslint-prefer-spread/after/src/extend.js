export function append(target, more) {
  target.push(...more);
  return target;
}
