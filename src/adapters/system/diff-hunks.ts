import { unquoteBytes } from "./git-quoting.ts";

/** One `@@ -oldStart,oldLines +newStart,newLines @@`; a side without lines names the line before the place. */
export interface Hunk {
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
}

const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

export function parseHunkHeader(line: string): Hunk | undefined {
  const [all, oldStart, oldLines = "1", newStart, newLines = "1"] = HUNK.exec(line) ?? [];
  if (all === undefined) return undefined;
  return {
    oldStart: Number(oldStart),
    oldLines: Number(oldLines),
    newStart: Number(newStart),
    newLines: Number(newLines),
  };
}

/**
 * The hunks of each file in the output of `git diff` with the prefixes `a/` and `b/`, by the new path. Files that are
 * gone are left out; files that only changed their name or mode have no hunks. Lines of a hunk are counted, never
 * looked at: a changed line may itself look like a header.
 */
export function hunksByFile(diff: Buffer): Map<string, Hunk[]> {
  const files = new Map<string, Hunk[]>();
  let hunks: Hunk[] = [];
  let bodyLines = 0;
  // one character per byte, because a diff may hold files of several encodings
  for (const line of linesOf(diff.toString("latin1"))) {
    if (bodyLines > 0) {
      if (!line.startsWith("\\")) bodyLines -= 1;
      continue;
    }
    if (line.startsWith("diff --git ")) hunks = [];
    if (line.startsWith("+++ ")) {
      const path = newPath(line.slice(4));
      if (path !== undefined) files.set(path, hunks);
    }
    const hunk = parseHunkHeader(line);
    if (hunk !== undefined) {
      hunks.push(hunk);
      bodyLines = hunk.oldLines + hunk.newLines;
    }
  }
  return files;
}

function* linesOf(text: string): Generator<string> {
  let start = 0;
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", start)) {
    yield text.slice(start, end);
    start = end + 1;
  }
  if (start < text.length) yield text.slice(start);
}

function newPath(name: string): string | undefined {
  if (name === "/dev/null") return undefined;
  // git ends a name that holds a blank with a tab
  const path = unquoteBytes(name.replace(/\t$/, ""));
  return path?.startsWith("b/") ? path.slice(2) : undefined;
}
