import type { Finding } from "../../domain/finding.ts";
import type { Masker } from "./mask.ts";
import type { AdviceBook } from "./rule-advice.ts";
import type { RuleDoc } from "./task.ts";
import { clipped, visible, visibleLine } from "./visible.ts";

const MOST_RULES = 8;
const DOC_LINES = 40;
const DOC_LENGTH = 1_400;
/** Where our own advice says what to do, the analyzer's words only add the background. */
const DOC_LENGTH_BESIDE_ADVICE = 700;

/** Our own advice for the rules of the findings, one line each; empty if there is none. */
export function ruleAdvice(findings: readonly Finding[], advice: AdviceBook): string {
  return rulesOf(findings)
    .flatMap(({ tool, ruleId }) => {
      const text = advice.adviceFor(tool, ruleId);
      return text === undefined ? [] : [`- ${visibleLine(ruleId, 120)}: ${text}`];
    })
    .join("\n");
}

/** What the analyzer's documentation says about the rules of the findings; empty if it says nothing. */
export function ruleDocumentation(
  findings: readonly Finding[],
  docs: ReadonlyMap<string, RuleDoc>,
  advice: AdviceBook,
  masker: Masker,
): string {
  return rulesOf(findings)
    .slice(0, MOST_RULES)
    .flatMap(({ tool, ruleId }) => {
      const doc = docs.get(ruleId);
      if (!doc) return [];
      const longest = advice.adviceFor(tool, ruleId) === undefined ? DOC_LENGTH : DOC_LENGTH_BESIDE_ADVICE;
      const title = [visibleLine(ruleId, 120), ...(doc.summary ? [visibleLine(doc.summary, 200)] : [])].join(": ");
      return [`${title}\n${clipped(visible(masker.hide(withoutReferences(doc.text))).trim(), DOC_LINES, longest)}`];
    })
    .join("\n\n");
}

/** Links and options at the end of Ruff's pages tell a model nothing. */
function withoutReferences(text: string): string {
  return text.replace(/\n## (?:References|Options|Fix availability)\b[\s\S]*?(?=\n## |$)/g, "");
}

function rulesOf(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.tool} ${finding.ruleId}`, finding])).values()];
}
