import type { AttemptEnd, AttemptOutcome, AttemptStart, RepairRecord, RunRecord } from "../../src/domain/attempt.ts";
import { CHECKS, type CheckCode, type CheckResult } from "../../src/domain/check.ts";
import { sha256 } from "../../src/domain/digest.ts";
import type { RepairEnd } from "../../src/domain/trace.ts";
import { ulidMaker } from "../../src/domain/ulid.ts";

/** One repair with its attempts, as a run would record it. */
export interface ScriptedRepair {
  readonly repair: RepairRecord;
  readonly attempts: readonly { readonly start: AttemptStart; readonly end: AttemptEnd }[];
  readonly end: RepairEnd;
}

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2026, 9, 1);
const RULES = [
  "F401",
  "F841",
  "E711",
  "E722",
  "B006",
  "B008",
  "I001",
  "D103",
  "UP032",
  "SIM102",
  "PTH118",
  "S608",
  "S603",
  "ARG001",
  "no-unused-vars",
  "eqeqeq",
  "python.lang.security.audit.eval",
];
const MODELS = ["openai:gpt-5-mini", "openai:gpt-5", "anthropic:claude-sonnet-4-5", "local:qwen3-coder"];
const FAILURES: readonly {
  readonly check: string;
  readonly code: CheckCode;
  readonly reason: (n: number) => string;
}[] = [
  {
    check: "applies",
    code: "APPLY_CONTEXT_MISMATCH",
    reason: (n) => `corrupt patch at line ${n}: the text to replace does not stand in the file`,
  },
  { check: "reply", code: "PARSE_NOT_JSON", reason: (n) => `the reply is not JSON: unexpected token at position ${n}` },
  {
    check: "cleared",
    code: "TARGET_STILL_FIRES",
    reason: (n) => `the analyzer still reports the finding on line ${n}`,
  },
  { check: "clean", code: "NEW_FINDING_OTHER", reason: (n) => `a new finding E501 appears on line ${n}` },
  { check: "parses", code: "SYNTAX_ERROR", reason: (n) => `${n}:4 invalid syntax` },
];
const WORDS =
  "value result config request response client session handler parser token buffer index entry record total count name path user group policy cache queue worker signal event stream chunk offset length width height color image frame layer node edge graph tree leaf branch commit patch diff hunk line column file folder module import export class method field option flag level".split(
    " ",
  );

const SYSTEM = `You repair findings of static analyzers. Answer with edits in JSON.\n${Array.from({ length: 40 }, (_, at) => `Rule ${at + 1}: keep the change small, keep the style of the file, never silence a finding, never touch a test.`).join("\n")}`;

/** A generator of numbers from 0 to 1 that a seed decides (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function scriptedRun(number: number): RunRecord {
  return {
    id: `20261001-${String(number).padStart(6, "0")}-bench0`,
    kind: "synthetic",
    repository: "example/shop",
    commit: sha256(`commit ${number}`).slice(0, 40),
    branch: "main",
    dirty: false,
    toolVersion: "0.1.0",
    startedAt: FIRST_DAY + (number % 30) * DAY_MS,
  };
}

/** Makes repairs of one to three attempts; texts have the sizes of real ones (a prompt of 2.5 KB, a reply of 0.8 KB). */
export function* scriptedRepairs(run: RunRecord, count: number, seed: number): Generator<ScriptedRepair> {
  const random = seeded(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] ?? (from[0] as T);
  const newId = ulidMaker(() => Array.from({ length: 16 }, () => Math.floor(random() * 32)));
  for (let at = 0; at < count; at += 1) {
    const id = newId(run.startedAt + at);
    const rule = pick(RULES);
    const path = `src/${pick(WORDS)}/${pick(WORDS)}_${Math.floor(random() * 400)}.py`;
    const line = 1 + Math.floor(random() * 400);
    // a file speaks of few things, again and again
    const vocabulary = Array.from({ length: 16 }, () => pick(WORDS));
    const startedAt = run.startedAt + at * 900;
    const finding = {
      id: sha256(`${id} finding`).slice(0, 32),
      tool: "ruff",
      ruleId: rule,
      severity: "warning" as const,
      path,
      startLine: line,
      endLine: line,
      message: `${rule}: \`${pick(WORDS)}\` is not right here`,
    };
    const accepted = random() < 0.7;
    const tries = accepted ? (random() < 0.75 ? 1 : 2) : 2 + Math.floor(random() * 2);
    const model = pick(MODELS);
    const attempts: { start: AttemptStart; end: AttemptEnd }[] = [];
    let feedback: string | undefined;
    for (let number = 1; number <= tries; number += 1) {
      const passes = accepted && number === tries;
      const code = sourceText(random, 34, vocabulary);
      const prompt = `File ${path}, finding ${rule} on line ${line}.\n\n${code}\n\nTicket ticket_${seed}_${at}_${number}`;
      const failure = pick(FAILURES);
      const reason = failure.reason(line + number);
      const before = attempts.at(-1)?.start.id;
      const start: AttemptStart = {
        id: newId(startedAt + number),
        repairId: id,
        runId: run.id,
        number,
        ...(before !== undefined && { previousId: before }),
        model,
        promptName: "single",
        promptVersion: 1 + (at % 3),
        promptHash: sha256(SYSTEM + prompt),
        system: SYSTEM,
        prompt,
        ...(feedback !== undefined && { feedback }),
        startedAt: startedAt + number * 200,
      };
      const end = scriptedEnd(start, vocabulary, passes ? undefined : { ...failure, text: reason }, random);
      attempts.push({ start, end });
      feedback = `The last attempt was rejected: ${reason}`;
    }
    const last = attempts.at(-1)?.end;
    yield {
      repair: {
        id,
        runId: run.id,
        strategy: "single",
        source: "model",
        path,
        fileType: "py",
        fileLines: 420,
        findings: [finding],
        startedAt,
      },
      attempts,
      end: {
        endedAt: last?.endedAt ?? startedAt,
        status: accepted ? "accepted" : "rejected",
        stopReason: accepted ? "accepted" : "attempts",
        closed: accepted ? [finding.id] : [],
      },
    };
  }
}

function scriptedEnd(
  start: AttemptStart,
  vocabulary: readonly string[],
  failure: { check: string; code: CheckCode; text: string } | undefined,
  random: () => number,
): AttemptEnd {
  const outcome: AttemptOutcome = failure ? "rejected" : "accepted";
  const patch = `diff --git a/f.py b/f.py\n--- a/f.py\n+++ b/f.py\n@@ -1,4 +1,3 @@\n${sourceText(random, 3, vocabulary)
    .split("\n")
    .map((line) => ` ${line}`)
    .join("\n")}\n-import ${word(random, vocabulary)}\n`;
  const latencyMs = Math.round(400 + random() * random() * 9000);
  const promptTokens = Math.ceil((start.system.length + start.prompt.length) / 4);
  return {
    endedAt: start.startedAt + latencyMs,
    outcome,
    ...(failure && { failedCheck: failure.check, code: failure.code, reason: failure.text }),
    reply: JSON.stringify({
      summary: sourceText(random, 2, vocabulary),
      edits: [{ path: "f.py", search: sourceText(random, 5, vocabulary), replace: sourceText(random, 5, vocabulary) }],
    }),
    mode: "json-schema",
    finishReason: "stop",
    answeredBy: start.model.split(":")[1] ?? "",
    mended: [],
    ...(failure?.check === "reply" ? {} : { patch }),
    checks: failure?.check === "reply" ? [] : checks(failure),
    promptTokens,
    completionTokens: 180,
    cachedTokens: 0,
    reasoningTokens: 0,
    costMicroUsd: Math.round(promptTokens * 0.25 + 180 * 2),
    latencyMs,
    transportRetries: 0,
    replayed: false,
  };
}

function checks(failure: { check: string; code: CheckCode; text: string } | undefined): CheckResult[] {
  const results: CheckResult[] = [];
  for (const name of CHECKS.slice(0, 7)) {
    const fails = failure?.check === name;
    results.push({
      name,
      status: fails ? "fail" : "pass",
      ms: 3,
      detail: fails && failure ? failure.text : "",
      ...(fails && failure && { code: failure.code }),
      evidence: { tool: "ruff", version: "0.16.9", exitCode: fails ? 1 : 0 },
    });
    if (fails) break;
  }
  return results;
}

function word(random: () => number, vocabulary: readonly string[]): string {
  return vocabulary[Math.floor(random() * vocabulary.length)] ?? "value";
}

/** Lines that look like code. */
function sourceText(random: () => number, lines: number, vocabulary: readonly string[]): string {
  const name = () => word(random, vocabulary);
  return Array.from({ length: lines }, () => {
    const form = random();
    if (form < 0.3) return `    ${name()} = ${name()}.${name()}(${name()})`;
    if (form < 0.5) return `    if ${name()} is None:\n        return ${name()}`;
    if (form < 0.7) return `    for ${name()} in self.${name()}.values():`;
    if (form < 0.85) return `        raise ValueError(f"no ${name()} in {${name()}}")`;
    return `    self.${name()}_${name()} = ${Math.floor(random() * 100)}`;
  }).join("\n");
}
