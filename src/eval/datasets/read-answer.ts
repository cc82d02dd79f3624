import type { Finding } from "../../domain/finding.ts";
import type { Strategy } from "../../domain/outcome.ts";
import { readReply } from "../../fix/model/reply.ts";
import type { LineRange } from "../../fix/model/task.ts";
import { applySections } from "./apply-patch.ts";
import { patchSections } from "./patch-sections.ts";

/** What an answer is about: the file, its text, and the findings as the prompt numbers them. */
export interface Asked {
  readonly path: string;
  readonly before: string;
  readonly strategy: Strategy;
  readonly findings: readonly Finding[];
  readonly locked: readonly LineRange[];
}

/** What an answer makes of the file. */
export interface AnswerReading {
  readonly after: string;
  /** Codes of what had to be mended to read it. */
  readonly mended: readonly string[];
}

/** Answers name paths relative to the repository's root; where that lies says nothing here. */
const NO_ROOT = "/";

/**
 * Reads an answer as a run reads a model's reply, with the same reader. Undefined if it cannot be read, declines, changes
 * nothing or another file.
 */
export function readAnswer(answer: string, asked: Asked): AnswerReading | undefined {
  if (asked.strategy === "v1") return readDiff(answer, asked);
  const { path, before, strategy, findings, locked } = asked;
  const reading = readReply(
    { reply: answer, path, strategy, findings, claims: findings, locked, root: NO_ROOT, attemptId: "" },
    new Map([[path, { text: before, encoding: "utf8" as const }]]),
  );
  if (reading.kind !== "candidates") return undefined;
  const change = reading.whole.changes.find((each) => each.path === path);
  return change?.after === null || change?.after === undefined
    ? undefined
    : { after: change.after, mended: reading.mended };
}

/** A diff, out of its fence if there is one, as the one-shot baseline takes it. */
function readDiff(answer: string, { path, before }: Asked): AnswerReading | undefined {
  const fenced = /```[^\n]*\n([\s\S]*?)```/.exec(answer)?.[1];
  const sections = patchSections(fenced ?? answer);
  if (!sections?.every((section) => section.path === path)) return undefined;
  const after = applySections(before, sections);
  return after === undefined ? undefined : { after, mended: [] };
}
