import { createHash } from "node:crypto";
import type { Location } from "../domain/location.ts";
import { splitLines } from "../patch/lines.ts";
import { normalizeCode } from "./code.ts";

/** What a finding's id is made from. */
export interface Fingerprinted extends Location {
  readonly tool: string;
  readonly ruleId: string;
  readonly path: string;
  readonly message: string;
  /** The file's text; undefined if there is none. */
  readonly text: string | undefined;
}

/** Lines of code that count; a finding about a whole function should survive a change in its depths. */
const LINES = 5;

/** Code that is longer counts by its hash: thousands of findings may share one line, and in minified code that is the file. */
const LONG = 10_000;

/**
 * The ids of findings, in their order: 16 hex digits from tool, rule, path, the normalized code of the flagged lines (the
 * first five) and which of its equals in the file a finding is, by place. Line numbers play no part, so that the id
 * survives moved and re-indented lines. Always distinct: an exact repetition of a finding is told apart by its count.
 */
export function assignIds(findings: readonly Fingerprinted[]): string[] {
  const flagged = flaggedCode();
  const keys = findings.map((one) => JSON.stringify([one.tool, one.ruleId, one.path, flagged(one)]));
  const ids = new Array<string>(findings.length).fill("");
  const byKey = Map.groupBy(findings.keys(), (at) => keys[at] ?? "");
  for (const [key, equals] of byKey) {
    let occurrence = -1;
    let repetition = 0;
    let previous: string | undefined;
    const inPlace = equals
      .flatMap((at) => {
        const finding = findings[at];
        return finding ? [{ at, finding }] : [];
      })
      .toSorted((a, b) => comparePlace(a.finding, b.finding));
    for (const { at, finding } of inPlace) {
      const place = JSON.stringify([
        finding.startLine,
        finding.startColumn,
        finding.endLine,
        finding.endColumn,
        finding.message,
      ]);
      repetition = place === previous ? repetition + 1 : 0;
      if (place !== previous) occurrence += 1;
      previous = place;
      ids[at] = createHash("sha256").update(`${key}\n${occurrence}\n${repetition}`).digest("hex").slice(0, 16);
    }
  }
  return ids;
}

function comparePlace(a: Fingerprinted, b: Fingerprinted): number {
  const byPlace =
    a.startLine - b.startLine || a.startColumn - b.startColumn || a.endLine - b.endLine || a.endColumn - b.endColumn;
  return byPlace || (a.message < b.message ? -1 : a.message > b.message ? 1 : 0);
}

/** What the id takes of the code that a finding flags; its message where there is no text. */
type FlaggedCode = (finding: Fingerprinted) => string;

function flaggedCode(): FlaggedCode {
  const known = new Map<string, { readonly lines: readonly string[]; readonly code: Map<string, string> }>();
  return ({ startLine, endLine, endColumn, message, text }) => {
    if (text === undefined) return message;
    const file = known.get(text) ?? { lines: splitLines(text, "universal"), code: new Map<string, string>() };
    known.set(text, file);
    // A region that ends before the first column of a line does not flag that line.
    const last = Math.min(endColumn === 1 && endLine > startLine ? endLine - 1 : endLine, startLine + LINES - 1);
    const place = `${startLine} ${last}`;
    const code = file.code.get(place) ?? codeOf(file.lines.slice(startLine - 1, last));
    file.code.set(place, code);
    return code;
  };
}

function codeOf(lines: readonly string[]): string {
  const code = lines.map(normalizeCode).join("\n");
  return code.length > LONG ? createHash("sha256").update(code).digest("hex") : code;
}
