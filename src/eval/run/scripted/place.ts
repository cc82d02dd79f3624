import type { Hunk } from "./hunks.ts";
import type { ShownLine } from "./read-prompt.ts";

/** A hunk where it stands in the file as a prompt shows it. */
export interface StatedEdit {
  readonly hunk: Hunk;
  /** 1-based, inclusive. */
  readonly startLine: number;
  readonly endLine: number;
  /** As shown: secrets are hidden. */
  readonly original: readonly string[];
}

const PLACEHOLDER = /(?:SECRET|HIDDEN|MASKED|WITHHELD)Q*\d+_x*/;

/** The hunks that are still to be made in the lines shown, in their order. What an earlier patch made already is left out. */
export function placeHunks(hunks: readonly Hunk[], lines: readonly ShownLine[]): StatedEdit[] {
  return hunks.flatMap((hunk): StatedEdit[] => {
    if (hunk.removed.length === 0) return lines.length === 0 ? [{ hunk, startLine: 1, endLine: 1, original: [] }] : [];
    const places = lines.flatMap((_, at) => (standsAt(hunk.removed, lines, at) ? [at] : []));
    const open = places.filter((at) => hunk.added.length <= hunk.removed.length || !standsAt(hunk.added, lines, at));
    const away = (at: number): number => Math.abs((lines[at]?.number ?? 0) - hunk.line);
    const at = open.toSorted((a, b) => away(a) - away(b))[0];
    const first = at === undefined ? undefined : lines[at];
    if (at === undefined || !first) return [];
    const original = lines.slice(at, at + hunk.removed.length).map(({ text }) => text);
    return [{ hunk, startLine: first.number, endLine: first.number + original.length - 1, original }];
  });
}

/** The shown lines with the edits made. */
export function withEdits(lines: readonly ShownLine[], edits: readonly StatedEdit[]): string[] {
  const texts = lines.map(({ text }) => text);
  for (const { startLine, original, hunk } of edits.toReversed()) {
    const at = Math.max(
      0,
      lines.findIndex(({ number }) => number === startLine),
    );
    texts.splice(at, original.length, ...hunk.added);
  }
  return texts;
}

function standsAt(wanted: readonly string[], lines: readonly ShownLine[], at: number): boolean {
  return wanted.every((text, offset) => {
    const line = lines[at + offset];
    return line !== undefined && line.number === (lines[at]?.number ?? 0) + offset && isLine(line.text, text);
  });
}

/** Whether a prompt's line is a file's line: it shows a placeholder where the file holds a secret. */
export function isLine(shown: string, real: string): boolean {
  if (shown === real) return true;
  if (!PLACEHOLDER.test(shown)) return false;
  const parts = shown.split(new RegExp(PLACEHOLDER, "g"));
  let from = 0;
  for (const part of parts) {
    const found = real.indexOf(part, from);
    if (found === -1) return false;
    from = found + part.length;
  }
  return real.startsWith(parts[0] ?? "") && real.endsWith(parts.at(-1) ?? "");
}
