import type { CheckCode, CheckName } from "../../domain/check.ts";
import type { EvalResult } from "../../domain/eval.ts";
import type { Source, Strategy } from "../../domain/outcome.ts";
import type { SynthRecord } from "./record.ts";

/** What became of one synthetic finding. */
export interface SynthOutcome {
  readonly record: Pick<SynthRecord, "id" | "recipe" | "rule" | "family" | "language" | "path">;
  readonly accepted: boolean;
  /** The accepted text is the clean original, byte for byte. */
  readonly exact: boolean;
  readonly source?: Source;
  readonly strategy?: Strategy;
  readonly check?: CheckName;
  readonly code?: CheckCode;
  /** Of everything that was not accepted. */
  readonly reason?: string;
  /** Milliseconds; a share of the run where many findings were worked on together. */
  readonly wallMs: number;
}

/** Rows of `test_results` for the suite `synth`: a finding passes if its fix was accepted. `variant`: what was varied. */
export function synthResults(outcomes: readonly SynthOutcome[], variant: string): EvalResult[] {
  return outcomes.map(({ record, accepted, source, strategy, check, code, reason, wallMs }) => ({
    caseId: record.id,
    name: record.id,
    group: record.path,
    variant,
    repetition: 1,
    status: accepted ? "passed" : "failed",
    ...(reason !== undefined && !accepted && { reason }),
    ...(check && { check }),
    ...(code && { code }),
    wallMs,
    slices: {
      rule: record.rule,
      family: record.family,
      language: record.language,
      recipe: record.recipe,
      ...(strategy && { strategy }),
      ...(source && { source }),
    },
  }));
}
