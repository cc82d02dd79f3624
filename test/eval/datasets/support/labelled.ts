import { join } from "node:path";
import { readPromptFiles } from "../../../../src/adapters/system/prompt-files.ts";
import type { AttemptEnd, AttemptStart } from "../../../../src/domain/attempt.ts";
import type { Finding } from "../../../../src/domain/finding.ts";
import type { Label, NewLabel } from "../../../../src/domain/label.ts";
import type { Strategy } from "../../../../src/domain/outcome.ts";
import type { AttemptTrace, RepairTrace } from "../../../../src/domain/trace.ts";
import type { LabelledRepair } from "../../../../src/eval/datasets/export.ts";
import { buildPrompt } from "../../../../src/fix/model/prompt.ts";
import { type PromptSet, parsePromptSet } from "../../../../src/fix/model/prompt-set.ts";
import { diffTexts } from "../../../../src/patch/diff.ts";

export const NOW = Date.UTC(2026, 10, 22, 12);

let loading: Promise<PromptSet> | undefined;

/** The prompts of this checkout. */
export function prompts(): Promise<PromptSet> {
  loading ??= readPromptFiles(join(import.meta.dirname, "../../../../prompts")).then((files) => parsePromptSet(files));
  return loading;
}

/** Words that depend on a number alone. */
export function wordsFrom(seed: number): () => string {
  const syllables = [
    "ka",
    "lo",
    "mi",
    "ru",
    "ta",
    "ve",
    "no",
    "shi",
    "pa",
    "do",
    "ge",
    "zu",
    "fe",
    "bri",
    "qua",
    "xen",
  ];
  let state = Math.imul(seed + 1, 0x9e3779b1);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mix = Math.imul(state ^ (state >>> 15), state | 1);
    mix ^= mix + Math.imul(mix ^ (mix >>> 7), mix | 61);
    return (mix ^ (mix >>> 14)) >>> 0;
  };
  return () => Array.from({ length: 3 }, () => syllables[next() % syllables.length]).join("");
}

/** A small module with one unused import (F401), no two alike, and the same without it. */
export function unusedImport(seed: number, lineEnd = "\n") {
  const word = wordsFrom(seed);
  const [used, unused, name, left, right] = [word(), `${word()}_${seed}`, word(), word(), word()];
  const rest = [
    `import ${used}`,
    "",
    "",
    `def ${name}(${left}, ${right}):`,
    `    ${word()} = ${used}.${word()}(${left})`,
    `    if ${left} == ${right}:`,
    `        return ${used}.${word()}(${right}, "${word()} ${word()}")`,
    `    return ${left} + ${seed % 97}`,
    "",
    "",
    `def ${word()}(${word()}):`,
    `    return ${used}.${word()}`,
  ];
  const text = (lines: readonly string[]): string => lines.map((line) => line + lineEnd).join("");
  return { before: text([`import ${unused}`, ...rest]), after: text(rest), unused };
}

export interface Planted {
  readonly id: string;
  readonly repository: string;
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly rules?: readonly { readonly ruleId: string; readonly line: number; readonly message: string }[];
  readonly strategy?: Strategy;
  readonly runKind?: RepairTrace["run"]["kind"];
  readonly commit?: string;
  /** What the model said, if not an edit of its first line. */
  readonly reply?: string;
  readonly attempt?: Partial<AttemptTrace>;
  /** An attempt that failed before, with this reply. */
  readonly failedReply?: string;
  readonly labels?: readonly Partial<Label>[];
  readonly contextTokens?: number;
}

/** Findings as the analyzer would report them in `before`. */
function findingsOf({ id, path, rules }: Planted): Finding[] {
  return (rules ?? [{ ruleId: "F401", line: 1, message: "imported but unused" }]).map(
    ({ ruleId, line, message }, at) => ({
      id: `${id}-f${at}`,
      tool: "ruff",
      ruleId,
      path,
      severity: "warning",
      message,
      startLine: line,
      endLine: line,
      startColumn: 1,
      endColumn: 2,
      fixes: [],
      witnesses: [],
    }),
  );
}

/** A repair as a run records it, with the prompt that PatchPro really builds, and its labels. */
export async function labelledRepair(planted: Planted): Promise<LabelledRepair> {
  const { id, path, before, after, strategy = "single", contextTokens = 8000 } = planted;
  const findings = findingsOf(planted);
  const prompt = buildPrompt(
    { strategy, path, text: before, findings, ruleDocs: new Map(), contextTokens, maxOutputTokens: 4000 },
    await prompts(),
  );
  const diff = diffTexts({ path, before, after, encoding: "utf8" });
  const start = (number: number): AttemptStart => ({
    id: `${id}-a${number}`,
    repairId: `${id}-r`,
    runId: `run-${planted.repository}`,
    number,
    model: "fake:small",
    promptName: prompt.promptName,
    promptVersion: prompt.promptVersion,
    promptHash: prompt.promptHash,
    system: prompt.system,
    prompt: prompt.user,
    startedAt: NOW + number,
  });
  const end: Omit<AttemptEnd, "outcome"> = {
    endedAt: NOW + 50,
    mended: [],
    checks: [],
    latencyMs: 5,
    transportRetries: 0,
    replayed: false,
  };
  const passed = (["anchored", "applies", "scoped", "parses", "cleared", "clean", "honest"] as const).map((name) => ({
    name,
    status: "pass" as const,
    ms: 1,
    detail: "",
  }));
  const failed: AttemptTrace[] =
    planted.failedReply === undefined
      ? []
      : [
          {
            ...start(1),
            ...end,
            outcome: "rejected",
            reply: planted.failedReply,
            code: "TARGET_STILL_FIRES",
            redactions: 0,
          },
        ];
  const accepted: AttemptTrace = {
    ...start(failed.length + 1),
    ...end,
    outcome: "accepted",
    checks: passed,
    reply: planted.reply ?? replyOf(path, before, after),
    patch: diff ? diff.header + diff.hunks : "",
    redactions: 0,
    ...planted.attempt,
  };
  const labels = (planted.labels ?? [{}]).map(
    (label, at): Label => ({
      id: `${id}-l${at}`,
      attemptId: accepted.id,
      value: "good",
      rater: "ann",
      criterion: "overall",
      decidedAt: NOW,
      origin: "human",
      ...label,
    }),
  );
  const trace: RepairTrace = {
    run: {
      id: `run-${planted.repository}`,
      kind: planted.runKind ?? "local",
      repository: planted.repository,
      toolVersion: "1.0.0",
      startedAt: NOW,
      ...(planted.commit !== undefined && { commit: planted.commit }),
    },
    repair: {
      id: `${id}-r`,
      runId: `run-${planted.repository}`,
      strategy,
      source: "model",
      path,
      fileType: "py",
      fileLines: before.split("\n").length,
      findings: findings.map(({ id: own, tool, ruleId, severity, startLine, endLine, message }) => ({
        id: own,
        tool,
        ruleId,
        severity,
        path,
        startLine,
        endLine,
        message,
      })),
      startedAt: NOW,
      endedAt: NOW + 60,
      status: "accepted",
      stopReason: "accepted",
      closed: findings.map((finding) => finding.id),
      sums: {
        attempts: failed.length + 1,
        costMicroUsd: 0,
        unpriced: 0,
        promptTokens: 0,
        completionTokens: 0,
        cachedTokens: 0,
        latencyMs: 5,
      },
    },
    attempts: [...failed, accepted],
    missing: [],
  };
  return { trace, labels: new Map([[accepted.id, labels]]) };
}

/** An answer that deletes the lines which `after` lacks at the top. */
export function replyOf(path: string, before: string, after: string): string {
  const gone = before.split(/\r?\n/).slice(0, before.split("\n").length - after.split("\n").length);
  return JSON.stringify({
    edits: [{ path, startLine: 1, endLine: gone.length, original: gone.join("\n"), replacement: "" }],
    explanation: "Removes the unused import.",
    unfixable: null,
  });
}

/** What is written to a store for a planted repair, label by label. */
export function newLabels({ labels }: LabelledRepair): NewLabel[] {
  return [...labels.values()].flat().map(({ attemptId, value, rater, correctedPatch }) => ({
    attemptId,
    value,
    rater,
    ...(correctedPatch !== undefined && { correctedPatch }),
  }));
}
