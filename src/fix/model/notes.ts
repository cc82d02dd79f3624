import { type RangeWords, ranges } from "./range-words.ts";
import type { LineRange } from "./task.ts";
import { unseenIn } from "./visible.ts";

const MOST_UNSEEN = 5;

/** What is special about a file and cannot be seen in its numbered lines. */
export interface FileFacts {
  /** As they are in the file, without line ends. */
  readonly lines: readonly string[];
  readonly shown: readonly LineRange[];
  readonly locked: readonly LineRange[];
  /** Lines in which a secret is hidden, 1-based. */
  readonly secretLines: readonly number[];
  /** One of the placeholders, as an example. */
  readonly placeholder: string | undefined;
  readonly maxOutputTokens: number;
}

/** Remarks on the file for the model, one a line; empty if there is nothing to say. */
export function fileNotes(facts: FileFacts): string {
  return [partly(facts), cut(facts), secrets(facts), tabs(facts), unseen(facts), shortReply(facts)]
    .filter((note) => note !== undefined)
    .map((note) => `- ${note}`)
    .join("\n");
}

function partly({ shown, lines }: FileFacts): string | undefined {
  const isWhole = shown.length === 1 && shown[0]?.start === 1 && shown[0].end >= lines.length;
  return isWhole || lines.length === 0
    ? undefined
    : `The file has ${lines.length} lines; only those with a number are shown. Edit only lines that are shown.`;
}

function cut({ locked }: FileFacts): string | undefined {
  return locked.length === 0
    ? undefined
    : `${capital(ranges(locked))} too long and shown cut short. No edit may touch ${pronoun(locked)}.`;
}

function secrets({ secretLines, placeholder }: FileFacts): string | undefined {
  if (placeholder === undefined || secretLines.length === 0) return undefined;
  const words = ranges(secretLines.map((line) => ({ start: line, end: line })));
  return `Secrets in ${words.where} are hidden behind placeholders such as ${placeholder}. Do not change these lines unless a finding is on them; where "original" or "replacement" holds a placeholder, copy it exactly.`;
}

function tabs({ lines, shown }: FileFacts): string | undefined {
  const isTabbed = shown.some(({ start, end }) => lines.slice(start - 1, end).some((line) => line.startsWith("\t")));
  return isTabbed ? "Lines are indented with tabs; keep them." : undefined;
}

function unseen({ lines, shown }: FileFacts): string | undefined {
  const found: string[] = [];
  for (const { start, end } of shown) {
    for (let line = start; line <= end && found.length < MOST_UNSEEN; line++) {
      const characters = unseenIn((lines[line - 1] ?? "").slice(0, 2_000));
      if (characters.length > 0) found.push(`line ${line} (${characters.slice(0, 3).join(", ")})`);
    }
  }
  return found.length === 0 ? undefined : `Characters that cannot be seen stand in ${found.join(", ")}.`;
}

function shortReply({ maxOutputTokens }: FileFacts): string | undefined {
  return maxOutputTokens < 2_000
    ? `Your whole answer must stay below ${Math.floor(maxOutputTokens * 0.6)} words.`
    : undefined;
}

const capital = ({ where, verb }: RangeWords): string => `${where.charAt(0).toUpperCase()}${where.slice(1)} ${verb}`;
const pronoun = (locked: readonly LineRange[]): string => (ranges(locked).verb === "is" ? "it" : "them");
