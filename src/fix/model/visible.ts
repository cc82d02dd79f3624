/** Control characters, line separators, bidirectional overrides, zero-width characters and lone surrogates. */
const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

/** A character as `\u202e`. */
export function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
}

/** A text of strangers in which everything unseen is spelled out; line ends and tabs stay. */
export function visible(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(UNSEEN, escaped);
}

/** The same on one line of at most `longest` UTF-16 units. */
export function visibleLine(text: string, longest: number): string {
  const flat = visible(text.slice(0, longest * 4))
    .replace(/\s+/g, " ")
    .trim();
  return flat.length <= longest ? flat : `${flat.slice(0, longest - 1)}…`;
}

/** At most `most` lines and `longest` UTF-16 units of a text, with a mark where it was cut. */
export function clipped(text: string, most: number, longest: number): string {
  const lines = text.slice(0, longest).split("\n");
  const kept = lines.slice(0, most).join("\n").trimEnd();
  return lines.length > most || text.length > longest ? `${kept}\n… (cut)` : kept;
}

/** Text in a code span whose fence is longer than any run of backticks inside. */
export function codeSpan(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const space = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${fence}${space}${text}${space}${fence}`;
}

/** The unseen characters of a line of code with their 1-based UTF-16 columns: `U+202E at column 9`. */
export function unseenIn(line: string): string[] {
  return Array.from(line.matchAll(UNSEEN), ({ 0: character, index }) => {
    const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `U+${number} at column ${index + 1}`;
  });
}
