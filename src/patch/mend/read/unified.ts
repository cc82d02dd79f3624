import { pathAbove } from "./path-hint.ts";
import { DIFF_FENCE, type Reading } from "./reading.ts";
import { readHunk } from "./unified-hunk.ts";
import { fileHeader, GIT_NOISE, type HunkHeader, hunkHeader } from "./unified-lines.ts";
import { gitPaths } from "./unified-path.ts";
import { Section } from "./unified-section.ts";

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
    const fence = DIFF_FENCE.exec(line);
    if (fence !== null) {
      inDiff = !inDiff && /^(?:diff|patch|udiff)\b/i.test(fence[2] ?? "");
      if (!inDiff && signed) return true;
    } else if (inDiff && /^[-+]/.test(line)) signed = true;
  }
  return false;
}

/** Reads every hunk of a unified diff, however its headers are broken. Sources: git's apply.c and diff.c, POSIX diff -u. */
export function readUnified(reading: Reading): void {
  new UnifiedReader(reading, unglued(reading)).read();
}

class UnifiedReader {
  readonly #reading: Reading;
  readonly #lines: readonly string[];
  readonly #sections: Section[] = [];
  #section: Section | undefined;
  #fences = 0;
  #fence: { readonly marker: string; readonly isDiff: boolean; readonly path: string | undefined } | undefined;
  /** Scope lines that stood in place of hunk numbers and still wait for their hunk. */
  #scopes: readonly string[] = [];
  #next = 0;

  constructor(reading: Reading, lines: readonly string[]) {
    this.#reading = reading;
    this.#lines = lines;
  }

  read(): void {
    while (this.#next < this.#lines.length && this.#reading.refusal === undefined) {
      const line = this.#lines[this.#next] ?? "";
      const taken = this.#takeFence(line) || this.#takeFileHeader(line) || this.#takeHunk(line);
      if (taken) continue;
      this.#refuseStray(line);
      if (/^<\/(?:patch|diff)>/i.test(line)) this.#section = undefined;
      this.#next++;
    }
    for (const section of this.#sections) section.propose(this.#reading);
  }

  #begin(paths: { readonly from?: string; readonly to?: string }): Section {
    const section = new Section(this.#sections.length, this.#fences, this.#next, paths);
    this.#sections.push(section);
    this.#section = section;
    return section;
  }

  /** A section without a header of its own: its path is the one above its fence, if any. */
  #unnamed(): Section {
    const path = this.#fence?.path;
    return this.#begin(path === undefined ? {} : { from: path, to: path });
  }

  #takeFence(line: string): boolean {
    const mark = DIFF_FENCE.exec(line);
    if (mark === null) return false;
    const [, marker = "", info = ""] = mark;
    this.#section = undefined;
    if (this.#fence !== undefined && marker.startsWith(this.#fence.marker) && info.trim() === "")
      this.#fence = undefined;
    else {
      const isDiff = /^(?:diff|patch|udiff)\b/i.test(info);
      this.#fence = { marker, isDiff, path: pathAbove(this.#reading, this.#next) };
      this.#fences++;
    }
    this.#next++;
    return true;
  }

  #takeFileHeader(line: string): boolean {
    const index = /^Index: (\S.*)$/.exec(line)?.[1]?.trim();
    if (line.startsWith("diff --git ") || index !== undefined) {
      this.#begin(index === undefined ? (gitPaths(line) ?? {}) : { from: index, to: index });
      this.#next++;
      return true;
    }
    if (this.#section?.takeExtended(line) || GIT_NOISE.test(line)) {
      this.#next++;
      return true;
    }
    if (/^(?:Binary files .* differ|GIT binary patch)$/.test(line.trimEnd())) {
      const reason = `Line ${this.#next + 1} of the reply is a binary patch; only text can be changed.`;
      this.#reading.refuse("DIFF_BINARY", reason);
      return true;
    }
    const header = fileHeader(this.#lines, this.#next);
    if (header === undefined) return false;
    if (header.mended) {
      const shown = JSON.stringify(line.slice(0, 120));
      this.#reading.note("header-mended", `The file header ${shown} is not "--- a/…" and "+++ b/…".`, this.#next);
    }
    const fresh = this.#section !== undefined && !this.#section.headed && this.#section.hunks.length === 0;
    const section = fresh && this.#section !== undefined ? this.#section : this.#begin({});
    section.takeHeader(header);
    this.#next += header.length;
    if (/^[-+ ]/.test(this.#lines[this.#next] ?? "")) this.#takeBody(section, undefined, this.#next);
    return true;
  }

  #takeHunk(line: string): boolean {
    const opened = hunkHeader(line);
    if (opened !== undefined) {
      const section = this.#section ?? this.#unnamed();
      if (opened.scope !== undefined) this.#scopes = [...this.#scopes, opened.scope];
      this.#next++;
      const before = section.hunks.length;
      this.#takeBody(section, opened, this.#next - 1);
      if (section.hunks.length > before) this.#scopes = [];
      return true;
    }
    if (!this.#fence?.isDiff || this.#section !== undefined || !/^[-+ ]/.test(line)) return false;
    const from = this.#next;
    this.#takeBody(this.#unnamed(), undefined, from);
    return this.#next > from;
  }

  #takeBody(section: Section, header: HunkHeader | undefined, headerAt: number): void {
    const read = readHunk(this.#reading, this.#lines, this.#next, header, headerAt);
    const scopes = this.#scopes;
    section.hunks.push(...read.hunks.map((hunk) => (scopes.length === 0 ? hunk : { ...hunk, scopes })));
    this.#next = read.next;
    if (read.cutOff && this.#fence !== undefined) {
      const reason = `The reply ends inside the hunk at line ${headerAt + 1}: it was cut off. Send it again, shorter.`;
      this.#reading.refuse("DIFF_BAD_HUNK_COUNT", reason);
    }
  }

  /** A changed line behind a hunk that no hunk took: nothing of a patch is dropped silently. */
  #refuseStray(line: string): void {
    if (this.#section === undefined || this.#section.hunks.length === 0) return;
    if (!/^[-+](?:[^\s+-]|\s{2,}\S)/.test(line)) return;
    const reason = `Line ${this.#next + 1} of the reply changes something, but stands outside every hunk.`;
    this.#reading.refuse("DIFF_BAD_HUNK_COUNT", reason);
  }
}

/** The reply's lines, with a closing fence that was glued to the last line of a diff on a line of its own. */
function unglued({ lines, around }: Reading): readonly string[] {
  const split: string[] = [];
  let open: string | undefined;
  for (const [i, line] of lines.entries()) {
    const mark = DIFF_FENCE.exec(line)?.[1];
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
