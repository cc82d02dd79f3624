import { createTwoFilesPatch } from "diff";
import type { ModelRequest } from "../../src/ports/provider.ts";
import type { Block, CorpusFile, Hunk } from "./corpus.ts";

/** One edit as a model states it. */
export interface StatedEdit {
  readonly finding: readonly number[];
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly original: string;
  readonly replacement: string;
}

export const QUALITIES = ["right", "repairable", "wrong", "hostile"] as const;
export type Quality = (typeof QUALITIES)[number];

/** A file as a prompt shows it, and what the prompt asks of it. */
interface Asked {
  readonly path: string;
  readonly lines: readonly { readonly number: number; readonly text: string }[];
  readonly findings: readonly { readonly number: number; readonly rule: string; readonly line: number }[];
}

/** Reads path, lines and findings out of a prompt, as a model would. */
export function readPrompt({ user }: Pick<ModelRequest, "user">): Asked {
  const between = (name: string): string =>
    new RegExp(`<${name}-(\\w+)>\\n([\\s\\S]*?)\\n</${name}-\\1>`).exec(user)?.[2] ?? "";
  const lines = [...between("file").matchAll(/^ *(\d+) \| ?(.*)$/gm)].map(([, number, text]) => ({
    number: Number(number),
    text: text ?? "",
  }));
  const findings = [...between("findings").matchAll(/^(\d+)\. (\S+) at lines? (\d+)/gm)].map(
    ([, number, rule, line]) => ({ number: Number(number), rule: rule ?? "", line: Number(line) }),
  );
  return { path: /^File: `([^`]+)`/.exec(user)?.[1] ?? "", lines, findings };
}

/** The blocks that a prompt asks about, each with the numbers of its findings. */
export function blocksAsked(asked: Asked, file: CorpusFile): Map<Block, number[]> {
  const wanted = new Map<Block, number[]>();
  for (const { number, rule, line } of asked.findings) {
    const block = file.blocks.find(
      (one) => one.rules.includes(rule) && one.hunks.some((hunk) => spans(placeOf(hunk, asked), line)),
    );
    if (block) wanted.set(block, [...(wanted.get(block) ?? []), number]);
  }
  return wanted;
}

function spans(place: { startLine: number; endLine: number } | undefined, line: number): boolean {
  return place !== undefined && place.startLine <= line && line <= place.endLine;
}

function placeOf({ before }: Hunk, { lines }: Asked): { startLine: number; endLine: number } | undefined {
  if (before.length === 0) return { startLine: 1, endLine: 1 };
  const at = lines.findIndex((_, from) => before.every((text, offset) => lines[from + offset]?.text === text));
  const first = lines[at];
  return first && { startLine: first.number, endLine: first.number + before.length - 1 };
}

/** The edits that close a block's findings, in the text that the prompt shows. */
export function rightEdits(block: Block, finding: readonly number[], asked: Asked): StatedEdit[] {
  const edit = (hunk: Hunk, owners: readonly number[]): StatedEdit[] => {
    const place = placeOf(hunk, asked);
    return place
      ? [
          {
            finding: owners,
            path: block.path,
            ...place,
            original: hunk.before.join("\n"),
            replacement: hunk.after.join("\n"),
          },
        ]
      : [];
  };
  return [...block.hunks.flatMap((hunk) => edit(hunk, finding)), ...(block.needs ? edit(block.needs, []) : [])];
}

/** The same edit stated twice, as every block that needs an import does, is stated once. */
export function stated(edits: readonly StatedEdit[]): StatedEdit[] {
  const once = new Map(
    edits.map((edit) => [JSON.stringify([edit.path, edit.startLine, edit.original, edit.replacement]), edit]),
  );
  return [...once.values()].sort((a, b) => a.startLine - b.startLine);
}

/** A structured reply. */
export function asJson(edits: readonly StatedEdit[], strategy: string): string {
  const shaped = strategy === "repair.batch" ? edits : edits.map(({ finding: _, ...edit }) => edit);
  return JSON.stringify({
    edits: shaped,
    ...(strategy === "repair.batch" && { notFixed: [] }),
    explanation: "Fixed as asked.",
    unfixable: null,
  });
}

export function asBlocks(edits: readonly StatedEdit[]): string {
  return edits
    .map(
      ({ path, original, replacement }) =>
        `${path}\n<<<<<<< SEARCH\n${original}\n=======\n${replacement}\n>>>>>>> REPLACE\n`,
    )
    .join("\n");
}

/** A unified diff of the shown text, in a fence. */
export function asDiff(edits: readonly StatedEdit[], { path, lines }: Asked): string {
  const before = lines.map(({ text }) => text);
  let after = before;
  for (const { startLine, endLine, replacement } of [...edits].sort((a, b) => b.startLine - a.startLine)) {
    const from = Math.max(
      0,
      lines.findIndex(({ number }) => number === startLine),
    );
    after = [
      ...after.slice(0, from),
      replacement,
      ...after.slice(from + (before.length === 0 ? 0 : endLine - startLine + 1)),
    ];
  }
  const text = (some: readonly string[]): string => some.map((line) => `${line}\n`).join("");
  const diff = createTwoFilesPatch(`a/${path}`, `b/${path}`, text(before), text(after)).split("\n").slice(1).join("\n");
  return `\`\`\`diff\n${diff}\`\`\`\n`;
}
