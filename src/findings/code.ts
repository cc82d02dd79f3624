/** Code as fingerprints see it: runs of white space are one blank, none at the ends. Survives re-indentation. */
export function normalizeCode(line: string): string {
  return line.replace(/[\s\ufeff]+/g, " ").trim();
}
