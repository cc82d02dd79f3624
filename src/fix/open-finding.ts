import type { Finding } from "../domain/finding.ts";
import type { Outcome } from "../domain/outcome.ts";
import type { Rejected } from "./rejection.ts";

/** A finding that nothing has closed yet, as it stands in the texts of the current round. */
export interface OpenFinding {
  /** As it was collected: its identity. */
  readonly finding: Finding;
  /** Where it stands now, with the fixes that its analyzer offers now. */
  readonly now: Finding;
  /** Fixes that were tried and rejected, by `fixKey`, so that none is tried twice. */
  readonly tried: Set<string>;
  /** The last rejection, if there was one. */
  rejected?: Rejected;
  /** Why no codemod was tried, where there is one for it. */
  noCodemod?: string;
  /** An outcome that ends all work on it: a model's word that it is no bug, or an error that trying again would not mend. */
  settled?: Extract<Outcome, { kind: "skipped" | "failed" }>;
}
