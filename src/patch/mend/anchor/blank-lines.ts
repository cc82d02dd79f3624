import type { IndexedFile } from "../lines.ts";
import { type Hunk, oldLines } from "../proposal.ts";
import type { Found, Match } from "./match.ts";
import { hasInk, occurrences } from "./occurrences.ts";
import { withoutTrailingSpace } from "./trailing-space.ts";

/** So many blank lines more or fewer between two lines are still the same place. */
const MAX_DRIFT = 3;

/** The old lines stand in the file, but for the number of blank lines between and around them. */
export function blankLines(file: IndexedFile, hunk: Hunk, leastLines: number): Found | undefined {
  const old = oldLines(hunk);
  const inked = old.flatMap((line, i) => (hasInk(line) ? [i] : []));
  if (inked.length < leastLines || inked.length === 0) return undefined;
  const texts = file.under(withoutTrailingSpace);
  const fileInked = texts.flatMap((line, i) => (line === "" ? [] : [i]));
  const needle = inked.map((i) => withoutTrailingSpace(old[i] ?? ""));
  const matches: Match[] = [];
  for (const found of occurrences(
    fileInked.map((i) => texts[i] ?? ""),
    needle,
  )) {
    const match = aligned(old, inked, fileInked.slice(found, found + inked.length), texts);
    if (match !== undefined) matches.push(match);
  }
  return { rung: "blank-lines", hunk, matches, mayChoose: false };
}

function aligned(
  old: readonly string[],
  inked: readonly number[],
  places: readonly number[],
  texts: readonly string[],
): Match | undefined {
  const lineOf = old.map(() => -1);
  for (const [k, i] of inked.entries()) lineOf[i] = places[k] ?? -1;
  for (let k = 1; k < inked.length; k++) {
    const replyGap = (inked[k] ?? 0) - (inked[k - 1] ?? 0) - 1;
    const fileGap = (places[k] ?? 0) - (places[k - 1] ?? 0) - 1;
    if (Math.abs(replyGap - fileGap) > MAX_DRIFT) return undefined;
    for (let b = 0; b < Math.min(replyGap, fileGap); b++)
      lineOf[(inked[k - 1] ?? 0) + 1 + b] = (places[k - 1] ?? 0) + 1 + b;
  }
  const first = places[0] ?? 0;
  const last = places.at(-1) ?? 0;
  let from = first;
  let to = last + 1;
  for (let i = (inked[0] ?? 0) - 1; i >= 0 && from > 0 && texts[from - 1] === ""; i--) lineOf[i] = --from;
  for (let i = (inked.at(-1) ?? 0) + 1; i < old.length && texts[to] === ""; i++) lineOf[i] = to++;
  return { from, to, lineOf };
}
