import type { CollectedFinding, Finding } from "../domain/finding.ts";
import type { Source } from "../domain/outcome.ts";
import { type RoutingPolicy, routeOf } from "../domain/policy.ts";

/** What is to be worked on, and by which sources; made without looking at a disk or a clock. */
export interface Plan {
  /** Every finding that was read, in the order of path, line and rule; those not to be worked on are marked. */
  readonly findings: readonly CollectedFinding[];
  /** The sources that may work on each finding that is not marked, in the order in which they are tried. */
  readonly routes: ReadonlyMap<Finding, readonly Source[]>;
  /** The files that are worked on. */
  readonly paths: readonly string[];
}

/** Decides for each finding which sources may work on it. */
export function planWork(collected: readonly CollectedFinding[], policy: RoutingPolicy): Plan {
  const routes = new Map<Finding, readonly Source[]>();
  const findings = collected.toSorted(byPlace).map((one): CollectedFinding => {
    if (one.skip) return one;
    const route = routeOf(one.finding, policy);
    if (route.length === 0)
      return {
        ...one,
        skip: { reason: "not-allowed", detail: `the configuration leaves ${one.finding.ruleId} alone` },
      };
    routes.set(one.finding, route);
    return one;
  });
  return { findings, routes, paths: [...new Set([...routes.keys()].map(({ path }) => path))].sort() };
}

function byPlace({ finding: a }: CollectedFinding, { finding: b }: CollectedFinding): number {
  return (
    compare(a.path, b.path) || a.startLine - b.startLine || a.startColumn - b.startColumn || compare(a.ruleId, b.ruleId)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
