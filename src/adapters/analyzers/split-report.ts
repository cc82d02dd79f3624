import type { Report, ReportedFinding } from "../../domain/finding.ts";
import type { VariantReport } from "../../ports/analyzer.ts";
import type { StagedVariant } from "../../ports/workspace.ts";
import type { StagedFiles } from "./staged-files.ts";

/** What decides how a tool's answer about many staged files becomes one report per variant. */
export interface Split {
  readonly format: Report["format"];
  readonly tool: string;
  readonly toolVersion?: string;
  /** Rules under which the tool reports that it could not parse a file; undefined if it never tells. */
  readonly syntaxRules?: ReadonlySet<string>;
}

/**
 * Hands every finding to the variant whose file it names, with names relative to the repository's root; one report per
 * variant, in the order given. Findings elsewhere belong to no variant and are left out. `base`: the folder that relative
 * names start from.
 */
export function splitReport(
  findings: readonly ReportedFinding[],
  variants: readonly StagedVariant[],
  staged: StagedFiles,
  base: string,
  { syntaxRules, ...about }: Split,
): VariantReport[] {
  const ofVariant = new Map<string, ReportedFinding[]>(variants.map(({ variant }) => [variant.id, []]));
  for (const finding of findings) {
    const file = finding.uri === undefined ? undefined : staged.find(finding.uri, base);
    if (file) ofVariant.get(file.variantId)?.push(relocate(finding, staged, base));
  }
  return variants.map(({ variant }) => {
    const own = ofVariant.get(variant.id) ?? [];
    const report: Report = { ...about, findings: own, notices: [] };
    if (!syntaxRules) return { variantId: variant.id, report };
    const errors = own.filter((finding) => syntaxRules.has(finding.ruleId)).map(syntaxError);
    return { variantId: variant.id, report, syntaxErrors: errors };
  });
}

/** The same finding with its names relative to the repository's root, where they name staged files. */
export function relocate(finding: ReportedFinding, staged: StagedFiles, base: string): ReportedFinding {
  const relative = (uri: string): string => staged.find(uri, base)?.path ?? uri;
  return {
    ...finding,
    uri: finding.uri === undefined ? undefined : relative(finding.uri),
    fixes: finding.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, uri: relative(edit.uri) })),
    })),
  };
}

/** A finding of a tool's parser as `line:column message`. */
export function syntaxError({ region, message }: ReportedFinding): string {
  return `${region?.startLine ?? 1}:${region?.startColumn ?? 1} ${message}`;
}
