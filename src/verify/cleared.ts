import type { Finding } from "../domain/finding.ts";
import type { Judgement } from "./check.ts";

/** What re-analysis said of one finding that a patch claims to close. */
export type Clearance =
  | { readonly kind: "gone"; readonly by: string }
  | { readonly kind: "still-there"; readonly by: string; readonly line: number; readonly message: string }
  | { readonly kind: "not-reproduced"; readonly by: string }
  | { readonly kind: "no-analyzer" }
  | { readonly kind: "file-removed" };

/** A finding with what became of it. */
export interface ClearedClaim {
  readonly finding: Finding;
  readonly clearance: Clearance;
}

/**
 * Rung 4: the analyzer that raised the finding, same version and configuration, no longer reports it. A patch that
 * claims several findings passes when it closes at least one; the others stay open.
 */
export function checkCleared(claims: readonly ClearedClaim[]): Judgement {
  const gone = claims.filter(({ clearance }) => clearance.kind === "gone" || clearance.kind === "file-removed");
  const evidence = {
    claims: claims.map(({ finding, clearance }) => ({ finding: finding.id, rule: finding.ruleId, ...clearance })),
  };
  if (gone.length > 0) {
    const by = [
      ...new Set(gone.map(({ clearance }) => ("by" in clearance ? clearance.by : "the file's removal"))),
    ].join(", ");
    return {
      status: "pass",
      detail: `${by} no longer reports ${[...new Set(gone.map(({ finding }) => finding.ruleId))].join(", ")} here`,
      evidence,
    };
  }
  const first = claims[0];
  if (!first) return { status: "fail", code: "TARGET_STILL_FIRES", detail: "the patch claims no finding", evidence };
  return { status: "fail", ...refusal(first), evidence };
}

function refusal({
  finding,
  clearance,
}: ClearedClaim): Pick<Judgement, "code" | "detail"> & { code: NonNullable<Judgement["code"]> } {
  switch (clearance.kind) {
    case "still-there":
      return {
        code: "TARGET_STILL_FIRES",
        detail: `${clearance.by} still reports ${finding.ruleId} at line ${clearance.line}: ${clearance.message}`,
      };
    case "not-reproduced":
      return {
        code: "TARGET_NOT_REPRODUCED",
        detail: `${clearance.by} does not report ${finding.ruleId} at ${finding.path}:${finding.startLine} even without the patch; make the report again with the same version and configuration`,
      };
    default:
      return {
        code: "ANALYZER_UNAVAILABLE",
        detail: `${finding.tool} cannot be run again here, so nothing shows that ${finding.ruleId} is gone; install it, set up [analyzers.${tomlKey(finding.tool)}], or take "cleared" out of require`,
      };
  }
}

function tomlKey(name: string): string {
  return /^[\w-]+$/.test(name) ? name : JSON.stringify(name);
}
