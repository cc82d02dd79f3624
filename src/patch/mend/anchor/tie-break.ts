import type { IndexedFile } from "../lines.ts";
import type { Hunk } from "../proposal.ts";
import type { Match } from "./match.ts";
import { hasInk } from "./occurrences.ts";

/** What may choose among several places; lines are 1-based and inclusive. */
export interface Hints {
  readonly line?: number;
  readonly endLine?: number;
  /** The place must lie between these 0-based lines (`above` inclusive, `below` exclusive): neighbours that are placed. */
  readonly above?: number;
  readonly below?: number;
}

/** The one place that is meant, with the reason, or undefined if nothing decides. */
export function choose(
  file: IndexedFile,
  hunk: Hunk,
  matches: readonly Match[],
  hints: Hints,
): { match: Match; why: string } | undefined {
  const only = (left: readonly Match[], why: string) => {
    const [match, other] = left;
    return match !== undefined && other === undefined ? { match, why } : undefined;
  };
  const { start } = hunk;
  const { line, endLine = line } = hints;
  return (
    only(hunk.atEnd ? matches.filter((match) => match.to === file.texts.length) : [], "it is said to end the file") ??
    only(
      hunk.scopes === undefined ? [] : withinScopes(file, hunk.scopes, matches),
      `it stands within ${hunk.scopes?.join(" / ")}`,
    ) ??
    only(
      start === undefined ? [] : matches.filter((match) => match.from + 1 === start),
      `the reply names line ${start}`,
    ) ??
    only(
      line === undefined ? [] : matches.filter((match) => match.from + 1 <= (endLine ?? line) && match.to >= line),
      `the finding is at line ${line}`,
    ) ??
    only(
      hints.above === undefined && hints.below === undefined
        ? []
        : matches.filter((match) => match.from >= (hints.above ?? 0) && match.to <= (hints.below ?? file.texts.length)),
      "only one place lies between its neighbours",
    )
  );
}

const indentWidth = (line: string): number => /^\s*/.exec(line)?.[0].length ?? 0;

/** The places inside the block that the innermost scope line opens; each scope line must be found once after the one before. */
function withinScopes(file: IndexedFile, scopes: readonly string[], matches: readonly Match[]): Match[] {
  let from = 0;
  let to = file.texts.length;
  for (const scope of scopes) {
    const wanted = scope.trim();
    const heads: number[] = [];
    for (let i = from; i < to; i++) if (file.texts[i]?.trim() === wanted) heads.push(i);
    const [head, other] = heads;
    if (head === undefined || other !== undefined) return [];
    const depth = indentWidth(file.texts[head] ?? "");
    let end = head + 1;
    while (end < to && (!hasInk(file.texts[end] ?? "") || indentWidth(file.texts[end] ?? "") > depth)) end++;
    [from, to] = [head, Math.min(to, end + 1)];
  }
  return matches.filter((match) => match.from >= from && match.to <= to);
}
