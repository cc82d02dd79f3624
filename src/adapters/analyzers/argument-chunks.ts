/** Windows passes at most 32,767 characters; POSIX systems at least 256 KiB including the environment. */
const LIMIT = { windows: 24_000, posix: 100_000 } as const;

/** Splits file names into groups that fit on one command line each, in order. */
export function argumentChunks(names: readonly string[], windows = process.platform === "win32"): string[][] {
  const limit = windows ? LIMIT.windows : LIMIT.posix;
  const chunks: string[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const cost = Buffer.byteLength(name) + 3;
    if (size + cost > limit) {
      chunks.push([]);
      size = 0;
    }
    chunks.at(-1)?.push(name);
    size += cost;
  }
  return chunks;
}
