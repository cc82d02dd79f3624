import { z } from "zod";
import { DATASET_FORMATS, SPLITS } from "../../domain/dataset.ts";

/** Version of `manifest.json`. */
export const MANIFEST_VERSION = 1;

const count = z.int().min(0);
const counts = z.record(z.string(), count);

const fileEntry = z.strictObject({
  name: z.string().regex(/^[\w.-]{1,80}$/),
  split: z.enum(SPLITS).optional(),
  rows: count,
  tokens: count,
  bytes: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/**
 * `manifest.json` beside the files: what is in them, what was left out and why. It holds no times and no paths, so the same
 * store and options give the same bytes.
 */
export const manifestSchema = z.strictObject({
  version: z.literal(MANIFEST_VERSION),
  dataset: z.string().min(1),
  format: z.enum(DATASET_FORMATS),
  tool: z.strictObject({ name: z.literal("patchpro"), version: z.string() }),
  rows: count,
  /** Labelled attempts that were looked at. */
  considered: count,
  files: z.array(fileEntry),
  split: z.strictObject({
    by: z.enum(["repository", "file", "nothing"]),
    share: z.number(),
    seed: z.int(),
    groups: z.strictObject({ train: count, validation: count }),
  }),
  tokens: z.strictObject({
    total: count,
    longestRow: count,
    limit: count,
    method: z.string(),
    /** Relative, of nine in ten; null where nothing was measured. */
    error: z.number().nullable(),
    /** Upper bounds and rows of a histogram by tokens. */
    histogram: z.array(z.strictObject({ upTo: count, rows: count })),
  }),
  /** For the usual number of epochs, US dollars; null: the price of that model is not known. */
  trainingCost: z.array(z.strictObject({ model: z.string(), epochs: count, usd: z.number().nullable() })),
  trainingPricesAsOf: z.string(),
  rules: counts,
  answers: counts,
  texts: counts,
  repositories: z.record(z.string(), z.strictObject({ rows: count, licences: z.array(z.string()) })),
  models: counts,
  templates: counts,
  proved: z.strictObject({ again: count, notTried: counts }),
  /** By reason. */
  refused: counts,
  heldOut: count,
  labelIds: z.array(z.string()),
  filters: z.record(z.string(), z.unknown()),
  warnings: z.array(z.string()),
});

export type Manifest = z.infer<typeof manifestSchema>;
