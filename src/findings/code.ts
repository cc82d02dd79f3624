/** Code as fingerprints see it: runs of white space are one blank, none at the ends. Survives re-indentation. */
export function normalizeCode(line: string): string {
  return line.replace(/[\s\ufeff]+/g, " ").trim();
}

/** A message in which numbers that stand alone are `#`: `Line too long (93 > 88)` is `Line too long (# > #)`. */
export function maskNumbers(message: string): string {
  return message.replace(/(?<![\w.])\d+(?:\.\d+)?(?![\w.]*\w)/g, "#");
}
