import type { Hunk, Row } from "../proposal.ts";
import { DIFF_FENCE, type Reading, type Surroundings } from "./reading.ts";
import { fileHeader, GIT_NOISE, type HunkHeader } from "./unified-lines.ts";

export interface ReadHunk {
  /** One hunk, or several where `...` lines cut it; none if nothing was in it. */
  readonly hunks: readonly Hunk[];
  /** 0-based line of the reply after it. */
  readonly next: number;
  /** The reply ends here although the header promises more lines. */
  readonly cutOff: boolean;
}

interface Tally {
  old: number;
  fresh: number;
}

/** Reads the body of a hunk from line `from` on. The header's counts only decide what the lines alone cannot. */
export function readHunk(
  reading: Reading,
  lines: readonly string[],
  from: number,
  header: HunkHeader | undefined,
  headerAt: number,
): ReadHunk {
  const rows: (Row | "cut")[] = [];
  const bare: boolean[] = [];
  const seen: Tally = { old: 0, fresh: 0 };
  let i = from;
  for (; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (endsHunk(reading, lines, i, header, seen)) break;
    if (line.startsWith("\\")) {
      const last = rows.at(-1);
      if (/^\\ ?no newline/i.test(line) && last !== undefined && last !== "cut")
        rows[rows.length - 1] = { ...last, noEol: true };
      continue;
    }
    const row = rowOf(reading, line);
    if (row !== "cut" && row.kind !== "add") seen.old++;
    if (row !== "cut" && row.kind !== "delete") seen.fresh++;
    rows.push(row);
    bare.push(line === "" || (row !== "cut" && row.kind === "keep" && !line.startsWith(" ")));
    if (line !== "" && bare.at(-1) && row !== "cut")
      reading.note("prefix-missing", "A context line lacks the space in its first column.", i);
  }
  const next = i;
  trimTail(reading, rows, bare);
  const hunks = pieces(rows).map(
    (piece): Hunk => ({
      rows: piece,
      at: headerAt + 1,
      ...(header?.oldStart === undefined ? {} : { start: Math.max(1, header.oldStart) }),
    }),
  );
  const counted = { old: count(rows, "add"), fresh: count(rows, "delete") };
  const promised = header?.oldCount !== undefined && header.newCount !== undefined;
  if (promised && (header.oldCount !== counted.old || header.newCount !== counted.fresh)) {
    reading.note(
      "counts-wrong",
      `The hunk header counts ${header.oldCount} old and ${header.newCount} new lines, the hunk has ${counted.old} and ${counted.fresh}.`,
      headerAt,
    );
  } else if (!promised) reading.note("numbers-missing", "The hunk has no line numbers.", headerAt);
  const cutOff =
    promised && next >= lines.length && counted.old < (header.oldCount ?? 0) && counted.fresh < (header.newCount ?? 0);
  return { hunks, next: Math.max(next, from), cutOff };
}

const count = (rows: readonly (Row | "cut")[], without: Row["kind"]): number =>
  rows.filter((row) => row !== "cut" && row.kind !== without).length;

function rowOf(reading: Reading, line: string): Row | "cut" {
  const text = line.slice(1);
  if (line.startsWith("-")) return { kind: "delete", text };
  if (line.startsWith("+")) return { kind: "add", text };
  if (/^ ?\s*(?:\.\.\.|…)\s*$/.test(line) && !reading.around.knowsLine(line)) return "cut";
  if (line.startsWith(" ")) return { kind: "keep", text, raw: line };
  return { kind: "keep", text: line };
}

/** Whether line `i` is behind the hunk. */
function endsHunk(
  { around }: Reading,
  lines: readonly string[],
  i: number,
  header: HunkHeader | undefined,
  seen: Tally,
): boolean {
  const line = lines[i] ?? "";
  if (line.startsWith("@@") || line.startsWith("diff --git ") || /^\*\*\* (?:End|Begin) Patch/.test(line)) return true;
  if (/^Index: \S/.test(line) || GIT_NOISE.test(line)) return !around.knowsLine(line);
  const left = { old: (header?.oldCount ?? 0) - seen.old, fresh: (header?.newCount ?? 0) - seen.fresh };
  if (DIFF_FENCE.test(line))
    return !(left.old > 0 && left.fresh > 0 && around.knowsLine(line) && hasMoreChanges(lines, i + 1));
  if (/^<\/?(?:patch|diff|answer|solution|code)>\s*$/i.test(line)) return true;
  if (/^(?:EOF|PATCH|END|EOT|DIFF)\s*$/.test(line) && !around.knowsLine(line)) return true;
  if (line.startsWith("-- ") && line.trim() === "--" && /^\d+\.\d+/.test(lines[i + 1] ?? "")) return true;
  if ((line.startsWith("--") || line.startsWith("+++")) && isHeaderInside(around, lines, i, left)) return true;
  if (line === "") {
    const counted = header?.oldCount !== undefined && left.old <= 0 && left.fresh <= 0;
    return counted && proseFollows(around, lines, i);
  }
  if (/^[-+ \\]/.test(line)) return false;
  return !around.knowsLine(line) && !hasMoreChanges(lines, i);
}

/** A file header inside a hunk, and not a deleted `-- comment` beside an added `++ line`. */
function isHeaderInside(around: Surroundings, lines: readonly string[], i: number, left: Tally): boolean {
  const header = fileHeader(lines, i);
  if (header === undefined) return false;
  const after = lines[i + header.length] ?? "";
  const hunkFollows =
    after.startsWith("@@") || (after.trim() === "" && (lines[i + header.length + 1] ?? "").startsWith("@@"));
  const counted = left.old > 0 && left.fresh > 0;
  const line = lines[i] ?? "";
  if (!hunkFollows) return !counted && /^--- a\//.test(line) && /^\+\+\+ b\//.test(lines[i + 1] ?? "");
  const names = [header.from, header.to].filter((name) => name !== undefined);
  const plausible = names.length < 2 || names.some((name) => around.knowsPath(name)) || /^[-+]{2,3} [ab]\//.test(line);
  return plausible || !counted;
}

/** Whether the lines from `i` on, up to the next header or fence, still change something. */
function hasMoreChanges(lines: readonly string[], i: number): boolean {
  for (let k = i; k < lines.length && k < i + 400; k++) {
    const line = lines[k] ?? "";
    if (
      line.startsWith("@@") ||
      line.startsWith("diff --git ") ||
      DIFF_FENCE.test(line) ||
      fileHeader(lines, k) !== undefined
    )
      return false;
    if (/^[-+](?![-+ ]*$)/.test(line) && !/^[-+] \*{0,2}[A-Z]/.test(line)) return true;
  }
  return false;
}

/** Whether an empty line behind a complete hunk is followed by a sentence, or by nothing that changes anything. */
function proseFollows(around: Surroundings, lines: readonly string[], i: number): boolean {
  let k = i;
  while (k < lines.length && lines[k] === "") k++;
  const line = lines[k];
  if (line === undefined) return true;
  if (around.knowsLine(line.replace(/^[-+ ]/, ""))) return false;
  return /^[*#>]{0,3} ?[A-Za-z]{2}/.test(line) || !hasMoreChanges(lines, i);
}

/** Drops lines at the end that no sign marks as context and that are empty or not in the files: they only part the hunk from what follows. */
function trimTail(reading: Reading, rows: (Row | "cut")[], bare: boolean[]): void {
  for (;;) {
    const last = rows.at(-1);
    if (last === undefined) return;
    const unsigned = last !== "cut" && last.kind === "keep" && bare[rows.length - 1] === true;
    const blank = unsigned && (last.text.trim() === "" || !reading.around.knowsLine(last.text));
    const closing = last !== "cut" && /<\/(?:patch|diff)>\s*$/i.exec(last.text);
    if (closing && !reading.around.knowsLine(last.text)) {
      rows[rows.length - 1] = { kind: last.kind, text: last.text.slice(0, closing.index) };
      return;
    }
    if (!blank && last !== "cut") return;
    rows.pop();
  }
}

/** Cuts rows at `...` lines. */
function pieces(rows: readonly (Row | "cut")[]): Row[][] {
  const cut: Row[][] = [[]];
  for (const row of rows) {
    if (row === "cut") cut.push([]);
    else cut.at(-1)?.push(row);
  }
  return cut.filter((piece) => piece.length > 0);
}
