/** A run of text; `mark` says what hidden character stands here, and `text` is what is shown for it. */
export interface VisiblePart {
  readonly text: string;
  readonly mark?: string;
}

/** Control characters but tab and newline, bidirectional controls, zero-width ones, separators, lone surrogates. */
const HIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Cuts a text at the characters that a browser would act on or hide. Joined, the parts' texts hold no such character. */
export function visibleParts(text: string): VisiblePart[] {
  if (text.search(HIDDEN) < 0) return [{ text }];
  const parts: VisiblePart[] = [];
  let from = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push(shown(match[0]));
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

function shown(hidden: string): VisiblePart {
  const code = hidden.codePointAt(0) ?? 0;
  const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  if (code < 0x20) return { text: String.fromCodePoint(0x2400 + code), mark: `control character ${name}` };
  if (code === 0x7f) return { text: "\u2421", mark: `control character ${name}` };
  return { text: `[${name}]`, mark: BIDI.test(hidden) ? `bidirectional control ${name}` : `hidden character ${name}` };
}

/** The same as one plain string, for titles and accessible names. */
export function visibleText(text: string): string {
  return visibleParts(text)
    .map((part) => part.text)
    .join("");
}
