import type { Hunk, Row } from "../proposal.ts";
import { FENCE, type Reading } from "./reading.ts";

const FILE = /^\*\*\* (Update|Add|Delete) File:\s*(\S.*?)\s*$/;

/** Whether a text holds a patch in the V4A format (`*** Begin Patch`, as Codex and the OpenAI Agents SDK read it). */
export const holdsBeginPatch = (lines: readonly string[]): boolean =>
  lines.some((line) => FILE.test(line.trim()) || line.trim() === "*** Begin Patch");

/** Reads `*** Update File`, `*** Add File`, `*** Delete File`, `*** Move to`, `@@ scope` and `*** End of File`. */
export function readBeginPatch(reading: Reading): void {
  const { lines, proposals } = reading;
  const begins = lines.findIndex((line) => line.trim() === "*** Begin Patch");
  let i = begins < 0 ? lines.findIndex((line) => FILE.test(line.trim())) : begins + 1;
  let section = 0;
  let ended = false;
  const over = (line: string) => {
    if (/^\*\*\* End Patch/.test(line.trim()) || FENCE.test(line) || /^EOF\s*$/.test(line)) ended = true;
    return ended || FILE.test(line.trim());
  };
  while (i >= 0 && i < lines.length && !ended) {
    const line = lines[i] ?? "";
    const head = FILE.exec(line.trim());
    if (head === null) {
      if (over(line) || (line.trim() !== "" && section > 0 && !/^\*\*\*/.test(line))) break;
      i++;
      continue;
    }
    const at = i + 1;
    const path = head[2] ?? "";
    i++;
    if (head[1] === "Delete") proposals.push({ kind: "delete", dialect: "begin-patch", path, lines: undefined, at });
    else if (head[1] === "Add") {
      const added: string[] = [];
      for (; i < lines.length && !over(lines[i] ?? ""); i++) {
        const each = lines[i] ?? "";
        if (each.startsWith("+")) added.push(each.slice(1));
        else if (each.trim() !== "") {
          reading.refuse("PARSE_SCHEMA", `Line ${i + 1} of the reply: every line of an added file begins with "+".`);
          return;
        }
      }
      proposals.push({
        kind: "create",
        dialect: "begin-patch",
        path,
        text: added.map((each) => `${each}\n`).join(""),
        overwrite: true,
        at,
      });
    } else i = readUpdate(reading, i, path, section, over);
    section++;
  }
  if (!ended && begins >= 0)
    reading.refuse("PARSE_SCHEMA", 'The reply has "*** Begin Patch" but no "*** End Patch": it was cut off.');
}

function readUpdate(
  reading: Reading,
  from: number,
  path: string,
  section: number,
  over: (line: string) => boolean,
): number {
  const { lines, proposals } = reading;
  let i = from;
  const move = /^\*\*\* Move to:\s*(\S.*?)\s*$/.exec((lines[i] ?? "").trim())?.[1];
  if (move !== undefined) i++;
  let rows: Row[] = [];
  let scopes: string[] = [];
  let atEnd = false;
  let at = i + 1;
  let hunks = 0;
  const close = () => {
    if (rows.some((row) => row.kind !== "keep")) {
      const hunk: Hunk = { rows, at, ...(scopes.length === 0 ? {} : { scopes }), ...(atEnd ? { atEnd } : {}) };
      proposals.push({ kind: "hunk", dialect: "begin-patch", path, hunk, section, fence: 0 });
      hunks++;
    }
    if (rows.length > 0) scopes = [];
    rows = [];
    atEnd = false;
  };
  for (; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (over(line)) break;
    if (/^\*\*\* End of File/.test(line)) {
      atEnd = true;
      close();
    } else if (line.startsWith("@@")) {
      close();
      at = i + 1;
      const scope = line
        .slice(2)
        .replace(/\s*@@\s*$/, "")
        .trim();
      if (scope !== "" && !/^-\d+(?:,\d+)? \+\d+/.test(scope) && !/^\.\.\.$/.test(scope)) scopes.push(scope);
    } else if (line.startsWith("-")) rows.push({ kind: "delete", text: line.slice(1) });
    else if (line.startsWith("+")) rows.push({ kind: "add", text: line.slice(1) });
    else if (line.startsWith(" ")) rows.push({ kind: "keep", text: line.slice(1) });
    else if (line === "") rows.push({ kind: "keep", text: "" });
    else if (!/^\\/.test(line)) rows.push({ kind: "keep", text: line });
  }
  while (rows.length > 0 && rows.at(-1)?.kind === "keep" && rows.at(-1)?.text === "" && !atEnd) rows.pop();
  close();
  if (move !== undefined) proposals.push({ kind: "move", dialect: "begin-patch", path, to: move, at: from + 1 });
  else if (hunks === 0) reading.refuse("DIFF_EMPTY", `The update of ${path} changes nothing.`);
  return i;
}
