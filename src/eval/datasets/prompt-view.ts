import { joinRanges } from "../../fix/model/range-words.ts";
import type { LineRange } from "../../fix/model/task.ts";

/** A finding as a prompt lists it. Lines are 1-based, `endLine` inclusive. */
export interface ListedFinding {
  readonly ruleId: string;
  readonly startLine: number;
  readonly endLine: number;
}

/** What a recorded prompt shows: the one file that the model saw, and what it was asked to mend there. */
export interface PromptView {
  /** The file's lines from line 1 on, without line ends; undefined for lines that are not shown. */
  readonly lines: readonly (string | undefined)[];
  /** Lines that are shown cut short, 1-based. */
  readonly cut: ReadonlySet<number>;
  /** In the order in which the prompt numbers them. */
  readonly findings: readonly ListedFinding[];
}

const FILE = /^<file-([0-9a-f]{10})>\n/m;
const ROW = /^ *(\d{1,9}) \| (.*)$/s;
const GAP = /^ *… (?:line (\d{1,9}) is|lines (\d{1,9}) to (\d{1,9}) are) not shown …$/;
const CUT = /⟨… \d+ characters not shown …⟩/;
const LISTED = /^\d+\. (\S.*?) at (?:lines (\d+) to (\d+)|line (\d+), column \d+): /gm;
/** More lines than any file that a prompt is made of. */
const MOST_LINES = 1_000_000;

/**
 * Reads a prompt as `fix/model/prompt.ts` writes it back into the lines that it shows. Undefined for any other text, and
 * for one whose numbers do not run on: such a prompt was not ours, or something was taken out of it.
 */
export function viewOfPrompt(prompt: string): PromptView | undefined {
  const opening = FILE.exec(prompt);
  const mark = opening?.[1];
  if (!opening || mark === undefined) return undefined;
  const code = blockAfter(prompt, "file", mark, opening.index);
  const listed = blockAfter(prompt, "findings", mark, 0);
  if (code === undefined || listed === undefined) return undefined;
  const shown = shownLines(code);
  const findings = Array.from(listed.matchAll(LISTED), ([, ruleId = "", from, to, only]) => ({
    ruleId,
    startLine: Number(from ?? only),
    endLine: Number(to ?? only),
  }));
  return shown && findings.length > 0 ? { ...shown, findings } : undefined;
}

function blockAfter(prompt: string, name: string, mark: string, from: number): string | undefined {
  const opening = `<${name}-${mark}>\n`;
  const start = prompt.indexOf(opening, from);
  if (start === -1) return undefined;
  const end = prompt.indexOf(`\n</${name}-${mark}>`, start);
  return end === -1 ? undefined : prompt.slice(start + opening.length, end);
}

function shownLines(code: string): Pick<PromptView, "lines" | "cut"> | undefined {
  const lines: (string | undefined)[] = [];
  const cut = new Set<number>();
  for (const row of code.split("\n")) {
    const [, number, text] = ROW.exec(row) ?? [];
    if (text !== undefined) {
      if (Number(number) !== lines.length + 1) return undefined;
      lines.push(text);
      if (CUT.test(text)) cut.add(lines.length);
      continue;
    }
    const [, only, from, to] = GAP.exec(row) ?? [];
    const last = Number(to ?? only);
    if (Number(from ?? only) !== lines.length + 1 || last > MOST_LINES || last <= lines.length) return undefined;
    while (lines.length < last) lines.push(undefined);
  }
  return { lines, cut };
}

/** Whether every line of the prompt's file is shown, and none cut short. */
export function showsEverything({ lines, cut }: PromptView): boolean {
  return cut.size === 0 && lines.every((line) => line !== undefined);
}

/** The lines that no edit may touch, as ranges: those not shown, and those cut short. */
export function lockedLines({ lines, cut }: PromptView): LineRange[] {
  const locked = lines.flatMap((line, at) => (line === undefined || cut.has(at + 1) ? [at + 1] : []));
  return joinRanges(locked.map((line) => ({ start: line, end: line })));
}
