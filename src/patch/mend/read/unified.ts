import type { Hunk } from "../proposal.ts";
import { FENCE, type Reading } from "./reading.ts";
import { readHunk } from "./unified-hunk.ts";
import { type FileHeader, fileHeader, GIT_NOISE, hunkHeader } from "./unified-lines.ts";
import { gitPaths, headerPath } from "./unified-path.ts";

interface Section {
  from: string | undefined;
  to: string | undefined;
  /** From `rename from` and `rename to`. */
  renamed: boolean;
  deleted: boolean;
  created: boolean;
  /** A `---` or `+++` line was read. */
  headed: boolean;
  readonly number: number;
  readonly at: number;
  readonly hunks: Hunk[];
}

const looksLikeBody = (line: string | undefined): boolean =>
  line !== undefined && /^[-+ ]/.test(line) && !/^[-+*] /.test(line.trimStart());

/** Whether a text holds a unified diff at all. Marks that stand in the files are code (a docstring about diffs), not marks. */
export function holdsUnified({ lines, around }: Reading): boolean {
  let signed = false;
  let inDiff = false;
  for (const [i, line] of lines.entries()) {
    const mark = /^(?:diff --git |@@|---? )/.test(line) && !around.knowsLine(line);
    if (mark && line.startsWith("diff --git ")) return true;
    if (
      mark &&
      line.startsWith("@@") &&
      (hunkHeader(line)?.oldStart !== undefined || /^[-+ ]/.test(lines[i + 1] ?? ""))
    )
      return true;
    const header = mark ? fileHeader(lines, i) : undefined;
    if (header !== undefined && /^(?:[-+ ]|@@)/.test(lines[i + header.length] ?? "")) return true;
    const fence = FENCE.exec(line);
    if (fence !== null) {
      inDiff = !inDiff && /^(?:diff|patch|udiff)\b/i.test(fence[2] ?? "");
      if (!inDiff && signed) return true;
    } else if (inDiff && /^[-+]/.test(line)) signed = true;
  }
  return false;
}

/** Reads every hunk of a unified diff, however its headers are broken. Sources: git's apply.c and diff.c, POSIX diff -u. */
export function readUnified(reading: Reading): void {
  const lines = unglued(reading);
  const sections: Section[] = [];
  let section: Section | undefined;
  let fence = 0;
  let open: { marker: string; diff: boolean } | undefined;
  let scopes: readonly string[] = [];
  const fences = new Map<Section, number>();
  const begin = (parts: Partial<Section>, at: number): Section => {
    const made = {
      from: undefined,
      to: undefined,
      renamed: false,
      deleted: false,
      created: false,
      headed: false,
      number: sections.length,
      at,
      hunks: [],
      ...parts,
    };
    sections.push(made);
    fences.set(made, fence);
    section = made;
    return made;
  };
  let i = 0;
  while (i < lines.length) {
    const line = lines[i] ?? "";
    const mark = FENCE.exec(line);
    if (mark !== null) {
      const marker = mark[1] ?? "";
      if (open !== undefined && marker.startsWith(open.marker) && (mark[2] ?? "").trim() === "") open = undefined;
      else {
        open = { marker, diff: /^(?:diff|patch|udiff)\b/i.test(mark[2] ?? "") };
        fence++;
        section = undefined;
      }
      i++;
      continue;
    }
    if (line.startsWith("diff --git ")) {
      begin(gitPaths(line) ?? {}, i++);
      continue;
    }
    const index = /^Index: (\S.*)$/.exec(line)?.[1];
    if (index !== undefined) {
      begin({ from: index.trim(), to: index.trim() }, i++);
      continue;
    }
    if (extended(section, line) || GIT_NOISE.test(line)) {
      i++;
      continue;
    }
    if (/^(?:Binary files .* differ|GIT binary patch)$/.test(line.trimEnd())) {
      reading.refuse("DIFF_BINARY", `Line ${i + 1} of the reply is a binary patch; only text can be changed.`);
      return;
    }
    const header: FileHeader | undefined = fileHeader(lines, i);
    if (header !== undefined) {
      if (header.mended)
        reading.note(
          "header-mended",
          `The file header ${JSON.stringify(line.slice(0, 120))} is not "--- a/…" and "+++ b/…".`,
          i,
        );
      const current: Section =
        section === undefined || section.headed || section.hunks.length > 0 ? begin({}, i) : section;
      apply(current, header);
      i += header.length;
      const next = lines[i];
      if (looksLikeBody(next) || (next !== undefined && /^[-+]/.test(next) && FENCE.exec(next) === null))
        i = take(current, i, undefined);
      continue;
    }
    const opened = hunkHeader(line);
    if (opened !== undefined) {
      const into = section ?? begin({}, i);
      scopes = opened.scope === undefined ? scopes : [...scopes, opened.scope];
      const before = into.hunks.length;
      i = take(into, i + 1, opened, i);
      if (into.hunks.length > before) scopes = [];
      continue;
    }
    if (open?.diff && section === undefined && /^[-+ ]/.test(line)) {
      i = take(begin({}, i), i, undefined);
      continue;
    }
    if (open?.diff && section !== undefined && section.hunks.length > 0 && /^[-+](?![-+])/.test(line)) {
      reading.refuse(
        "DIFF_BAD_HUNK_COUNT",
        `Line ${i + 1} of the reply changes something, but stands outside every hunk.`,
      );
      return;
    }
    i++;
  }
  for (const each of sections) propose(reading, each, fences.get(each) ?? 0);

  function take(into: Section, at: number, opened: ReturnType<typeof hunkHeader>, headerAt = at): number {
    const read = readHunk(reading, lines, at, opened, headerAt);
    into.hunks.push(...read.hunks.map((hunk) => (scopes.length === 0 ? hunk : { ...hunk, scopes })));
    if (read.cutOff && open !== undefined) {
      reading.refuse(
        "DIFF_BAD_HUNK_COUNT",
        `The reply ends inside the hunk at line ${headerAt + 1}: it was cut off. Send it again, shorter.`,
      );
    }
    return read.next;
  }
}

/** The reply's lines, with a closing fence that was glued to the last line of a diff on a line of its own. */
function unglued({ lines, around }: Reading): readonly string[] {
  const split: string[] = [];
  let open: string | undefined;
  for (const [i, line] of lines.entries()) {
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined) open = open === undefined ? mark : mark.startsWith(open) ? undefined : open;
    else if (
      open !== undefined &&
      line.endsWith(open) &&
      (lines[i + 1] ?? "").trim() === "" &&
      !around.knowsLine(line.slice(1))
    ) {
      split.push(line.slice(0, line.length - open.length), open);
      open = undefined;
      continue;
    }
    split.push(line);
  }
  return split;
}

/** Takes git's extended header lines that say what happens to the file. */
function extended(section: Section | undefined, line: string): boolean {
  if (section === undefined || section.headed) return false;
  const rename = /^rename (from|to) (.+)$/.exec(line);
  if (rename !== null) {
    section.renamed = true;
    if (rename[1] === "from") section.from = headerPath(rename[2] ?? "");
    else section.to = headerPath(rename[2] ?? "");
    return true;
  }
  if (/^new file mode /.test(line)) section.created = true;
  else if (/^deleted file mode /.test(line)) section.deleted = true;
  else return false;
  return true;
}

function apply(section: Section, header: FileHeader): void {
  section.headed = true;
  if (header.from === undefined) section.created = true;
  if (header.to === undefined) section.deleted = true;
  if (section.renamed) return;
  section.from = header.from ?? section.from ?? header.to;
  section.to = header.to ?? section.to ?? header.from;
}

function propose(reading: Reading, section: Section, fence: number): void {
  const { proposals } = reading;
  const at = section.at + 1;
  const path = reading.around.knowsPath(section.from ?? "") ? section.from : (section.to ?? section.from);
  const strip = (name: string) => name.replace(/^[ab]\//, "");
  if (section.created && section.to !== undefined) {
    const rows = section.hunks.flatMap((hunk) => hunk.rows).filter((row) => row.kind !== "delete");
    const text = rows.map((row) => row.text + (row.noEol ? "" : "\n")).join("");
    proposals.push({ kind: "create", dialect: "unified", path: strip(section.to), text, overwrite: false, at });
    return;
  }
  if (section.deleted && section.from !== undefined) {
    const lines =
      section.hunks.length === 0
        ? undefined
        : section.hunks.flatMap((hunk) => hunk.rows.filter((row) => row.kind !== "add").map((row) => row.text));
    proposals.push({ kind: "delete", dialect: "unified", path: section.from, lines, at });
    return;
  }
  for (const hunk of section.hunks)
    proposals.push({ kind: "hunk", dialect: "unified", path, hunk, section: section.number, fence });
  if (section.renamed && section.from !== undefined && section.to !== undefined) {
    proposals.push({ kind: "move", dialect: "unified", path: section.from, to: strip(section.to), at });
  }
}
