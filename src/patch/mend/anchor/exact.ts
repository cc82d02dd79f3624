import { oldLines } from "../proposal.ts";
import { consecutive, type RungFinder } from "./match.ts";
import { occurrences } from "./occurrences.ts";

/** The old lines stand in the file, character for character. */
export const exact: RungFinder = (file, hunk) => {
  const old = oldLines(hunk);
  const matches = occurrences(file.texts, old).map((at) => consecutive(at, old.length));
  return { rung: "exact", hunk, matches, mayChoose: true };
};
