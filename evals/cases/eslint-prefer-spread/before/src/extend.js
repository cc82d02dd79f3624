export function append(target, more) {
  target.push.apply(target, more);
  return target;
}
