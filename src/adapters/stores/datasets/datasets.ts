import { sql } from "kysely";
import { z } from "zod";
import { DATASET_FORMATS, type DatasetVersion, SPLITS } from "../../../domain/dataset.ts";
import type { Datasets, NewDatasetVersion, StoredDatasetItem } from "../../../ports/datasets.ts";
import type { Engine, Insert } from "../engine.ts";
import { given } from "../given.ts";
import { textsAt } from "../read/texts.ts";
import type { Row } from "../schema/tables.ts";
import type { BatchMaker } from "../write/batch.ts";
import { heldOutAttempts } from "./held-out.ts";

/** What a version is for; versions of any other purpose hold what must not be trained on. */
export const TRAINING = "training";

const SHORTEST_ID = 4;
const MOST_AT_ONCE = 500;
const format = z.enum(DATASET_FORMATS);
const split = z.enum(SPLITS);

/** What datasets need of the store around them. */
export interface DatasetDesk {
  readonly engine: Engine;
  readonly batches: BatchMaker;
  readonly newId: () => string;
  readonly now: () => number;
}

/** Datasets in one database. `guard` runs each piece of work and words its failures. */
export function datasetsOf(desk: DatasetDesk, guard: <T>(work: () => Promise<T>) => Promise<T>): Datasets {
  const { engine } = desk;
  return {
    add: (version) => guard(() => add(desk, version)),
    list: () => guard(async () => (await versions(engine).execute()).map(versionOf)),
    find: (id) => guard(() => find(engine, id)),
    papers: (id) => guard(() => papers(engine, id)),
    items: (id, page) => guard(() => items(engine, id, page)),
    heldOut: (also = []) => guard(() => heldOutAttempts(engine, also)),
  };
}

function versions(engine: Engine) {
  return engine.reads
    .selectFrom("dataset_version as v")
    .innerJoin("export as e", "e.dataset_version_id", "v.id")
    .select(["v.id", "v.dataset", "v.version", "v.created_at", "e.format", "e.n", "e.tokens", "e.sha256"])
    .where("v.purpose", "=", TRAINING)
    .orderBy("v.created_at", "desc")
    .orderBy("v.id", "desc");
}

type VersionRow = Pick<Row<"dataset_version">, "id" | "dataset" | "version" | "created_at"> &
  Pick<Row<"export">, "format" | "n" | "tokens" | "sha256">;

function versionOf(row: VersionRow): DatasetVersion {
  return {
    id: row.id,
    dataset: row.dataset,
    version: row.version,
    createdAt: row.created_at,
    format: format.parse(row.format),
    rows: row.n,
    tokens: row.tokens ?? 0,
    contentHash: row.sha256,
  };
}

async function add(
  { engine, batches, newId, now }: DatasetDesk,
  fresh: NewDatasetVersion,
): Promise<{ version: DatasetVersion; known: boolean }> {
  const { dataset, contentHash, manifest, refusals, filters, tokens } = fresh;
  const known = await versions(engine).where("e.sha256", "=", contentHash).executeTakeFirst();
  if (known) return { version: versionOf(known), known: true };
  const last = await engine.reads
    .selectFrom("dataset_version")
    .select((row) => row.fn.max("version").as("version"))
    .where("dataset", "=", dataset)
    .executeTakeFirst();
  const id = newId();
  const createdAt = now();
  const number = (last?.version ?? 0) + 1;
  const inserts: Insert[] = [];
  const head: Row<"dataset_version"> = {
    id,
    dataset,
    version: number,
    manifest_sha: batches.text(manifest, inserts),
    purpose: TRAINING,
    created_at: createdAt,
  };
  const exported: Row<"export"> = {
    id: newId(),
    dataset_version_id: id,
    format: fresh.format,
    filter_json: filters,
    n: fresh.items.length,
    tokens,
    sha256: contentHash,
    leak_report_sha: batches.text(refusals, inserts),
    at: createdAt,
  };
  for (const [ord, item] of fresh.items.entries()) {
    const row: Row<"dataset_item"> = {
      dataset_version_id: id,
      item_id: item.itemId,
      finding_id: item.findingId ?? null,
      attempt_id: item.attemptId,
      split: item.split,
      group_key: item.group,
      dup_group: item.dupGroup,
      input_sha: batches.text(item.input, inserts),
      output_sha: batches.text(item.output, inserts),
      label_id: item.labelId,
      weight: null,
      ord,
      tokens: item.tokens,
    };
    inserts.push({ table: "dataset_item", row });
  }
  await engine.write({
    inserts: [...inserts, { table: "dataset_version", row: head }, { table: "export", row: exported }],
    statements: [],
  });
  return {
    version: {
      id,
      dataset,
      version: number,
      createdAt,
      format: fresh.format,
      rows: fresh.items.length,
      tokens,
      contentHash,
    },
    known: false,
  };
}

async function find(engine: Engine, id: string): Promise<DatasetVersion | undefined> {
  if (id === "latest") {
    const newest = await versions(engine).limit(1).executeTakeFirst();
    return newest && versionOf(newest);
  }
  if (id.length < SHORTEST_ID) return undefined;
  const begin = await versions(engine).where(sql<string>`substr(v.id, 1, ${id.length})`, "=", id).limit(2).execute();
  const row = begin.find((one) => one.id === id) ?? (begin.length === 1 ? begin[0] : undefined);
  return row && versionOf(row);
}

async function papers(engine: Engine, id: string): ReturnType<Datasets["papers"]> {
  const row = await engine.reads
    .selectFrom("dataset_version as v")
    .innerJoin("export as e", "e.dataset_version_id", "v.id")
    .select(["v.manifest_sha", "e.leak_report_sha"])
    .where("v.id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  const texts = await textsAt(engine, [row.manifest_sha, row.leak_report_sha]);
  return { manifest: texts.at(row.manifest_sha) ?? "", refusals: texts.at(row.leak_report_sha) ?? "" };
}

async function items(
  engine: Engine,
  id: string,
  { from, size }: { readonly from: number; readonly size: number },
): Promise<StoredDatasetItem[]> {
  const rows = await engine.reads
    .selectFrom("dataset_item")
    .selectAll()
    .where("dataset_version_id", "=", id)
    .orderBy("ord")
    .orderBy("item_id")
    .offset(Math.max(0, from))
    .limit(Math.min(MOST_AT_ONCE, Math.max(1, size)))
    .execute();
  const texts = await textsAt(
    engine,
    rows.flatMap((row) => [row.input_sha, row.output_sha]),
  );
  return rows.map((row) => ({
    itemId: row.item_id,
    split: split.parse(row.split),
    attemptId: row.attempt_id ?? "",
    labelId: row.label_id ?? "",
    ...given("findingId", row.finding_id),
    group: row.group_key ?? "",
    dupGroup: row.dup_group ?? "",
    tokens: row.tokens ?? 0,
    input: texts.at(row.input_sha) ?? "",
    output: texts.at(row.output_sha) ?? "",
  }));
}
