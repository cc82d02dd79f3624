import path from "node:path";
import { openFolder } from "../../adapters/system/folder.ts";
import { checkRunFolder, createRunFolder, dataFolder } from "../../adapters/system/run-folder.ts";
import type { Config } from "../../config/config.ts";
import type { DatasetFormat, DatasetVersion } from "../../domain/dataset.ts";
import type { TraceQuery } from "../../domain/trace-query.ts";
import { type Exported, type ExportRequest, exportRows } from "../../eval/datasets/export.ts";
import { type DatasetFolder, datasetFolder, MANIFEST_FILE } from "../../eval/datasets/folder.ts";
import type { Permissions, RepositoryPermission } from "../../eval/datasets/permission.ts";
import type { TraceStore } from "../../ports/store.ts";
import type { CommandContext } from "../context.ts";
import { heldOut, labelledRepairs, prover, textReader } from "./datasets.ts";
import { openTraces, redactorFor } from "./traces.ts";

/** An export as the command line asks for it. */
export interface ExportOrder extends ExportRequest {
  readonly dataset: string;
  readonly format: DatasetFormat;
  readonly query: TraceQuery;
  /** As typed, for the manifest. */
  readonly queryText: string;
  /** Only rows of repositories under these licences; undefined: any that is stated. */
  readonly licences: readonly string[] | undefined;
  /** Repositories whose owners agreed, with the licences that are stated for them here. */
  readonly consent: ReadonlyMap<string, readonly string[]>;
  /** Folders with eval cases. Undefined: `evals` below the root, if there is one. */
  readonly cases: readonly string[] | undefined;
  /** Files of `patchpro eval synth`. */
  readonly synthetic: readonly string[];
  /** False: nothing is proved again. */
  readonly prove: boolean;
}

/** What an export came to, before anything is written. */
export interface PreparedExport {
  readonly exported: Exported;
  readonly folder: DatasetFolder;
}

/** Makes the rows and files of a dataset in memory. Throws `PatchProError`. */
export async function prepareExport(
  root: string,
  config: Config,
  order: ExportOrder,
  context: CommandContext,
): Promise<PreparedExport> {
  const store = await openTraces(root, config);
  const proving = order.prove ? await prover(root, config, context) : undefined;
  try {
    const cases = order.cases?.map((folder) => path.resolve(context.cwd, folder)) ?? (await usualCases(root));
    const held = await heldOut(store, { cases, synthetic: order.synthetic }, context.cwd);
    const exported = await exportRows(order, {
      repairs: labelledRepairs(store, order.query),
      permissions: permissionsOf(path.basename(root), config, order),
      heldOut: held,
      redact: redactorFor(context).text,
      texts: await textReader(root, context),
      prove: proving?.prove,
      signal: context.signal,
    });
    const folder = datasetFolder(exported, order, {
      dataset: order.dataset,
      toolVersion: context.toolVersion,
      heldOut: held.size,
      filters: filtersOf(order),
      warnings:
        cases.length === 0 ? ["No eval cases were found to compare with: name their folder with --exclude-cases."] : [],
    });
    return { exported, folder };
  } finally {
    await proving?.close();
    await store.close();
  }
}

/** Writes the folder, all of it or nothing, and takes the version down in the store. `out`: absolute, new or empty, or the same dataset already. */
export async function writeExport(
  root: string,
  config: Config,
  order: ExportOrder,
  { exported, folder }: PreparedExport,
  out: string | undefined,
): Promise<{ readonly place: string; readonly version: DatasetVersion; readonly known: boolean }> {
  const place = out ?? path.join(dataFolder(root), "datasets", folder.contentHash.slice(0, 12));
  if (!(await holds(place, folder))) writeFolder(root, place, folder);
  const store = await openTraces(root, config);
  try {
    return { place, ...(await takeDown(store, order, exported, folder)) };
  } finally {
    await store.close();
  }
}

/** Tells before any work what is in the way of an export. Throws `PatchProError("usage")`; a folder with a dataset may hold this one. */
export async function refuseOther(root: string, out: string): Promise<void> {
  if (!(await openFolder(out).read(MANIFEST_FILE))) checkRunFolder(root, out);
}

function writeFolder(root: string, place: string, { files }: DatasetFolder): void {
  const target = createRunFolder(root, "", place);
  try {
    for (const { name, text } of files) target.write(name, text);
    target.finish();
  } catch (error) {
    target.discard();
    throw error;
  }
}

/** Whether a folder holds exactly this dataset already: then there is nothing to do. */
async function holds(place: string, { files }: DatasetFolder): Promise<boolean> {
  const there = openFolder(place);
  for (const { name, text } of files) if ((await there.read(name))?.text !== text) return false;
  return true;
}

function takeDown(
  store: TraceStore,
  { dataset, format }: ExportOrder,
  { rows }: Exported,
  { manifest, manifestText, refusals, contentHash }: DatasetFolder,
): ReturnType<TraceStore["datasets"]["add"]> {
  return store.datasets.add({
    dataset,
    format,
    manifest: manifestText,
    refusals,
    contentHash,
    filters: JSON.stringify(manifest.filters),
    tokens: manifest.tokens.total,
    items: rows.map(({ row, split, group }) => ({
      itemId: row.id,
      split,
      attemptId: row.provenance.attemptId,
      labelId: row.provenance.labelId,
      ...(row.findings[0] && { findingId: row.findings[0].id }),
      group,
      dupGroup: row.provenance.dupGroup,
      tokens: row.tokens,
      input: row.prompt,
      output: row.answer,
    })),
  });
}

async function usualCases(root: string): Promise<string[]> {
  const folder = path.join(root, "evals");
  const files = await openFolder(folder)
    .list()
    .catch(() => []);
  return files.length > 0 ? [folder] : [];
}

const NOTHING: RepositoryPermission = { consent: false, licences: [] };

function permissionsOf(own: string, { dataset }: Config, { consent, licences }: ExportOrder): Permissions {
  return {
    licences,
    of(repository) {
      const written = repository === own ? dataset : (dataset.repositories.get(repository) ?? NOTHING);
      const stated = consent.get(repository);
      if (!stated) return written;
      return { consent: true, licences: stated.length > 0 ? stated : written.licences };
    },
  };
}

/** What rows were chosen by, without paths: the manifest is the same on every machine. */
function filtersOf(order: ExportOrder): Record<string, unknown> {
  const { queryText, licences, consent, onlyProved, prove, maxTokens } = order;
  return {
    query: queryText,
    licences: licences ?? "any that is stated",
    consent: Object.fromEntries(consent),
    proved: prove ? (onlyProved ? "only proved rows" : "proved where possible") : "not proved again",
    maxTokens,
    nearDuplicatesAbove: 0.8,
  };
}
