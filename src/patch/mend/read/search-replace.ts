import type { Hunk } from "../proposal.ts";
import { rowsBetween } from "../rows.ts";
import { pathAbove, pathIn } from "./path-hint.ts";
import type { Reading } from "./reading.ts";

const START =
  /^ {0,3}(?:<{3,20} {0,2}(?:SEARCH|ORIGINAL|HEAD|FIND|OLD|BEFORE)|-{3,20} {0,2}SEARCH|<{5,20})\s*>?\s*(\S*)\s*$/i;
const DIVIDER = /^ {0,3}={4,20}\s*$/;
const END = /^ {0,3}(?:>{3,20} {0,2}(?:REPLACE|UPDATED|NEW|AFTER)|\+{3,20} {0,2}REPLACE|>{5,20})\s*>?\s*$/i;
const ESCAPED = /^(\s*)\\(?=(?:<{4,}|>{4,}|={4,}|-{4,}|\+{4,}|:start_line|:end_line))/;

const isStart = (line: string): boolean => START.test(line);

/** Whether a text holds search/replace blocks (aider, cline, Roo), whole or not. Marks that all stand in the files are code. */
export function holdsSearchReplace(reading: Reading): boolean {
  const marks = marksOf(reading);
  const { knowsLine, knowsIndented } = reading.around;
  if (marks === undefined || marks.every(knowsIndented)) return false;
  // Marks that only stand deeper in the files are the reply's own, unless it sends the file's other lines along with them.
  return !marks.every(knowsLine) || !outsideBlocks(reading).some((line) => /\w/.test(line) && knowsLine(line));
}

/** Whether all marks of search/replace blocks in a text stand in the files just so: neither can be told from the other. */
export function holdsOnlyKnownMarks(reading: Reading): boolean {
  return marksOf(reading)?.every(reading.around.knowsIndented) ?? false;
}

function marksOf({ lines }: Reading): string[] | undefined {
  const opens = lines.filter((line) => isStart(line) && /[A-Z]/i.test(line));
  const others = lines.filter((line) => DIVIDER.test(line) || END.test(line));
  return opens.length > 0 && others.length > 0 ? [...opens, ...others] : undefined;
}

function outsideBlocks({ lines }: Reading): string[] {
  let inside = false;
  return lines.filter((line) => {
    if (isStart(line)) inside = true;
    const outside = !inside;
    if (END.test(line)) inside = false;
    return outside;
  });
}

interface Block {
  readonly at: number;
  readonly lines: string[];
  closed: boolean;
}

/**
 * Reads `<<<<<<< SEARCH`, `=======`, `>>>>>>> REPLACE` and `------- SEARCH`, `=======`, `+++++++ REPLACE`, with markers of
 * any usual length, `:start_line:` and escaped markers (Roo), and the path in the lines above, in the fence or in the marker.
 */
export function readSearchReplace(reading: Reading): void {
  const { lines } = reading;
  let path: string | undefined;
  let number = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (!isStart(line)) continue;
    const inMarker = pathIn(START.exec(line)?.[1] ?? "", reading);
    path = inMarker ?? pathAbove(reading, i) ?? path;
    const block: Block = { at: i, lines: [], closed: false };
    let k = i + 1;
    for (; k < lines.length; k++) {
      const inner = lines[k] ?? "";
      if (END.test(inner)) {
        block.closed = true;
        break;
      }
      if (isStart(inner)) break;
      block.lines.push(inner);
    }
    if (!block.closed) {
      const why =
        k >= lines.length
          ? "the reply ends inside it: it was cut off"
          : `another one begins at line ${k + 1} before it ends`;
      reading.refuse(
        "PARSE_SCHEMA",
        `The search/replace block at line ${i + 1} of the reply has no closing marker; ${why}.`,
      );
      return;
    }
    const hunks = hunksOf(reading, block);
    const [hunk, ...otherwise] = hunks;
    if (hunk === undefined) {
      reading.refuse(
        "PARSE_SCHEMA",
        `The search/replace block at line ${i + 1} of the reply has no ======= line between its two parts.`,
      );
      return;
    }
    reading.proposals.push({
      kind: "hunk",
      dialect: "search-replace",
      path,
      hunk,
      section: number++,
      fence: 0,
      ...(otherwise.length === 0 ? {} : { otherwise }),
    });
    i = k;
  }
}

/**
 * The readings of a block: one for each line that could be the divider (a heading underlined with `=======` looks the
 * same), the most even one first. None that would bring more such lines into the file than it takes out.
 */
function hunksOf(reading: Reading, block: Block): Hunk[] {
  const { lines, at } = block;
  let from = 0;
  let start: number | undefined;
  let end: number | undefined;
  for (; from < lines.length; from++) {
    const meta = /^:(start|end)_line\s*[:=]?\s*\[?(\d+)\]?\s*$/.exec((lines[from] ?? "").trim());
    if (meta !== null && meta[1] === "start") start = Number(meta[2]);
    else if (meta !== null) end = Number(meta[2]);
    else if (/^-{3,9}\s*$/.test(lines[from] ?? "") && from > 0) {
      from++;
      break;
    } else break;
  }
  const dividers = lines.flatMap((line, i) => (i >= from && DIVIDER.test(line) ? [i] : []));
  const middle = (dividers.length - 1) / 2;
  const plausible = dividers.slice(0, 21).filter((_, i) => dividers.length === 1 || i >= middle);
  return plausible.map((divider) => {
    const before = lines.slice(from, divider).map(unescapeMarker);
    const after = lines.slice(divider + 1).map(unescapeMarker);
    for (const [name, part] of [
      ["search", before],
      ["replace", after],
    ] as const) {
      if (part.length === 1 && part[0] === "") part.pop();
      if (
        part.length > 2 &&
        /^```/.test(part[0] ?? "") &&
        /^```\s*$/.test(part.at(-1) ?? "") &&
        !reading.around.knowsLine("```")
      ) {
        reading.note("unwrapped", `The ${name} part stands in a fence of its own.`, at);
        part.shift();
        part.pop();
      }
    }
    return {
      rows: rowsBetween(before, after),
      at: at + 1,
      ...(start === undefined || start < 1 ? {} : { start }),
      ...(end === undefined || end < 1 ? {} : { end }),
    };
  });
}

const unescapeMarker = (line: string): string => line.replace(ESCAPED, "$1");
