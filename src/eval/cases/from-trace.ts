import { CHECKS } from "../../domain/check.ts";
import { PatchProError } from "../../domain/errors.ts";
import type { SourceText } from "../../domain/text.ts";
import type { AttemptTrace, RepairTrace } from "../../domain/trace.ts";
import { contentLines } from "../run/scripted/hunks.ts";
import { isLine } from "../run/scripted/place.ts";
import { readPrompt } from "../run/scripted/read-prompt.ts";
import type { EvalCase, Files } from "./case.ts";
import { type CaseSpec, caseSchema } from "./format.ts";

/** What a case is made of, besides the trace. */
export interface Recorded {
  readonly trace: RepairTrace;
  /** Only this attempt's reply; all of the repair's if left out. */
  readonly attemptId?: string;
  /** The file as the model was shown it (`isShown`), or undefined if it is nowhere. */
  readonly source: SourceText | undefined;
  /** The analyzer's own configuration, as the repository holds it. */
  readonly configuration: Files;
  readonly select: CaseSpec["select"];
  /** In place of what became of it. */
  readonly expect?: CaseSpec["expect"];
  readonly name?: string;
}

const ANALYZERS = ["ruff", "eslint", "semgrep"] as const;

/** A recorded repair as a case whose replies are the recorded ones. Throws `PatchProError("input")` where that cannot be. */
export function caseFromTrace({ trace, attemptId, source, configuration, select, expect, name }: Recorded): EvalCase {
  const { repair } = trace;
  const [first] = repair.findings;
  const answered = trace.attempts.filter(
    (one) => one.reply !== undefined && (attemptId === undefined || one.id === attemptId),
  );
  const analyzer = ANALYZERS.find((one) => one === first?.tool);
  if (!first || !analyzer)
    throw cannot(
      `its finding is of ${first?.tool ?? "no tool"}`,
      `Cases are made of findings of ${ANALYZERS.join(", ")}.`,
    );
  if (answered.length === 0) throw cannot("no reply was recorded", "Choose an attempt that a model answered.");
  const before = source ?? rebuilt(answered[0], repair.path);
  const spec = caseSchema.parse({
    title: `${rulesIn(trace)} in ${repair.path}, as recorded`,
    family: "recorded",
    language: languageOf(repair.path),
    analyzer,
    select,
    targets: repair.findings.map(({ ruleId, path, startLine }) => ({ rule: ruleId, path, line: startLine })),
    sources: ["model"],
    strategy: repair.strategy,
    expect: expect ?? expectationOf(trace, attemptId === undefined ? undefined : answered[0]),
  } satisfies Partial<CaseSpec>);
  return {
    name: name ?? defaultName(trace, attemptId),
    spec,
    before: new Map([...configuration, [repair.path, before]]),
    after: new Map(),
    tests: new Map(),
    replies: answered.map(({ reply }) => reply),
  };
}

/** Whether a text is what a prompt shows, hidden secrets aside. */
export function isShown(text: string, prompt: string): boolean {
  const { lines, whole } = readPrompt(prompt);
  const own = contentLines(text);
  if (whole && own.length !== lines.length) return false;
  return lines.length > 0 && lines.every((line) => isLine(line.text, own[line.number - 1] ?? ""));
}

function rebuilt(attempt: AttemptTrace | undefined, path: string): SourceText {
  const { lines, whole } = readPrompt(attempt?.prompt ?? "");
  const text = lines.map((line) => `${line.text}\n`).join("");
  if (whole && isShown(text, attempt?.prompt ?? "") && !/(?:SECRET|HIDDEN|MASKED|WITHHELD)Q*\d+_x*/.test(text))
    return { text, encoding: "utf8" };
  throw cannot(
    `${path} is not there as the model saw it, neither in the working tree nor in the last commits that touch it`,
    "Check out the commit that was worked on.",
  );
}

function expectationOf({ repair, attempts }: RepairTrace, only: AttemptTrace | undefined): CaseSpec["expect"] {
  const closed = repair.closed?.length ?? 0;
  if (only ? only.outcome === "accepted" : closed === repair.findings.length)
    return { outcome: "accepted", source: "model" };
  if (!only && closed > 0)
    throw cannot("some of its findings were closed, and some were not", "Name one attempt of it, or say --expect.");
  return failedExpectation(only ?? attempts.at(-1), repair.status);
}

function failedExpectation(attempt: AttemptTrace | undefined, status: string | undefined): CaseSpec["expect"] {
  if (attempt?.outcome === "dismissed" || status === "dismissed") return { outcome: "skipped" };
  const check = attempt?.failedCheck === "reply" ? "anchored" : CHECKS.find((one) => one === attempt?.failedCheck);
  if (!check) throw cannot("it did not come to its end", "Choose one that was accepted or rejected, or say --expect.");
  return { outcome: "rejected", check, ...(attempt?.code && { code: attempt.code }) };
}

function defaultName(trace: RepairTrace, attemptId: string | undefined): string {
  const words = `${rulesIn(trace)}-${trace.repair.path.split("/").at(-1) ?? ""}-${(attemptId ?? trace.repair.id).slice(-6)}`;
  return words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

function rulesIn({ repair }: RepairTrace): string {
  const rules = [...new Set(repair.findings.map(({ ruleId }) => ruleId))];
  return rules.length > 3 ? `${rules.slice(0, 3).join(", ")} and others` : rules.join(", ");
}

function languageOf(path: string): CaseSpec["language"] {
  if (/\.pyi?$/.test(path)) return "python";
  return /\.[cm]?tsx?$/.test(path) ? "typescript" : "javascript";
}

function cannot(why: string, remedy: string): PatchProError {
  return new PatchProError("input", `this trace cannot become a case: ${why}`, remedy);
}
