import type { Candidate, Outcome, Source } from "../domain/outcome.ts";
import type { RunResult } from "../domain/run.ts";

/** The numbers of a run. `accepted + rejected + skipped + failed` is always `findings`. */
export interface Summary {
  readonly findings: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly skipped: number;
  readonly failed: number;
  /** Files with a finding. */
  readonly files: number;
  /** Files that an accepted patch changes. */
  readonly filesPatched: number;
  readonly patches: number;
  /** Accepted findings by where their fix came from. */
  readonly bySource: Readonly<Record<Source, number>>;
  /** Model requests. */
  readonly requests: number;
  /** US dollars; null: a model was asked whose price is not known. */
  readonly costUsd: number | null;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly wallMs: number;
}

/** Counts a run's outcomes. */
export function summarize(result: RunResult): Summary {
  const outcomes = result.findings.map(({ outcome }) => outcome);
  const count = (kind: Outcome["kind"]): number => outcomes.filter((outcome) => outcome.kind === kind).length;
  const fixedBy = (source: Source): number =>
    outcomes.filter((outcome) => outcome.kind === "accepted" && outcome.source === source).length;
  return {
    findings: outcomes.length,
    accepted: count("accepted"),
    rejected: count("rejected"),
    skipped: count("skipped"),
    failed: count("failed"),
    files: new Set(result.findings.map(({ finding }) => finding.path)).size,
    filesPatched: new Set(result.patches.flatMap(({ candidate }) => filesOf(candidate))).size,
    patches: result.patches.length,
    bySource: { native: fixedBy("native"), codemod: fixedBy("codemod"), model: fixedBy("model") },
    requests: Object.values(result.bySource).reduce((sum, { requests }) => sum + requests, 0),
    costUsd: result.costUsd ?? null,
    promptTokens: result.promptTokens,
    completionTokens: result.completionTokens,
    wallMs: Math.round(result.wallMs),
  };
}

/** A candidate's `changes` are texts worked out when asked for: too much for a count. */
function filesOf(candidate: Candidate): string[] {
  const parts = candidate.edits.length > 0 ? candidate.edits : candidate.changes;
  return parts.map(({ path }) => path);
}
