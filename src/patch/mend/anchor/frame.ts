import type { Row } from "../proposal.ts";
import { rowsBetween } from "../rows.ts";
import { hasInk } from "./occurrences.ts";
import { indentOf } from "./shift.ts";

/** The old lines as the reply and as the file have them, the new lines as the reply has them, and the file's next line with ink. */
export interface Sides {
  readonly old: readonly string[];
  readonly standing: readonly string[];
  readonly fresh: readonly string[];
  readonly following: string | undefined;
}

/** The new lines are shifted as the old ones were, are placed as other rows instead, or cannot be told. */
export type Framed = "shifted" | "unclear" | (() => readonly Row[]);

/**
 * Which indentation the new lines of a reply have whose old lines lack some of the file's: often only the original was
 * trimmed, and the replacement has the file's own indentation already. What counts is where its first line would stand;
 * a text that would stand well in both ways, or in neither, is not guessed.
 */
export function frameOf({ old, standing, fresh, following }: Sides): Framed {
  const inked = fresh.filter(hasInk);
  const first = inked[0];
  const said = indentOf(old.find(hasInk) ?? "");
  const stood = indentOf(standing.find(hasInk) ?? "");
  if (first === undefined || stood.length <= said.length || !stood.endsWith(said)) return "shifted";
  const least = leastIndent(standing);
  const isDeepEnough = least !== undefined && inked.every((line) => line.startsWith(least));
  const begins = indentOf(first);
  if (begins !== said) {
    if (!isDeepEnough) return begins === stood ? "unclear" : "shifted";
    return begins === stood ? () => rowsBetween(standing, fresh) : "unclear";
  }
  if (old.filter(hasInk).length > 1 || said !== "") return "shifted";
  const mended = withFirstIndented(fresh, stood);
  const shifted = fresh.map((line) => (hasInk(line) ? stood + line : line));
  const isAbsolute = inked.length > 1 && mended.every((line) => !hasInk(line) || line.startsWith(stood));
  if (!isAbsolute || goesOn(shifted, following) || !goesOn(mended, following)) return "shifted";
  return () => rowsBetween(standing, mended);
}

/** The first line with ink, which lost its indentation, gets it back. */
export function withFirstIndented(lines: readonly string[], indent: string): string[] {
  const at = lines.findIndex(hasInk);
  return lines.map((line, i) => (i === at ? indent + line : line));
}

/** The least indentation of the lines, if it begins all of them. */
export function leastIndent(lines: readonly string[]): string | undefined {
  const indents = lines.filter(hasInk).map(indentOf);
  const least = indents.reduce((a, b) => (b.length < a.length ? b : a), indents[0] ?? "");
  return indents.every((indent) => indent.startsWith(least)) ? least : undefined;
}

/** Whether lines may stand in front of `following`: the second is deeper only below one that opens something, and the next line of the file goes on at a depth that is there. */
function goesOn(lines: readonly string[], following: string | undefined): boolean {
  const [first = "", ...rest] = lines.filter(hasInk);
  const second = rest[0];
  const opens = !/[\p{L}\p{N}_"'`)\]};.!?]$/u.test(first.replace(/\s+(?:#|\/\/).*$/, "").trimEnd());
  if (second !== undefined && indentOf(second).length > indentOf(first).length && !opens) return false;
  if (following === undefined) return true;
  const depth = indentOf(following);
  return depth.length <= indentOf(first).length || rest.some((line) => indentOf(line) === depth);
}
