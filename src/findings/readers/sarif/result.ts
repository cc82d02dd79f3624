import type { ReportedFinding } from "../../../domain/finding.ts";
import type { ColumnUnit } from "../../../domain/location.ts";
import type { Notices } from "../notices.ts";
import type { Artifacts } from "./artifacts.ts";
import { fixesOf } from "./fixes.ts";
import { regionOf } from "./region.ts";
import { type Rules, severityOfResult, textOf } from "./rules.ts";
import type { Result, SarifRegion } from "./schema.ts";

/** What the results of a run are read with. */
export interface RunContext {
  readonly rules: Rules;
  readonly artifacts: Artifacts;
  readonly unit: ColumnUnit;
  readonly notices: Notices;
}

/** Kinds that say that nothing is wrong (3.27.9); the 2.0.0 drafts said so in `level`. */
const NOT_FINDINGS = new Set(["pass", "notApplicable"]);

/** A result as a finding; undefined if the tool says that it is none, which is noted. */
export function findingOf(
  result: Result,
  where: string,
  { rules, artifacts, unit, notices }: RunContext,
): ReportedFinding | undefined {
  const kind = result.kind ?? result.level;
  if (kind && NOT_FINDINGS.has(kind)) {
    notices.note(`a result of kind "${kind}" is not a finding`, where);
    return undefined;
  }
  const named = rules.of(result);
  const [first, ...others] = result.locations ?? [];
  const physical = first?.physicalLocation;
  if (others.length > 0) notices.note("a result names several places, the first was taken", where);
  if (!physical) notices.note("a result names no file", where);
  const suppressed = suppressedBy(result);
  const snippet = snippetOf(physical?.region);
  const fingerprint = Object.values(result.fingerprints ?? {}).find((one) => typeof one === "string");
  const helpUrl = named.rule?.helpUri;
  return {
    ruleId: named.id,
    message: textOf(result.message, named) || named.rule?.shortDescription?.text || named.id,
    severity: severityOfResult(result, named.rule),
    uri: artifacts.uri(physical?.artifactLocation ?? physical?.fileLocation),
    region: regionOf(physical?.region, unit),
    fixes: fixesOf(result.fixes, artifacts, unit, where, notices),
    ...(helpUrl ? { helpUrl } : {}),
    ...(suppressed ? { suppressed } : {}),
    ...(snippet ? { snippet } : {}),
    ...(typeof fingerprint === "string" && fingerprint !== "requires login" ? { toolFingerprint: fingerprint } : {}),
  };
}

/** Suppressed if there are suppressions and none is rejected or under review (3.27.23, 3.35.3); `absent` results are gone (3.27.24). */
function suppressedBy({ suppressions, suppressionStates, baselineState }: Result): string | undefined {
  if (baselineState === "absent") return "its baseline state is absent: the tool no longer finds it";
  const [first] = suppressions ?? [];
  const open = suppressions?.some((one) => ["rejected", "underReview"].includes(one.status ?? one.state ?? "accepted"));
  if (first && !open)
    return first.justification || (first.kind === "inSource" ? "a comment in the source" : "suppressed in the tool");
  return suppressionStates?.some((state) => state.startsWith("suppressed")) ? "suppressed in the tool" : undefined;
}

function snippetOf(region: SarifRegion | null | undefined): string | undefined {
  const snippet = region?.snippet;
  const text = typeof snippet === "string" ? snippet : snippet?.text;
  return text && text !== "requires login" ? text : undefined;
}
