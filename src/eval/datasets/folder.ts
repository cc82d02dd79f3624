import { type DatasetFormat, REFUSALS, type Refused, SPLITS, type Split } from "../../domain/dataset.ts";
import { sha256 } from "../../domain/digest.ts";
import type { Exported, ExportedRow, ExportRequest } from "./export.ts";
import { MANIFEST_VERSION, type Manifest, manifestSchema } from "./manifest.ts";
import { pricedModels, TRAINING_PRICES_AS_OF, trainingCost, USUAL_EPOCHS } from "./training-price.ts";

/** A file of a dataset, before it is written. */
export interface DatasetFile {
  readonly name: string;
  readonly text: string;
}

/** A dataset as it will stand in its folder. */
export interface DatasetFolder {
  readonly files: readonly DatasetFile[];
  readonly manifest: Manifest;
  /** `manifest.json`, word by word. */
  readonly manifestText: string;
  /** `refused.jsonl`: what was left out and why. */
  readonly refusals: string;
  /** SHA-256 (hex) of the manifest, which holds the hash of every file. */
  readonly contentHash: string;
}

/** What the manifest says beside the rows. */
export interface FolderFacts {
  readonly dataset: string;
  readonly toolVersion: string;
  /** How many held-out things rows were compared with. */
  readonly heldOut: number;
  /** The query and everything else that rows were chosen by. */
  readonly filters: Readonly<Record<string, unknown>>;
  readonly warnings: readonly string[];
}

/** Names of the files that hold rows. */
export const SPLIT_FILE: Readonly<Record<Split, string>> = { train: "train.jsonl", validation: "validation.jsonl" };
const REFUSED_FILE = "refused.jsonl";
export const MANIFEST_FILE = "manifest.json";

/** The files of a dataset: UTF-8, no byte-order mark, `\n` after each line. A split without rows has no file. */
export function datasetFolder(exported: Exported, request: ExportRequest, facts: FolderFacts): DatasetFolder {
  const { rows } = exported;
  const refused = exported.refused.toSorted(byReason);
  const refusals = refused.map((one) => `${JSON.stringify(one)}\n`).join("");
  const splits = SPLITS.flatMap((split) => {
    const own = rows.filter((row) => row.split === split);
    return own.length === 0 ? [] : [{ split, own, text: own.map(({ line }) => `${line}\n`).join("") }];
  });
  const files: DatasetFile[] = [
    ...splits.map(({ split, text }) => ({ name: SPLIT_FILE[split], text })),
    { name: REFUSED_FILE, text: refusals },
  ];
  const entries = [
    ...splits.map(({ split, own, text }) => ({ ...entry(SPLIT_FILE[split], text, own), split })),
    { ...entry(REFUSED_FILE, refusals, []), rows: refused.length },
  ];
  const manifest = manifestSchema.parse(manifestOf(exported, request, facts, entries, refused));
  const manifestText = `${JSON.stringify(manifest, null, 2)}\n`;
  return {
    files: [...files, { name: MANIFEST_FILE, text: manifestText }],
    manifest,
    manifestText,
    refusals,
    contentHash: sha256(manifestText),
  };
}

function byReason(a: Refused, b: Refused): number {
  return REFUSALS.indexOf(a.reason) - REFUSALS.indexOf(b.reason) || (a.attemptId < b.attemptId ? -1 : 1);
}

function entry(name: string, text: string, rows: readonly ExportedRow[]) {
  return { name, rows: rows.length, tokens: tokensOf(rows), bytes: Buffer.byteLength(text), sha256: sha256(text) };
}

const tokensOf = (rows: readonly ExportedRow[]): number => rows.reduce((sum, { row }) => sum + row.tokens, 0);

function manifestOf(
  { rows, considered, splitting, tokenRule }: Exported,
  { format, maxTokens, validation, seed }: ExportRequest,
  { dataset, toolVersion, heldOut, filters, warnings }: FolderFacts,
  files: Manifest["files"],
  refused: readonly Refused[],
): Manifest {
  const groups = (split: Split) => new Set(rows.filter((row) => row.split === split).map(({ group }) => group)).size;
  const train = rows.filter(({ split }) => split === "train");
  return {
    version: MANIFEST_VERSION,
    dataset,
    format,
    tool: { name: "patchpro", version: toolVersion },
    rows: rows.length,
    considered,
    files,
    split: {
      by: splitting.by,
      share: validation,
      seed,
      groups: { train: groups("train"), validation: groups("validation") },
    },
    tokens: {
      total: tokensOf(rows),
      longestRow: rows.reduce((most, { row }) => Math.max(most, row.tokens), 0),
      limit: maxTokens,
      method: tokenRule.method,
      error: tokenRule.error === undefined ? null : Math.round(tokenRule.error * 1000) / 1000,
      histogram: histogram(rows.map(({ row }) => row.tokens)),
    },
    trainingCost: costs(format, tokensOf(train)),
    trainingPricesAsOf: TRAINING_PRICES_AS_OF,
    rules: tally(rows.flatMap(({ row }) => [...new Set(row.findings.map(({ ruleId }) => ruleId))])),
    answers: tally(rows.map(({ row }) => row.provenance.answerFrom)),
    texts: tally(rows.map(({ row }) => row.provenance.textFrom)),
    repositories: repositoriesOf(rows),
    models: tally(rows.map(({ row }) => row.provenance.model)),
    templates: tally(rows.map(({ row }) => row.provenance.template)),
    proved: {
      again: rows.filter(({ proof }) => proof.proved).length,
      notTried: tally(rows.flatMap(({ proof }) => (proof.proved ? [] : [proof.why]))),
    },
    refused: tally(refused.map(({ reason }) => reason)),
    heldOut,
    labelIds: [...new Set(rows.map(({ row }) => row.provenance.labelId))].sort(),
    filters,
    warnings: [...(splitting.warning === undefined ? [] : [splitting.warning]), ...warnings],
  };
}

function costs(format: DatasetFormat, tokens: number): Manifest["trainingCost"] {
  if (format === "jsonl") return [];
  return pricedModels().map((model) => {
    const { usd } = trainingCost(model, tokens);
    return { model, epochs: USUAL_EPOCHS, usd: usd === undefined ? null : Math.round(usd * 100) / 100 };
  });
}

function repositoriesOf(rows: readonly ExportedRow[]): Manifest["repositories"] {
  const byName = Map.groupBy(rows, ({ row }) => row.provenance.repository);
  return Object.fromEntries(
    [...byName]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, own]) => [name, { rows: own.length, licences: [...(own[0]?.row.provenance.licences ?? [])] }]),
  );
}

/** Rows by doubling bounds, without empty bars at either end. */
function histogram(tokens: readonly number[]): Manifest["tokens"]["histogram"] {
  const bars: Manifest["tokens"]["histogram"] = [];
  let counted = 0;
  for (let upTo = 256; counted < tokens.length; upTo *= 2) {
    const rows = tokens.filter((count) => count <= upTo).length - counted;
    counted += rows;
    if (counted > 0) bars.push({ upTo, rows });
  }
  return bars;
}

/** How often each value comes, most frequent first. */
export function tally(values: readonly string[]): Record<string, number> {
  const counts = [...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length] as const);
  counts.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return Object.fromEntries(counts);
}
