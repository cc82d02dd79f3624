import type { EvalResult, EvalRun, EvalStatus } from "../../../src/domain/eval.ts";
import type { StoredEval } from "../../../src/eval/metrics/pairs.ts";

const FAMILIES = ["imports", "unused", "comparisons", "docstrings", "security"];

export function evalRun(more: Partial<EvalRun> = {}): EvalRun {
  return {
    id: "01K9AAAA0000000000000000AA",
    suite: "unit",
    tier: "replay",
    at: 1_790_000_000_000,
    toolVersion: "0.1.0",
    prompts: { single: 3 },
    models: [],
    strategy: "auto",
    repetitions: 1,
    wallMs: 1000,
    ...more,
  };
}

export function evalResult(at: number, status: EvalStatus, more: Partial<EvalResult> = {}): EvalResult {
  const family = FAMILIES[at % FAMILIES.length] ?? "";
  return {
    caseId: `case-${String(at).padStart(3, "0")}`,
    name: `case ${at}`,
    group: `case ${at}`,
    variant: "scripted auto",
    repetition: 1,
    status,
    wallMs: 10,
    slices: { rule: `R${at % 20}`, family, language: at % 2 === 0 ? "python" : "typescript" },
    ...more,
  };
}

/** A run of cases that pass or fail as told. */
export function runOf(statuses: readonly EvalStatus[], more: Partial<EvalRun> = {}): StoredEval {
  return { run: evalRun(more), results: statuses.map((status, at) => evalResult(at, status)) };
}

export function times<Item>(count: number, item: Item): Item[] {
  return Array.from({ length: count }, () => item);
}
