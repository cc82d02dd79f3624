import type { LineRange } from "./task.ts";

const MOST_LISTED = 12;

/** Lines in words: `line 3` with the verb `is`, `lines 3, 7 to 9` with `are`. */
export interface RangeWords {
  readonly where: string;
  readonly verb: "is" | "are";
}

/** Names lines, neighbours joined. `listed`: in order. */
export function ranges(listed: readonly LineRange[]): RangeWords {
  const joined = joinRanges(listed);
  const [first] = joined;
  if (joined.length === 1 && first && first.start === first.end) return { where: `line ${first.start}`, verb: "is" };
  const words = joined
    .slice(0, MOST_LISTED)
    .map(({ start, end }) => (start === end ? `${start}` : `${start} to ${end}`));
  const more = joined.length > MOST_LISTED ? ` and ${joined.length - MOST_LISTED} more places` : "";
  return { where: `lines ${words.join(", ")}${more}`, verb: "are" };
}

/** Ranges with touching and overlapping ones made one; in order. */
export function joinRanges(listed: readonly LineRange[]): LineRange[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...listed].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end + 1) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
