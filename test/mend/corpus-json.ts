import type { Change } from "./corpus.ts";
import type { Corrupted } from "./corpus-unified.ts";

interface PlainEdit {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly original: string;
  readonly replacement: string;
}

/** The change as edits of whole lines with one line of context on each side, where there is one. */
export function editsOf(change: Change, context = 1): PlainEdit[] {
  return change.hunks.map((hunk) => {
    const rows = hunk.rows.filter((row) => row[0] !== "\\");
    const first = rows.findIndex((row) => row[0] !== " ");
    const last = rows.findLastIndex((row) => row[0] !== " ");
    const from = Math.max(0, first - context);
    const part = rows.slice(from, last + 1 + context);
    const old = part.filter((row) => row[0] !== "+").map((row) => row.slice(1));
    const fresh = part.filter((row) => row[0] !== "-").map((row) => row.slice(1));
    const startLine = hunk.oldStart + rows.slice(0, from).filter((row) => row[0] !== "+").length;
    return {
      path: change.path,
      startLine,
      endLine: startLine + old.length - 1,
      original: old.join("\n"),
      replacement: fresh.join("\n"),
    };
  });
}

type Write = (change: Change, random: () => number) => Corrupted | undefined;

const answer = (change: Change): { edits: PlainEdit[]; explanation: string; unfixable: null } => ({
  edits: editsOf(change),
  explanation: 'It\'s "fixed", see {above}.',
  unfixable: null,
});
const text = (change: Change): string => JSON.stringify(answer(change), null, 2);
const simple =
  (write: (change: Change, random: () => number) => string): Write =>
  (change, random) => ({ reply: write(change, random) });
const mapped = (
  map: (edit: PlainEdit, i: number) => unknown,
  wrap: (edits: unknown[]) => unknown = (edits) => ({ edits }),
): Write => simple((change) => JSON.stringify(wrap(editsOf(change, 2).map(map))));
const python = (value: string): string =>
  `'${value.replace(/\\/g, "\\\\").replace(/'/g, "\\'").replace(/\n/g, "\\n").replace(/\t/g, "\\t")}'`;

/** The least indentation of all lines with ink, taken away; undefined if there is none. */
export function dedented(edit: PlainEdit): PlainEdit | undefined {
  const lines = `${edit.original}\n${edit.replacement}`.split("\n").filter((line) => /\S/.test(line));
  const least = Math.min(...lines.map((line) => /^ */.exec(line)?.[0].length ?? 0));
  if (least === 0 || lines.some((line) => /^\s*\t/.test(line))) return undefined;
  const cut = (part: string) =>
    part
      .split("\n")
      .map((line) => (/\S/.test(line) ? line.slice(least) : line))
      .join("\n");
  return { ...edit, original: cut(edit.original), replacement: cut(edit.replacement) };
}

const numbered = (part: string, start: number): string =>
  part
    .split("\n")
    .map((line, i) => `${String(start + i).padStart(3)} | ${line}`)
    .join("\n");

const escaped = (part: string): string =>
  part.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

const inkAtEnds = (part: string): boolean => /^[^\S\n]*\S/.test(part) && /\S[^\S\n]*$/.test(part);

/** Edits that lost white space at their ends; undefined where that loses lines or the ends of strings as well. */
const trimmed =
  (map: (edit: PlainEdit) => PlainEdit): Write =>
  (change) => {
    const edits = editsOf(change);
    const isWhole = ({ original, replacement }: PlainEdit) =>
      inkAtEnds(original) && inkAtEnds(replacement) && replacement === replacement.trimEnd();
    return edits.every(isWhole) ? { reply: JSON.stringify({ edits: edits.map(map) }) } : undefined;
  };

/** The least indentation of all lines with ink, taken away. */
function withoutIndent(part: string): string {
  const lines = part.split("\n");
  const indents = lines.filter((line) => /\S/.test(line)).map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const least = Math.min(...indents);
  return lines.map((line) => line.slice(least)).join("\n");
}

export const jsonDialects: Readonly<Record<string, Write>> = {
  "json:clean": simple(text),
  "json:one line": simple((change) => JSON.stringify(answer(change))),
  "json:fence": simple((change) => `\`\`\`json\n${text(change)}\n\`\`\``),
  "json:prose and fence": simple(
    (change) => `Sure! Here is the fix:\n\n\`\`\`json\n${text(change)}\n\`\`\`\nIt is {done}.`,
  ),
  "json:prose": simple((change) => `I looked at it. The answer:\n${text(change)}\nThat should do.`),
  "json:CRLF": simple((change) => text(change).replace(/\n/g, "\r\n")),
  "json:CRLF inside": simple((change) =>
    JSON.stringify({
      edits: editsOf(change).map((edit) => ({
        ...edit,
        original: edit.original.replace(/\n/g, "\r\n"),
        replacement: edit.replacement.replace(/\n/g, "\r\n"),
      })),
    }),
  ),
  "json:trailing commas": simple((change) => text(change).replace(/\n(\s*)([}\]])/g, ",\n$1$2")),
  "json:comments": simple((change) =>
    text(change).replace('"edits": [', '// the edits\n  "edits": [ /* one for each */'),
  ),
  "json:line ends not escaped": simple((change) =>
    JSON.stringify(answer(change), null, 1).replace(/(?<!\\)\\n/g, "\n"),
  ),
  "json:Python literal": simple(
    (change) =>
      `{'edits': [${editsOf(change)
        .map(
          (e) =>
            `{'path': ${python(e.path)}, 'startLine': ${e.startLine}, 'endLine': ${e.endLine}, 'original': ${python(e.original)}, 'replacement': ${python(e.replacement)}}`,
        )
        .join(", ")}], 'explanation': 'x', 'unfixable': None}`,
  ),
  "json:quotes not escaped": simple(
    (change) =>
      `{"edits": [${editsOf(change)
        .map(
          (e) =>
            `{"path": "${e.path}", "startLine": ${e.startLine}, "endLine": ${e.endLine}, "original": "${e.original.replace(/\\/g, "\\\\").replace(/\n/g, "\\n").replace(/\t/g, "\\t")}", "replacement": "${e.replacement.replace(/\\/g, "\\\\").replace(/\n/g, "\\n").replace(/\t/g, "\\t")}"}`,
        )
        .join(", ")}], "explanation": "x", "unfixable": null}`,
  ),
  "json:escaped twice": mapped((e) => ({
    ...e,
    original: JSON.stringify(e.original).slice(1, -1),
    replacement: JSON.stringify(e.replacement).slice(1, -1),
  })),
  "json:lines as arrays": mapped((e) => ({
    ...e,
    original: e.original.split("\n"),
    replacement: e.replacement.split("\n"),
  })),
  "json:wrong line numbers": mapped((e) => ({ ...e, startLine: e.startLine + 7, endLine: e.endLine + 9 })),
  "json:no line numbers": mapped(({ path, original, replacement }) => ({ path, original, replacement })),
  "json:other keys": mapped((e) => ({
    file: e.path,
    start_line: e.startLine,
    end_line: e.endLine,
    expect: e.original,
    replace: e.replacement,
  })),
  "json:old_string": mapped(
    (e) => ({ file_path: e.path, old_string: e.original, new_string: e.replacement }),
    (edits) => edits,
  ),
  "json:oldText": mapped(
    (e) => ({ oldText: e.original, newText: e.replacement }),
    (edits) => ({ edits }),
  ),
  "json:search": mapped(
    (e) => ({ filename: e.path, search: e.original, replace: e.replacement }),
    (edits) => ({ changes: edits }),
  ),
  "json:str_replace commands": mapped(
    (e) => ({
      name: "str_replace_editor",
      arguments: JSON.stringify({
        command: "str_replace",
        path: `/repo/${e.path}`,
        old_str: e.original,
        new_str: e.replacement,
      }),
    }),
    (edits) => ({ tool_calls: edits }),
  ),
  "json:nested by file": (change) => ({
    reply: JSON.stringify({
      files: [
        { path: change.path, edits: editsOf(change).map(({ original, replacement }) => ({ original, replacement })) },
      ],
    }),
  }),
  "json:line end at the end": mapped((e) => ({ ...e, original: `${e.original}\n`, replacement: `${e.replacement}\n` })),
  "json:stated twice": simple(
    (change) => `\`\`\`json\n${text(change)}\n\`\`\`\nAgain:\n\`\`\`json\n${text(change)}\n\`\`\``,
  ),
  "json:line numbers copied": mapped((e) => ({
    ...e,
    original: numbered(e.original, e.startLine),
    replacement: numbered(e.replacement, e.startLine),
  })),
  "json:trailing space lost": mapped((e) => ({
    ...e,
    original: e.original.replace(/[ \t]+$/gm, ""),
    replacement: e.replacement,
  })),
  "json:dedented": (change) => {
    const edits = editsOf(change, 2).map(dedented);
    return edits.some((edit) => edit === undefined) ? undefined : { reply: JSON.stringify({ edits }) };
  },
  "json:original trimmed": trimmed((e) => ({ ...e, original: e.original.trim() })),
  "json:both trimmed": trimmed((e) => ({ ...e, original: e.original.trim(), replacement: e.replacement.trim() })),
  "json:original dedented": trimmed((e) => ({ ...e, original: withoutIndent(e.original) })),
  "json:fences inside": mapped((e) => ({
    ...e,
    original: `\`\`\`python\n${e.original}\n\`\`\``,
    replacement: `\`\`\`python\n${e.replacement}\n\`\`\``,
  })),
  "json:in a JSON string": simple((change) => JSON.stringify(text(change))),
  "json:entities": (change) => {
    const edits = editsOf(change, 2).map((e) => ({
      ...e,
      original: escaped(e.original),
      replacement: escaped(e.replacement),
    }));
    return edits.every((e) => e.original.includes("&")) ? { reply: JSON.stringify({ edits }) } : undefined;
  },
  "json:cut off": (change, random) => {
    const whole = text(change);
    return { reply: whole.slice(0, Math.floor(whole.length * (0.3 + random() * 0.5))), refuse: true };
  },
  "json:original not in file": (change) => ({
    reply: JSON.stringify({
      edits: editsOf(change).map((e) => ({ ...e, original: `${e.original}\ninvented_line()` })),
    }),
    refuse: true,
  }),
  "json:whole file": (change) => ({
    reply: JSON.stringify({ path: change.path, content: change.after.replace(/\r\n/g, "\n").replace(/^\ufeff/, "") }),
  }),
};
