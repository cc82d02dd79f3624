import type { CodemodName } from "./codemod.ts";
import type { Edit } from "./edit.ts";
import type { Location, Region } from "./location.ts";

export const SEVERITIES = ["info", "warning", "error"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Whether a tool vouches for its fix. `unknown`: the tool's output does not say (SARIF, the WebAssembly Ruff). */
export type Applicability = "safe" | "unsafe" | "display" | "unknown";

/** One way to fix a finding: all of its edits or none, possibly in several files. Several fixes of a finding are alternatives. */
export interface Fix {
  readonly applicability: Applicability;
  readonly message: string;
  readonly edits: readonly Edit[];
  /** What made it, where that was not the finding's own tool. */
  readonly codemod?: CodemodName;
}

/** Another tool that reported the same defect. */
export interface Witness {
  readonly tool: string;
  readonly ruleId: string;
  readonly message: string;
}

/** One problem in one file, located in the text that stood on disk when it was collected. */
export interface Finding extends Location {
  /** Fingerprint: tool, rule, path, the normalized code it points at and its occurrence among equals; never a line number. */
  readonly id: string;
  /** Lower-case tool name as adapters know it: `ruff`, `eslint`, `semgrep`, or a SARIF driver's name. */
  readonly tool: string;
  readonly ruleId: string;
  /** Relative to the repository's root, `/` between parts. */
  readonly path: string;
  readonly severity: Severity;
  readonly message: string;
  /** Where the rule is explained, if the tool says. */
  readonly helpUrl?: string;
  readonly fixes: readonly Fix[];
  readonly witnesses: readonly Witness[];
}

/** Why a finding was set aside before any work on it. */
export type SkipReason =
  | "suppressed"
  | "stale"
  | "outside-scope"
  | "below-severity"
  | "duplicate"
  | "no-file"
  | "outside-repository"
  | "no-location"
  | "no-fix"
  | "not-allowed"
  | "over-budget"
  | "dismissed"
  | "not-tried"
  | "interrupted";

/** A finding marked as not to be worked on; findings are marked, never dropped. */
export interface CollectedFinding {
  readonly finding: Finding;
  readonly skip?: { readonly reason: SkipReason; readonly detail: string };
}

/** A fix as a tool reported it: regions are not resolved yet, paths are the tool's own. */
export interface ReportedFix {
  readonly applicability: Applicability;
  readonly message: string;
  readonly edits: readonly { readonly uri: string; readonly region: Region; readonly text: string }[];
}

/** A finding exactly as a report states it. `findings/collect.ts` resolves it against the files. */
export interface ReportedFinding {
  readonly ruleId: string;
  readonly message: string;
  readonly severity: Severity;
  /** Absolute, relative or `file:` URI, percent-encoded or not, Windows or POSIX, as the tool wrote it; undefined if none. */
  readonly uri: string | undefined;
  readonly region: Region | undefined;
  readonly helpUrl?: string;
  readonly fixes: readonly ReportedFix[];
  /** `false`: the tool says that it has no fix, in an output that leaves fixes out. */
  readonly fixable?: boolean;
  /** The tool itself says that an inline comment or a baseline silenced it. */
  readonly suppressed?: string;
  /** The flagged text as the report quotes it (SARIF `snippet`, embedded artifact content): used to recognise stale findings. */
  readonly snippet?: string;
  /** The tool already knows it (SARIF `fingerprints`). */
  readonly toolFingerprint?: string;
}

/** What one run of one tool reported. */
export interface Report {
  readonly format: "ruff" | "eslint" | "semgrep" | "sarif" | "findings";
  readonly tool: string;
  readonly toolVersion?: string;
  readonly findings: readonly ReportedFinding[];
  /** Full source that came with the report, by the report's own URI (SARIF embedded artifacts). */
  readonly embedded?: ReadonlyMap<string, string>;
  /** SHA-256 (hex) of files as analyzed, by the report's own URI, where the tool says. */
  readonly fileHashes?: ReadonlyMap<string, string>;
  /** Absolute URIs that the report calls roots of the analyzed sources (SARIF `originalUriBaseIds`): a checkout elsewhere. */
  readonly roots?: readonly string[];
  /** The commit that was analyzed (SARIF `versionControlProvenance.revisionId`), if the report says. */
  readonly revision?: string;
  /** Things that a person should know: results without a place, unreadable fixes, the tool's own errors. */
  readonly notices: readonly string[];
}

/** Where `a` stands against `b` in severity: negative if below. */
export function compareSeverity(a: Severity, b: Severity): number {
  return SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);
}
