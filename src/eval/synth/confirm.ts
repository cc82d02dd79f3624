import type { ReportedFinding } from "../../domain/finding.ts";
import type { SynthLanguage } from "./recipes/recipe.ts";

/** A text that an analyzer is to look at. */
export interface AskedText {
  /** Relative, `/` between parts, no two alike in one question. */
  readonly path: string;
  readonly text: string;
}

/** The real analyzers, asked about many texts at once. */
export interface SynthAnalyzers {
  /** `ruff` or `eslint`: which tool is asked about a language. */
  toolOf(language: SynthLanguage): string;
  /** What is reported of each text, in their order; places are relative to the text. Throws `PatchProError("analyzer")`. */
  ask(language: SynthLanguage, texts: readonly AskedText[]): Promise<readonly (readonly ReportedFinding[])[]>;
}

/** Whether a pair of texts is what its recipe promises; `finding`: the one that the broken text has. */
export type Confirmation =
  | { readonly confirmed: true; readonly finding: ReportedFinding }
  | { readonly confirmed: false; readonly why: string };

/** What is asked of a draft to be confirmed. */
export interface Promised {
  /** The rule that is to fire. */
  readonly rule: string;
  /** Selectors of rules that do not count. */
  readonly ignore: readonly string[];
}

/** Exactly one finding before, of the promised rule, and none after. */
export function confirm(
  { rule, ignore }: Promised,
  before: readonly ReportedFinding[],
  after: readonly ReportedFinding[],
): Confirmation {
  const counted = (findings: readonly ReportedFinding[]): ReportedFinding[] =>
    findings.filter(({ ruleId }) => !ignore.some((selector) => ruleId.startsWith(selector)));
  const [first, ...more] = counted(before);
  const left = counted(after);
  if (left.length > 0) return refused(`the clean text is not clean: ${wordsOf(left)}`);
  if (!first) return refused("nothing is reported of the broken text");
  if (more.length > 0) return refused(`more than one finding: ${wordsOf([first, ...more])}`);
  if (first.ruleId !== rule) return refused(`another rule fires: ${wordsOf([first])}`);
  return { confirmed: true, finding: first };
}

function refused(why: string): Confirmation {
  return { confirmed: false, why };
}

function wordsOf(findings: readonly ReportedFinding[]): string {
  return findings
    .slice(0, 3)
    .map(
      ({ ruleId, message, region }) =>
        `${ruleId} ${region && "startLine" in region ? `at ${region.startLine}` : ""}: ${message}`,
    )
    .join("; ");
}
