import { type Hunk, oldLines } from "../proposal.ts";
import { consecutive, type RungFinder } from "./match.ts";
import { hasInk, occurrences } from "./occurrences.ts";

const ASCII: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u201b\u2032]/g, "'"],
  [/[\u201c\u201d\u201e\u201f\u2033]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " "],
  [/\u200b|\u200c|\u200d|\u2060|\ufeff/g, ""],
  [/\u2026/g, "..."],
];

/** A line with typographic quotes, dashes and spaces replaced by the plain ones. */
const plainPunctuation = (line: string): string =>
  ASCII.reduce((text, [from, to]) => text.replace(from, to), line).trimEnd();

/**
 * The old lines stand in the file but for typographic quotes, dashes and spaces. Where the reply was the fancy side,
 * its added lines are made plain as well, so that no typographic quote gets into code.
 */
export const punctuation: RungFinder = (file, hunk: Hunk) => {
  const old = oldLines(hunk);
  if (!old.some(hasInk)) return undefined;
  const plain = old.map(plainPunctuation);
  const matches = occurrences(file.under(plainPunctuation), plain).map((at) => {
    const fileIsPlain = plain.every((line, i) => file.texts[at + i]?.trimEnd() === line);
    return fileIsPlain ? consecutive(at, old.length, plainPunctuation) : consecutive(at, old.length);
  });
  return { rung: "punctuation", hunk, matches, mayChoose: false };
};
