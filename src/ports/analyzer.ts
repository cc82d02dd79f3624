import type { Report } from "../domain/finding.ts";
import type { StagedVariant } from "./workspace.ts";

/** Which tool answered, for proofs. */
export interface AnalyzerIdentity {
  readonly tool: string;
  readonly version: string;
  /** `native`, `wasm`, …: the build that answered. */
  readonly flavour: string;
  /** SHA-256 (hex) of everything that decides what is reported: configuration files, selection, command line. */
  readonly configuration: string;
}

/** What an analyzer said about one variant. */
export interface VariantReport {
  readonly variantId: string;
  /** URIs in it are relative to the repository's root. */
  readonly report: Report;
  /** Syntax errors that the analyzer's own parser met, as `line:column message`; undefined if it does not tell. */
  readonly syntaxErrors?: readonly string[];
}

/** A rule in its tool's own words. */
export interface RuleDescription {
  readonly summary: string;
  /** Markdown. */
  readonly text: string;
  readonly url?: string;
}

/** A static analyzer. Implementations throw `PatchProError("analyzer", …)` when the tool is missing, crashes, hangs or floods. */
export interface Analyzer {
  readonly name: string;
  /** What a variant needs around it to be analyzed faithfully. */
  readonly isolation: "file" | "tree";
  identify(): Promise<AnalyzerIdentity>;
  /** Whether this analyzer would look at the file at all. */
  handles(path: string): boolean;
  /** Findings of the repository, or of the given files and folders. */
  analyze(paths: readonly string[], signal?: AbortSignal): Promise<Report>;
  /**
   * Findings of staged texts, under the repository's own configuration, at the same relative paths.
   * `detail: "sightings"` may leave out fixes (cheaper); `"fixes"` must hold them.
   */
  analyzeVariants(
    variants: readonly StagedVariant[],
    detail: "sightings" | "fixes",
    signal?: AbortSignal,
  ): Promise<VariantReport[]>;
  /** What the tool itself says about one of its rules; undefined, or left out, where it says nothing. */
  describeRule?(ruleId: string): Promise<RuleDescription | undefined>;
  close(): Promise<void>;
}
