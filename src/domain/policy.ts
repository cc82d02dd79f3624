import type { Applicability, Finding, Fix } from "./finding.ts";
import type { Source } from "./outcome.ts";

/** Which fixes of analyzers may be tried: `never` only safe ones, `verify` also unsafe and unmarked ones, `always` display-only ones too. */
export type UnsafePolicy = "never" | "verify" | "always";

/** What the configuration says of one rule. */
export interface RuleRoute {
  /** Tried before the others. */
  readonly prefer?: Source;
  /** `true`: the rule is left alone; a source: that source is not used for it. */
  readonly never?: boolean | Source;
}

export interface RoutingPolicy {
  /** In the order of the configuration; cheapest first by default. */
  readonly sources: readonly Source[];
  readonly unsafe: UnsafePolicy;
  readonly rules: ReadonlyMap<string, RuleRoute>;
}

const ALLOWED: Record<UnsafePolicy, readonly Applicability[]> = {
  never: ["safe"],
  verify: ["safe", "unknown", "unsafe"],
  always: ["safe", "unknown", "unsafe", "display"],
};

/** The sources that may work on a finding, in the order in which they are tried. */
export function routeOf(finding: Finding, policy: RoutingPolicy): readonly Source[] {
  const route = policy.rules.get(finding.ruleId);
  if (route?.never === true) return [];
  const allowed = policy.sources.filter((source) => source !== route?.never);
  const preferred = route?.prefer;
  return preferred && allowed.includes(preferred)
    ? [preferred, ...allowed.filter((source) => source !== preferred)]
    : allowed;
}

/** The fixes of a finding that the policy allows, those that the tool vouches for first. */
export function permittedFixes(finding: Pick<Finding, "fixes">, unsafe: UnsafePolicy): readonly Fix[] {
  const order = ALLOWED[unsafe];
  return finding.fixes
    .filter((fix) => order.includes(fix.applicability) && fix.edits.length > 0)
    .sort((a, b) => order.indexOf(a.applicability) - order.indexOf(b.applicability));
}

/** Why no fix of this finding was tried, for its report. */
export function whyNoFix(finding: Finding, unsafe: UnsafePolicy): string {
  if (finding.fixes.length === 0) return `${finding.tool} offers no fix for ${finding.ruleId}`;
  const kinds = [...new Set(finding.fixes.map((fix) => fix.applicability))].join(", ");
  return `${finding.tool} offers only fixes marked ${kinds}, which unsafe = "${unsafe}" does not allow`;
}
