import type { Report } from "../../domain/finding.ts";
import type { Analyzer } from "../../ports/analyzer.ts";

/**
 * Semgrep for cases that share one start of it: each case's rules lie in its own folder and count only there. Semgrep begins
 * a rule's id with the folder of its file (`c7/rules.yml` -> `c7.RULE`) and looks at each file for itself, so that this is
 * what separate runs would say.
 */
export function ownRulesOnly(semgrep: Analyzer): Analyzer {
  return {
    ...semgrep,
    analyze: async (paths, signal) => own(await semgrep.analyze(paths, signal)),
    analyzeVariants: async (variants, detail, signal) =>
      (await semgrep.analyzeVariants(variants, detail, signal)).map((one) => ({ ...one, report: own(one.report) })),
  };
}

function own(report: Report): Report {
  return {
    ...report,
    findings: report.findings.filter(({ uri, ruleId }) => ruleId.startsWith(`${uri?.split("/")[0] ?? ""}.`)),
  };
}
