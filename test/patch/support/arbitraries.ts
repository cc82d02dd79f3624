import fc from "fast-check";
import { arrangeEdits, type TextEdit } from "../../../src/patch/apply.ts";

const LINE_ENDS = ["\n", "\n", "\n", "\r\n", "\r", "\u2028"];
const WORDS = [
  ...["", "", "a", "b", "c", "import os", "\t", "  ", "é", "😀", "😁", "\u{1F200}", "漢字", "\f", "\0", "$1", "\\"],
  ...["-", "+", " ", "--- a/x", "+++ b/x", "@@ -1 +1 @@", "diff --git a/x b/x", "\\ No newline at end of file", "-- "],
];

const line = fc.array(fc.constantFrom(...WORDS), { maxLength: 3 }).map((words) => words.join(""));

/** Short texts with much repetition, any line ends, or only one kind, with or without a last one, with or without a byte-order mark. */
export const anyText: fc.Arbitrary<string> = fc
  .record({
    lines: fc.array(fc.tuple(line, fc.constantFrom(...LINE_ENDS)), { maxLength: 14 }),
    only: fc.constantFrom(undefined, "\n", "\r\n", "\r"),
    last: line,
    mark: fc.constantFrom("", "", "", "\uFEFF"),
  })
  .map(({ lines, only, last, mark }) => mark + lines.map(([text, end]) => text + (only ?? end)).join("") + last);

/** The same with one character per byte. */
export const latin1Text: fc.Arbitrary<string> = anyText.map((text) =>
  text.replace(/[^\0-\x7f]/g, (character) => String.fromCharCode(0x80 + (character.charCodeAt(0) % 0x80))),
);

/** Edits of `text`, arranged, that may touch each other, with several insertions at one place among them. */
export function editsOf(text: string, replacement: fc.Arbitrary<string>): fc.Arbitrary<readonly TextEdit[]> {
  const cut = fc.oneof(fc.nat(text.length), lineBorder(text));
  const piece = fc.oneof(fc.constant(""), line, replacement);
  return fc.array(fc.tuple(cut, cut, piece), { maxLength: 5 }).map((cuts) => {
    const edits: TextEdit[] = [];
    for (const [a, b, replaced] of cuts.toSorted((x, y) => Math.min(x[0], x[1]) - Math.min(y[0], y[1]))) {
      const edit = { start: Math.min(a, b), end: Math.max(a, b), text: replaced };
      if (edit.start >= (edits.at(-1)?.end ?? 0)) edits.push(edit);
    }
    const arranged = arrangeEdits(edits, text.length);
    return arranged.ok ? arranged.edits : [];
  });
}

function lineBorder(text: string): fc.Arbitrary<number> {
  return fc.constantFrom(0, text.length, ...Array.from(text.matchAll(/\n/g), (match) => match.index + 1));
}
