import type { FileChange } from "../domain/outcome.ts";

/** Git's modes of regular files. */
export type FileMode = "100644" | "100755";

/**
 * The lines of a git diff before its first hunk. `hunks`: whether any follow; an empty file that comes or goes has none,
 * and git then writes no `---` and `+++` lines.
 */
export function gitHeader(
  change: Pick<FileChange, "path" | "before" | "after">,
  mode: FileMode,
  hunks: boolean,
): string {
  const { path, before, after } = change;
  let header = `diff --git ${quoteName(`a/${path}`)} ${quoteName(`b/${path}`)}\n`;
  if (before === null) header += `new file mode ${mode}\n`;
  if (after === null) header += `deleted file mode ${mode}\n`;
  if (!hunks) return header;
  return `${header}--- ${before === null ? "/dev/null" : label(`a/${path}`)}\n+++ ${after === null ? "/dev/null" : label(`b/${path}`)}\n`;
}

/** A tab ends a name that holds a blank, so that no reader takes what follows the blank for a date (git's `diff.c`). */
function label(name: string): string {
  return name.includes(" ") ? `${quoteName(name)}\t` : quoteName(name);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\x07": "\\a",
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\v": "\\v",
  "\f": "\\f",
  "\r": "\\r",
  '"': '\\"',
  "\\": "\\\\",
};

/** A name as git writes it with `core.quotePath=false`: quoted like a C string only for control characters, `"` and `\` (git's `quote.c`). */
export function quoteName(name: string): string {
  const quoted = name.replace(/[\x00-\x1f\x7f"\\]/g, (character) => ESCAPES[character] ?? octal(character));
  return quoted === name ? name : `"${quoted}"`;
}

function octal(character: string): string {
  return `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`;
}
