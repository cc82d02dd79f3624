import type { Finding, Fix, ReportedFinding } from "../domain/finding.ts";
import type { AcceptedPatch } from "../domain/outcome.ts";
import type { UnsafePolicy } from "../domain/policy.ts";
import type { SourceText } from "../domain/text.ts";
import type { OpenFinding } from "../fix/open-finding.ts";
import type { Ground } from "../verify/ground.ts";
import type { LadderTools } from "../verify/ladder.ts";

/** Finds out where a reported finding stands in a text and what its fixes replace there. */
export type Locate = (reported: ReportedFinding, tool: string, path: string, source: SourceText) => Located | undefined;

/** A reported finding's place and resolved fixes. */
export type Located = Pick<Finding, "startLine" | "startColumn" | "endLine" | "endColumn"> & {
  readonly fixes: readonly Fix[];
};

/** A finding that is closed by a patch made for another one, or by several together. */
export interface Closed {
  readonly patchId: string;
  /** Said in the report where the patch was not made for this very finding. */
  readonly note?: string;
}

/** What the repair of a tree has come to: changed only by `settle`. */
export interface Repair {
  /** The texts that the run started from. */
  readonly originals: ReadonlyMap<string, SourceText>;
  ground: Ground;
  readonly open: Map<Finding, OpenFinding>;
  readonly accepted: AcceptedPatch[];
  readonly closed: Map<Finding, Closed>;
  /** Ids of accepted patches by file, in the order in which they were settled. */
  readonly patchesOf: Map<string, string[]>;
  readonly notices: string[];
}

/** What the loop that repairs works with. */
export interface RepairTools {
  readonly ladder: LadderTools;
  readonly locate: Locate;
  readonly unsafe: UnsafePolicy;
}
