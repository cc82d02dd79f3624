import type { CheckCode } from "../../../src/domain/check.ts";
import type { FailedAttempt } from "../../../src/domain/cluster.ts";
import { type ClusterRequest, clusterFailures } from "../../../src/eval/clusters/cluster.ts";

export const NOW = Date.UTC(2026, 10, 22, 12);
let count = 0;

/** A failure of a repair of its own. */
export function aFailure(
  code: CheckCode | undefined,
  reason: string,
  more: Partial<FailedAttempt> = {},
): FailedAttempt {
  count += 1;
  return {
    attemptId: `attempt-${count}`,
    at: NOW - 1000,
    check: "reply",
    ...(code && { code }),
    reason,
    ruleId: "F401",
    ruleFamily: "F",
    path: "src/a.py",
    model: "fake:small",
    last: true,
    repair: { id: `repair-${count}`, failed: true, attempts: 2, costMicroUsd: 1000, unpriced: 0 },
    ...more,
  };
}

/** The clusters of some failures, without a store. */
export async function grouped(failures: readonly FailedAttempt[], more: Partial<ClusterRequest> = {}) {
  let id = 0;
  const { run, members } = await clusterFailures({
    failures,
    scope: { query: "" },
    seed: 1,
    now: NOW,
    known: [],
    modes: [],
    newId: () => {
      id += 1;
      return `id-${id}`;
    },
    ...more,
  });
  const found = new Map(members.map(({ attemptId, clusterId }) => [attemptId, clusterId]));
  return { run, members, found, groups: found };
}
