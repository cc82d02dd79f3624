import type { FailureCluster } from "../../../../src/domain/cluster.ts";
import { linkTo } from "../../route.ts";

/** The search that finds a cluster's failures. */
export const searchOf = ({ key }: Pick<FailureCluster, "key">): string => `cluster:${key}`;

export const queueLink = (cluster: FailureCluster): string =>
  linkTo("queue", "", { q: `${searchOf(cluster)} outcome:rejected,failed` });
