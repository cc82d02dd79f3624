import { z } from "zod";
import type { ClusterRun } from "../domain/cluster.ts";
import type { ClusterRunRow } from "../ports/clusters.ts";

/*
 * What the page and the server say to each other about clusters of failures, as `api.ts` does for the rest.
 *
 *   GET    /api/clusters?run                 ClustersAnswer     (`run`: an id, `latest` if left out; 404 `not-found`)
 *   POST   /api/clusters       `findBody` -> ClustersAnswer     (groups again; what was found is kept)
 *   POST   /api/clusters/word  `wordBody` -> ClustersAnswer     (a person's word; then as the newest run was made)
 */

const text = (longest: number) => z.string().max(longest);
const key = text(100).min(1);
const name = text(200).trim().min(1);

export const clustersQuery = z.object({ run: text(40).default("latest") });

export const findBody = z.strictObject({
  /** In the search grammar. */
  q: text(4000).default(""),
  /** Milliseconds since the epoch; everything if left out. */
  since: z.int().min(0).exactOptional(),
});

export const wordBody = z.strictObject({
  by: text(200).trim().min(1),
  word: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("rename"), cluster: key, name, definition: text(2000).exactOptional() }),
    z.strictObject({ kind: z.literal("merge"), clusters: z.array(key).min(2).max(50), name: name.exactOptional() }),
    z.strictObject({
      kind: z.literal("split"),
      cluster: key,
      signatures: z.array(text(5000)).min(1).max(5000),
      name,
    }),
    z.strictObject({ kind: z.enum(["fixed", "reopen"]), cluster: key }),
  ]),
});

export interface ClustersAnswer {
  /** Undefined before the first run. */
  readonly run: ClusterRun | undefined;
  /** Newest first. */
  readonly runs: readonly ClusterRunRow[];
}
