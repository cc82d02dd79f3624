import { oldLines } from "../proposal.ts";
import { consecutive, type RungFinder } from "./match.ts";
import { hasInk, occurrences } from "./occurrences.ts";

export const withoutTrailingSpace = (line: string): string => line.trimEnd();

/** The old lines stand in the file but for white space at their ends. */
export const trailingSpace: RungFinder = (file, hunk) => {
  const old = oldLines(hunk).map(withoutTrailingSpace);
  if (!old.some(hasInk)) return undefined;
  const matches = occurrences(file.under(withoutTrailingSpace), old).map((at) => consecutive(at, old.length));
  return { rung: "trailing-space", hunk, matches, mayChoose: true };
};
