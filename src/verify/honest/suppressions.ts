import type { ChangedFile } from "./changed-file.ts";
import { type Directive, directivesIn, MAY_SILENCE, SCOPES } from "./directives.ts";
import type { Detector, Dishonesty } from "./dishonesty.ts";
import type { Hunk } from "./hunks.ts";
import { allImportedNames } from "./imports.ts";

/**
 * Comments that silence an analyzer, added or widened. A comment that moves with its code, gets narrower or goes away
 * is fine, and so is the word in a string or a docstring.
 */
export const suppressions: Detector = (file) => {
  const opens = MAY_SILENCE.test(file.addedText);
  if (!opens && !MAY_SILENCE.test(file.removedText)) return [];
  const before = directivesIn(
    file.viewBefore(),
    inHunks(file, (hunk) => [hunk.beforeLine, hunk.removed.length]),
  );
  const after = directivesIn(
    file.viewAfter(),
    inHunks(file, (hunk) => [hunk.afterLine, hunk.added.length]),
  );
  const found = unexplained(file, before, after).map((directive) => added(file, directive));
  return found.length > 0 ? found : removedClosing(file, before, after);
};

/** The added directives that no removed one can account for. */
function unexplained(file: ChangedFile, before: readonly Directive[], after: readonly Directive[]): Directive[] {
  const left = new Set(before.filter((directive) => !directive.closes));
  const fresh = after.filter((directive) => !directive.closes && !followsItsNames(directive, before, left));
  const importedBefore = fresh.some(({ names }) => names) ? allImportedNames(file.viewBefore()) : new Set<string>();
  return fresh.filter((directive) => {
    // A name that stood unsilenced beside a directive is not silenced by having moved next to it.
    const reachesFurther = [...(directive.names ?? [])].some((name) => importedBefore.has(name));
    for (const old of left) {
      if (!covers(old, directive) || (reachesFurther && old.names)) continue;
      if (old.code === directive.code || sameHunk(file, old, directive)) {
        left.delete(old);
        return false;
      }
    }
    return true;
  });
}

/**
 * Whether a directive in an import silences only names that were silenced so before: imports are merged, split and sorted,
 * and comments move with their names. The old directives that account for it are taken out of `left`.
 */
function followsItsNames({ names, ...fresh }: Directive, before: readonly Directive[], left: Set<Directive>): boolean {
  if (names === undefined) return false;
  const used = before.filter((old) => old.names && covers(old, { names, ...fresh }));
  if (![...names].every((name) => used.some((old) => old.names?.has(name)))) return false;
  for (const old of used) if ([...(old.names ?? [])].some((name) => names.has(name))) left.delete(old);
  return true;
}

/** Whether the old directive silences everything that the new one does. */
function covers(old: Directive, fresh: Directive): boolean {
  if (old.kind !== fresh.kind || SCOPES.indexOf(old.scope) < SCOPES.indexOf(fresh.scope)) return false;
  const wide = old.codes;
  if (wide === undefined) return true;
  return fresh.codes !== undefined && [...fresh.codes].every((code) => wide.has(code));
}

function sameHunk(file: ChangedFile, old: Directive, fresh: Directive): boolean {
  const hunk = file.hunks.find((each) => within(old.line, each.beforeLine, each.removed.length));
  return hunk !== undefined && within(fresh.line, hunk.afterLine, hunk.added.length);
}

function added(file: ChangedFile, directive: Directive): Dishonesty {
  return {
    code: "SCOPE_SUPPRESSION_ADDED",
    path: file.path,
    detail: `Line ${directive.line} of ${file.path} adds or widens a suppression: \`${directive.text.slice(0, 80)}\`. Fix the code instead.`,
  };
}

/** A block that is switched off and no longer switched on again reaches further than before. */
function removedClosing(file: ChangedFile, before: readonly Directive[], after: readonly Directive[]): Dishonesty[] {
  for (const closing of before.filter((directive) => directive.closes)) {
    const change = (closes: boolean) => count(after, closing.kind, closes) - count(before, closing.kind, closes);
    if (change(true) < Math.min(0, change(false))) {
      return [
        {
          code: "SCOPE_SUPPRESSION_ADDED",
          path: file.path,
          detail: `${file.path} loses \`${closing.text}\` (line ${closing.line}), which lets a suppression reach further. Keep it.`,
        },
      ];
    }
  }
  return [];
}

function count(directives: readonly Directive[], kind: string, closes: boolean): number {
  return directives.filter(
    (directive) => directive.kind === kind && directive.closes === closes && directive.scope === "block",
  ).length;
}

function inHunks(file: ChangedFile, range: (hunk: Hunk) => [start: number, count: number]): (line: number) => boolean {
  const ranges = file.hunks.map(range);
  return (line) => ranges.some(([start, size]) => within(line, start, size));
}

function within(line: number, start: number, size: number): boolean {
  return line >= start && line < start + size;
}
