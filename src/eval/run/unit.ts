import type { ReportedFinding } from "../../domain/finding.ts";
import { SOURCES, type Source, type Strategy } from "../../domain/outcome.ts";
import type { RoutingPolicy, RuleRoute } from "../../domain/policy.ts";
import type { EvalCase } from "../cases/case.ts";
import type { CaseSpec } from "../cases/format.ts";
import type { PlacedCase } from "./placed.ts";

/** Cases that share one throw-away repository and one run of the pipeline. */
export interface Unit {
  readonly cases: readonly PlacedCase[];
  readonly strategy: "auto" | Strategy;
  /** All that any of its cases allows. */
  readonly sources: readonly Source[];
}

/** More cases than this in one repository would make its run long to wait for. */
const MOST_TOGETHER = 40;

/**
 * Semgrep takes seconds to start, whatever it looks at: its cases share a repository, each in a folder of its own. All
 * others have one for themselves.
 */
export function unitsOf(cases: readonly EvalCase[], strategy: "auto" | Strategy | undefined): Unit[] {
  const groups = Map.groupBy(cases, ({ name, spec }) =>
    canShare(spec) ? JSON.stringify([strategy ?? sharedStrategy(spec), spec.sources.includes("codemod")]) : name,
  );
  return [...groups.values()].flatMap((group) =>
    chunks(group).map((some): Unit => {
      const [first] = some;
      return {
        cases: some.map((kase, at) => ({ kase, prefix: some.length === 1 ? "" : `c${at + 1}/` })),
        strategy: strategy ?? (first && sharedStrategy(first.spec)) ?? "auto",
        sources: SOURCES.filter((source) => some.some(({ spec }) => spec.sources.includes(source))),
      };
    }),
  );
}

/** The same cases, each in a repository of its own: what one of them breaks does not fall on the others. */
export function apart({ cases, strategy }: Unit): Unit[] {
  return cases.map(({ kase }) => ({ cases: [{ kase, prefix: "" }], strategy, sources: kase.spec.sources }));
}

/** What the analyzer of a unit is set to. */
export function selectionOf({ cases }: Unit): Pick<CaseSpec, "analyzer" | "select" | "ignore"> {
  const specs = cases.map(({ kase }) => kase.spec);
  const { analyzer = "ruff", select = [], ignore = [] } = specs[0] ?? {};
  if (cases.length <= 1) return { analyzer, select, ignore };
  const files = cases.flatMap(({ kase, prefix }) =>
    Array.isArray(kase.spec.select) ? kase.spec.select.map((file) => prefix + file) : [],
  );
  return { analyzer, select: files, ignore };
}

/** Which source may work on which rule: in a unit every case has rules of its own names. */
export function policyOf(
  { sources }: Unit,
  wanted: readonly { readonly kase: EvalCase; readonly findings: readonly ReportedFinding[] }[],
): Pick<RoutingPolicy, "sources" | "rules"> {
  const rules = wanted.flatMap(({ kase, findings }) => {
    const never = sources.find((source) => !kase.spec.sources.includes(source));
    return never === undefined ? [] : findings.map(({ ruleId }): [string, RuleRoute] => [ruleId, { never }]);
  });
  const [first] = wanted;
  // A case's own order of sources is kept where it is alone.
  return { sources: wanted.length === 1 && first ? first.kase.spec.sources : sources, rules: new Map(rules) };
}

/** Where every file has several findings, `auto` begins with the same batches as `batch`, and goes on like it. */
function sharedStrategy({ strategy, targets, analyzer }: CaseSpec): "auto" | Strategy {
  const counts = Map.groupBy(targets, ({ path }) => path)
    .values()
    .map((some) => some.length);
  return strategy === "batch" && analyzer === "semgrep" && counts.every((count) => count > 1) ? "auto" : strategy;
}

/** The configuration of others lies where they look for it; Semgrep's rule files are named to it. */
function canShare({ analyzer, select }: CaseSpec): boolean {
  return analyzer === "semgrep" && Array.isArray(select);
}

function chunks(cases: readonly EvalCase[]): EvalCase[][] {
  const count = Math.ceil(cases.length / MOST_TOGETHER);
  return Array.from({ length: count }, (_, at) => cases.slice(at * MOST_TOGETHER, (at + 1) * MOST_TOGETHER));
}
