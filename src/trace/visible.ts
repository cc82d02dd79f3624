/** Characters that a terminal obeys or does not show: controls, marks of direction, invisible and separating characters. */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;

/** A recorded text on one line, nothing in it acting on a terminal. */
export function visible(text: string): string {
  return text.replace(/\s+/g, " ").replace(UNSAFE, escaped);
}

/** The same for several lines: line ends and tabs stay. */
export function visibleLines(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replace(UNSAFE, (character) => (character === "\n" || character === "\t" ? character : escaped(character)));
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
