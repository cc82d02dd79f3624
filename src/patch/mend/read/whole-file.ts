import { pathAbove, pathInFence } from "./path-hint.ts";
import { FENCE, type Reading } from "./reading.ts";

export interface FencedText {
  /** Behind the opening marks. */
  readonly info: string;
  readonly lines: readonly string[];
  /** 0-based line of the reply where the fence opens. */
  readonly at: number;
  readonly closed: boolean;
}

/** Every fenced text. A fence is closed by at least as many of the same marks alone on a line. */
export function fencedTexts(lines: readonly string[]): FencedText[] {
  const found: FencedText[] = [];
  for (let i = 0; i < lines.length; i++) {
    const open = FENCE.exec(lines[i] ?? "");
    if (open === null) continue;
    const marker = open[1] ?? "```";
    let end = i + 1;
    const closes = (line: string) =>
      FENCE.exec(line)?.[1]?.startsWith(marker) === true && FENCE.exec(line)?.[2]?.trim() === "";
    while (end < lines.length && !closes(lines[end] ?? "")) end++;
    found.push({ info: open[2] ?? "", lines: lines.slice(i + 1, end), at: i, closed: end < lines.length });
    i = end;
  }
  return found;
}

const NO_FILE = /^(?:diff|patch|udiff|console|shell-session|output|text\s*output)\b/i;

/** Proposes each fence as a whole file: where its path is named, or where it is the reply's only one. Whether it resembles the file is asked later. */
export function readWholeFiles(reading: Reading): void {
  const fences = fencedTexts(reading.lines).filter((fence) => !NO_FILE.test(fence.info) && fence.lines.length > 0);
  for (const fence of fences) {
    const named = pathInFence(fence.info, reading) ?? pathAbove(reading, fence.at);
    if (named === undefined && fences.length > 1) continue;
    if (!fence.closed) {
      reading.refuse("PARSE_SCHEMA", `The fence at line ${fence.at + 1} of the reply is never closed: it was cut off.`);
      return;
    }
    reading.proposals.push({
      kind: "whole",
      dialect: "whole-file",
      path: named,
      text: fence.lines.map((line) => `${line}\n`).join(""),
      at: fence.at + 1,
    });
  }
}
