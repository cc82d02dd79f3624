import type { Finding, Report, ReportedFinding } from "../../domain/finding.ts";
import type { EvalCase, Files } from "../cases/case.ts";
import type { CaseSpec } from "../cases/format.ts";

/** A case in a workplace: alone at its top, or in a folder of its own beside others. */
export interface PlacedCase {
  readonly kase: EvalCase;
  /** "" or `NAME/`. */
  readonly prefix: string;
}

/** The targets that a report holds, or what is wrong with them. */
export interface Aimed {
  readonly wanted: readonly ReportedFinding[];
  readonly problem?: string;
}

type Target = CaseSpec["targets"][number];

/** The reported findings that a case is about. One that is not reported, or that could be several, makes the case unusable. */
export function targetsIn({ kase, prefix }: PlacedCase, report: Report): Aimed {
  const wanted = new Set<ReportedFinding>();
  for (const target of kase.spec.targets) {
    const path = prefix + target.path;
    const same = report.findings.filter((one) => one.uri === path && isRule(one.ruleId, target.rule));
    const found = target.line === undefined ? same : same.filter((one) => one.region?.startLine === target.line);
    if (found.length === 0) return { wanted: [], problem: notReported(target, report, path) };
    const lines = [...new Set(found.map((one) => one.region?.startLine))];
    if (lines.length > 1)
      return {
        wanted: [],
        problem: `${target.rule} is reported in ${target.path} at lines ${lines.join(", ")}; say which with "line"`,
      };
    for (const one of found) wanted.add(one);
  }
  return { wanted: [...wanted] };
}

/** Whether a finding that was worked on belongs to a case. */
export function isOf({ prefix }: PlacedCase, { path }: Pick<Finding, "path">): boolean {
  return path.startsWith(prefix);
}

/** The files of a workplace, each case's below its prefix. */
export function filesOf(cases: readonly PlacedCase[]): Files {
  return new Map(
    cases.flatMap(({ kase, prefix }) => [...kase.before].map(([path, source]) => [prefix + path, source] as const)),
  );
}

/** Semgrep puts the rule file's folders before a rule's own name. */
function isRule(reported: string, wanted: string): boolean {
  return reported === wanted || reported.endsWith(`.${wanted}`);
}

function notReported({ rule, path, line }: Target, { findings, tool }: Report, full: string): string {
  const others = findings
    .filter(({ uri }) => uri === full)
    .map((one) => `${one.ruleId}:${one.region?.startLine ?? "?"}`);
  const there = others.length === 0 ? "nothing" : [...new Set(others)].slice(0, 12).join(", ");
  return `${tool} does not report ${rule} in ${path}${line === undefined ? "" : ` at line ${line}`}; it reports ${there} there`;
}
