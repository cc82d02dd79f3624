import { parseHunkHeader } from "../diff-hunks.ts";
import { unquoteBytes } from "../git-quoting.ts";

/**
 * A canonical diff for files that lie in `folder/` instead of at the top. Only names in headers are rewritten; lines of
 * hunks are counted from `@@ … @@`, since a line of a source may look like a header. Undefined where the diff is not
 * plain or names a file that is not in `paths`: git alone judges it then.
 */
export function prefixedDiff(diff: Uint8Array, paths: ReadonlySet<string>, folder: string): Buffer | undefined {
  // one character per byte, because a diff may hold files of several encodings
  const text = Buffer.from(diff.buffer, diff.byteOffset, diff.byteLength).toString("latin1");
  if (!text.endsWith("\n")) return undefined;
  const lines = text.slice(0, -1).split("\n");
  const rewritten: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const header = readHeader(lines, at, folder);
    if (header === undefined || !paths.has(header.path)) return undefined;
    const end = endOfHunks(lines, header.end);
    if (end === undefined) return undefined;
    rewritten.push(header.lines.join("\n"));
    if (end > header.end) rewritten.push(lines.slice(header.end, end).join("\n"));
    at = end;
  }
  return Buffer.from(`${rewritten.join("\n")}\n`, "latin1");
}

/** The lines of one file's header, from `diff --git` to before its first hunk, with the folder put in. */
function readHeader(lines: readonly string[], start: number, folder: string) {
  const names = readNames(lines[start] ?? "");
  if (names === undefined) return undefined;
  const rewritten = [`diff --git ${put(folder, names.old)} ${put(folder, names.new)}`];
  let end = start + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? "";
    if (line.startsWith("@@ ") || line.startsWith("diff --git ")) break;
    const withFolder = headerLine(line, folder);
    if (withFolder === undefined) return undefined;
    rewritten.push(withFolder);
  }
  return { path: names.path, lines: rewritten, end };
}

function headerLine(line: string, folder: string): string | undefined {
  if (/^(?:old mode|new mode|new file mode|deleted file mode|index) /.test(line)) return line;
  const [, mark, name] = /^(---|\+\+\+) (.*)$/s.exec(line) ?? [];
  if (mark === undefined || name === undefined) return undefined;
  if (name === "/dev/null") return line;
  return /^"?[ab]\//.test(name) ? `${mark} ${put(folder, name)}` : undefined;
}

/** `a/x` -> `a/folder/x`, and the same inside quotes. */
function put(folder: string, name: string): string {
  return name.replace(/^("?[ab]\/)/, (start) => `${start}${folder}/`);
}

/** The two names of a `diff --git` line, which must name the same file. */
function readNames(line: string): { old: string; new: string; path: string } | undefined {
  const names = /^diff --git (.*)$/s.exec(line)?.[1];
  if (names === undefined || names.length % 2 === 0) return undefined;
  // both names are equally long, because they differ only in `a/` and `b/`
  const middle = (names.length - 1) / 2;
  const [old, next] = [names.slice(0, middle), names.slice(middle + 1)];
  const path = unquoteBytes(old);
  if (names[middle] !== " " || path === undefined || !path.startsWith("a/")) return undefined;
  return unquoteBytes(next) === `b/${path.slice(2)}` ? { old, new: next, path: path.slice(2) } : undefined;
}

/** The index after the hunks that begin at `start`; undefined if a hunk has more or fewer lines than it says. */
function endOfHunks(lines: readonly string[], start: number): number | undefined {
  let at = start;
  for (;;) {
    const hunk = parseHunkHeader(lines[at] ?? "");
    if (hunk === undefined) return at === lines.length || lines[at]?.startsWith("diff --git ") ? at : undefined;
    at += 1;
    for (let { oldLines, newLines } = hunk; oldLines > 0 || newLines > 0; at += 1) {
      const mark = lines[at]?.[0];
      if (mark === " " || mark === "-") oldLines -= 1;
      if (mark === " " || mark === "+") newLines -= 1;
      if (mark === undefined || !" -+\\".includes(mark) || oldLines < 0 || newLines < 0) return undefined;
    }
    while (lines[at]?.startsWith("\\")) at += 1;
  }
}
