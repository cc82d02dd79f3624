/**
 * Characters that a terminal or a reader would obey or not show: controls (C0, DEL, C1), marks that change the direction of
 * text (Unicode UAX #9), invisible characters, line separators, variation and tag characters, and halves of surrogate pairs.
 */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}\p{Surrogate}]|\u034f/gu;

const NAMED: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Text from outside on one line, with everything that could act on a terminal made visible (`\x1b`, `\u202e`). */
export function visible(text: string): string {
  return text.replace(UNSAFE, escaped);
}

/** The same for text of several lines: line ends and tabs stay, a carriage return before a line end is dropped. */
export function visibleLines(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replace(UNSAFE, (character) => (character === "\n" || character === "\t" ? character : escaped(character)));
}

/** Text from outside as one readable line: blanks of any kind become one space, the rest as `visible`. */
export function oneLine(text: string): string {
  return visible(text.replace(/[\t\n\v\f\r\u0085\u2028\u2029 ]+/g, " ").trim());
}

/**
 * Finished lines that no CI system takes for commands: GitHub's runner obeys `::` at the start of a line, blanks before it
 * or not, and `##[` anywhere.
 */
export function inert(lines: string): string {
  return lines.replace(/^([^\S\n]*:)(?=:)/gm, "$1 ").replaceAll("##[", "# #[");
}

function escaped(character: string): string {
  const named = NAMED[character];
  if (named !== undefined) return named;
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${code.toString(16).padStart(4, "0")}` : `\\u{${code.toString(16)}}`;
}

/** A word of a command line as a person can paste it into a shell: in quotes if the shell would split or change it. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./\\~-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
