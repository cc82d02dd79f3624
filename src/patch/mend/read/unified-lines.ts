import { headerPath } from "./unified-path.ts";

export interface HunkHeader {
  readonly oldStart?: number;
  readonly oldCount?: number;
  readonly newCount?: number;
  /** What stands in place of numbers, where it may be the line that opens the enclosing block. */
  readonly scope?: string;
}

const NUMBERS = /^@@+\s*-\s*(\d{1,9})(?:\s*,\s*(\d{1,9}))?\s*,?\s*\+\s*(\d{1,9})(?:\s*,\s*(\d{1,9}))?\s*(?:@@.*)?$/;

/** A line that opens a hunk: with numbers, or `@@ ... @@`, `@@ prose @@`, `@@`. */
export function hunkHeader(line: string): HunkHeader | undefined {
  if (!line.startsWith("@@")) return undefined;
  const found = NUMBERS.exec(line.trimEnd());
  if (found === null) {
    const scope = line
      .replace(/^@@+/, "")
      .replace(/@@+\s*$/, "")
      .trim();
    return scope === "" || /^[.…]+$/.test(scope) ? {} : { scope };
  }
  return { oldStart: Number(found[1]), oldCount: Number(found[2] ?? 1), newCount: Number(found[4] ?? 1) };
}

export interface FileHeader {
  /** Undefined: /dev/null. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** How many lines the header takes. */
  readonly length: number;
  /** It was not `--- x` and `+++ y`. */
  readonly mended: boolean;
}

const OLD = /^(-{2,3})[ \t]+(\S.*)$/;
const NEW = /^(\+{2,3}|-{2,3})[ \t]+(\S.*)$/;
const looksLikePath = (text: string): boolean => /^"?[^\s"]+"?(?:\t.*)?$/.test(text.trim()) || /^[ab]\//.test(text);

/**
 * The file header at line `i`: `--- a` and `+++ b`, also with a lost dash (`-- a/x`, `-- b/x`) when a hunk follows,
 * or one of the two alone when a hunk follows.
 */
export function fileHeader(lines: readonly string[], i: number): FileHeader | undefined {
  const old = OLD.exec(lines[i] ?? "");
  const single = /^\+{3}[ \t]+(\S.*)$/.exec(lines[i] ?? "");
  const hunkAt = (k: number) =>
    (lines[k] ?? "").startsWith("@@") || ((lines[k] ?? "").trim() === "" && (lines[k + 1] ?? "").startsWith("@@"));
  if (single !== null && hunkAt(i + 1)) {
    const path = headerPath(single[1] ?? "");
    return { from: path, to: path, length: 1, mended: true };
  }
  if (old === null) return undefined;
  const fresh = NEW.exec(lines[i + 1] ?? "");
  const proper = old[1] === "---" && fresh?.[1] === "+++";
  if (fresh !== null && (proper || (hunkAt(i + 2) && looksLikePath(old[2] ?? "") && looksLikePath(fresh[2] ?? "")))) {
    return { from: headerPath(old[2] ?? ""), to: headerPath(fresh[2] ?? ""), length: 2, mended: !proper };
  }
  if (hunkAt(i + 1) && looksLikePath(old[2] ?? "")) {
    const path = headerPath(old[2] ?? "");
    return { from: path, to: path, length: 1, mended: true };
  }
  return undefined;
}

/** Lines of a git header that carry nothing to place. */
export const GIT_NOISE =
  /^(?:index [0-9a-fA-F.]+\.\.|old mode |new mode |similarity index |dissimilarity index |copy (?:from|to) |={20,}$)/;
