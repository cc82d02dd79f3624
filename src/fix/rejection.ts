import type { CheckResult } from "../domain/check.ts";
import type { Source, Strategy } from "../domain/outcome.ts";

/** Why a candidate for a finding was turned down. */
export interface Rejected {
  readonly source: Source;
  readonly strategy?: Strategy;
  readonly failed: CheckResult;
  readonly checks: readonly CheckResult[];
}
