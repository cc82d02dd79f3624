import type { EvalResult, EvalRun } from "../../../src/domain/eval.ts";
import { randomFrom } from "../../../src/domain/statistics.ts";
import type { StoredEval } from "../../../src/eval/metrics/pairs.ts";
import { evalResult, evalRun } from "./support.ts";

const FAMILIES = ["imports", "unused", "comparisons", "docstrings", "multi-line", "security", "batch"];
const REASONS = [
  "import block is still un-sorted at line 1",
  "expected accepted, but it was rejected at cleared (TARGET_STILL_FIRES)",
  'no added line holds "timeout=" (must)',
];

/** A suite as it grows better over commits, with one commit that broke a family, a flaky case and a run without a tool. */
export function history(runs: number, cases: number): StoredEval[] {
  const random = randomFrom(3);
  const hard = Array.from({ length: cases }, () => random());
  return Array.from({ length: runs }, (_, at): StoredEval => {
    const run: EvalRun = evalRun({
      id: `01K9${String(at).padStart(22, "0")}`,
      suite: "cases",
      at: Date.UTC(2026, 10, 1 + at, 9, 30),
      commit: (at * 7919 + 0xabc123).toString(16).padEnd(40, "0"),
      dirty: at === runs - 1,
      wallMs: 40_000,
    });
    const results = hard.map((difficulty, n): EvalResult => {
      const family = FAMILIES[n % FAMILIES.length] ?? "";
      const broke = at === runs - 1 && family === "docstrings" && n % 2 === 0;
      const lucky = n % 97 === 5;
      const passes = !broke && difficulty < 0.82 + (0.14 * at) / runs;
      const status =
        at === 2 && family === "security" ? "skipped" : passes && !(lucky && at % 3 === 0) ? "passed" : "failed";
      return {
        ...evalResult(n, status),
        caseId: `${family}-case-${n}`,
        name: `${family}-case-${n}`,
        group: `${family}-case-${n}`,
        wallMs: Math.round(100 + 900 * random()),
        tokens: Math.round(300 + 400 * random()),
        ...(status !== "passed" && { reason: REASONS[n % REASONS.length] ?? "" }),
        slices: { rule: `R${n % 40}`, family, language: n % 3 === 0 ? "typescript" : "python" },
      };
    });
    // a repetition that differs makes a case flaky
    const again = results
      .filter((_, n) => n % 97 === 5)
      .map((result): EvalResult => ({ ...result, repetition: 2, status: "passed" }));
    return { run: { ...run, repetitions: 2 }, results: [...results, ...again] };
  });
}
