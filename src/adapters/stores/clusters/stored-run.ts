import { z } from "zod";
import { checkCode } from "../read/stored-words.ts";

/*
 * A run of the clustering as it is kept: columns for SQL, and JSON for what only the page and the terminal show. A store is
 * outside data: another version may have written it.
 */
const count = z.number().int().min(0);
const rate = z.object({
  count: z.number().min(0),
  n: z.number().min(0),
  share: z.number().optional(),
  low: z.number(),
  high: z.number(),
});
const storedRate = rate.transform(({ share, ...rest }) => ({ ...rest, share }));

export const storedScope = z.object({
  query: z.string(),
  since: z.number().exactOptional(),
  until: z.number().exactOptional(),
});

/** The JSON of `cluster_run.params_json`. */
export const storedParams = z.object({
  method: z
    .object({
      name: z.enum(["average linkage", "k-means"]),
      embedder: z.string(),
      seed: z.number(),
      maskingRules: z.number(),
      signatures: count,
      groups: count,
      stability: z.number().optional(),
      silhouette: z.number().optional(),
    })
    .transform(({ stability, silhouette, ...rest }) => ({ ...rest, stability, silhouette })),
  repairs: count,
  spans: z
    .object({ from: z.number(), middle: z.number(), to: z.number(), endedBefore: count, endedNow: count })
    .optional(),
  unclustered: z.object({ attempts: count, repairs: storedRate, atLeast: count }),
});

/** The JSON that a cluster's `summary_sha` leads to; what has columns of its own is not in it. */
export const storedCluster = z.object({
  rank: z.number().int().min(1),
  name: z.object({
    definition: z.string(),
    test: z.string().exactOptional(),
    remedy: z.string(),
    by: z.string(),
    cites: z.array(z.string()),
  }),
  state: z.enum(["open", "fixed", "came-back"]),
  since: z.object({ fixedAt: z.number(), failures: count }).exactOptional(),
  codes: z.array(z.object({ code: checkCode.unwrap(), count })),
  signatures: z.array(z.string()),
  repairs: storedRate,
  recovered: count,
  unpriced: count,
  medianAttempts: z.number().optional(),
  trend: z
    .object({
      now: storedRate,
      before: storedRate,
      difference: z.number().optional(),
      low: z.number(),
      high: z.number(),
      p: z.number(),
      direction: z.enum(["more", "fewer", "same", "unknown"]),
    })
    .transform(({ difference, ...rest }) => ({ ...rest, difference }))
    .optional(),
  examples: z.array(
    z.object({
      attemptId: z.string(),
      repairId: z.string(),
      ruleId: z.string(),
      path: z.string(),
      reason: z.string(),
    }),
  ),
});
export type StoredCluster = z.input<typeof storedCluster>;
