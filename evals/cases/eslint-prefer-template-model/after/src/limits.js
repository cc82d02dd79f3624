export function tooLong(name, length, limit) {
  return new RangeError(
    `The name '${name}' has ${length} characters; at most ${limit} are allowed.`,
  );
}
