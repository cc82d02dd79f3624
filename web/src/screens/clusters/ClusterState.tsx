import type { FailureCluster } from "../../../../src/domain/cluster.ts";
import { moments, plural } from "../../text/figures.ts";

/** Whether somebody called it fixed, and whether it stayed so. */
export function ClusterStateChip({ cluster: { state, since } }: { readonly cluster: FailureCluster }) {
  if (state === "open" || !since) return null;
  const at = `Marked as fixed ${moments(since.fixedAt)} UTC`;
  return state === "came-back" ? (
    <span className="label-chip tone-bad" title={at}>
      came back: {plural(since.failures, "failure")} since
    </span>
  ) : (
    <span className="label-chip tone-good" title={at}>
      fixed
    </span>
  );
}
