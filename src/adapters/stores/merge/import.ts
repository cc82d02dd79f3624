import type { DumpLine, DumpSource, MergeTally } from "../../../ports/store.ts";
import { type Engine, type Insert, insertSql, type Statement, type Value } from "../engine.ts";
import { shaColumns, specOf, TABLE_NAMES, type TableName } from "../schema/tables.ts";
import { type BatchMaker, sumStatement } from "../write/batch.ts";
import { reindex } from "../write/reindex.ts";
import { mergedColumns, textField } from "./dump.ts";
import { rankedUpsert } from "./rank.ts";

const AT_ONCE = 200;

/**
 * Adds the rows of another store. Rows that never change are added if new; of a run, a repair or an attempt that both
 * know, the more complete one stays. So the order of imports does not matter, and repeating one changes nothing.
 */
export async function importFrom(engine: Engine, batches: BatchMaker, source: DumpSource): Promise<MergeTally> {
  const before = await tally(engine);
  const repairs = new Set<string>();
  const attempts: string[] = [];
  let lines: DumpLine[] = [];
  for await (const line of source.dump()) {
    lines.push(line);
    if (line.table === "attempt") {
      attempts.push(String(line.row.id));
      repairs.add(String(line.row.repair_id));
    }
    if (lines.length >= AT_ONCE) {
      await add(engine, batches, lines);
      lines = [];
    }
  }
  await add(engine, batches, lines);
  await addUp(engine, [...repairs]);
  await reindex(engine, attempts);
  const after = await tally(engine);
  return {
    runs: after.runs - before.runs,
    repairs: after.repairs - before.repairs,
    attempts: after.attempts - before.attempts,
    labels: after.labels - before.labels,
  };
}

async function add(engine: Engine, batches: BatchMaker, lines: readonly DumpLine[]): Promise<void> {
  const statements: Statement[] = [];
  for (const { table, row } of lines) {
    const name = TABLE_NAMES.find((each) => each === table);
    // a table of a later version of PatchPro: what is known is taken
    if (!name || specOf(name).merge === "never") continue;
    const texts: Insert[] = [];
    const values = rowOf(name, row, batches, texts);
    statements.push(
      ...texts.map(({ table: blob, row: text }) => ({
        sql: insertSql(blob, Object.keys(text)),
        values: Object.values(text),
      })),
    );
    statements.push(
      specOf(name).merge === "rank"
        ? rankedUpsert(name, values)
        : { sql: insertSql(name, Object.keys(values)), values: Object.values(values) },
    );
  }
  if (statements.length > 0) await engine.transact(statements);
}

/** A line as a row of the table: texts are stored and their addresses put in; sums start at zero. */
function rowOf(table: TableName, line: DumpLine["row"], batches: BatchMaker, texts: Insert[]): Record<string, Value> {
  const spec = specOf(table);
  const addresses = shaColumns(spec);
  const values: Record<string, Value> = {};
  for (const column of mergedColumns(table)) {
    if (!addresses.includes(column)) {
      values[column] = line[column] ?? null;
      continue;
    }
    const text = line[textField(column)];
    const address = batches.text(typeof text === "string" ? text : undefined, texts);
    values[column] = address ?? (spec.columns[column] === "sha" ? new Uint8Array() : null);
  }
  for (const column of spec.derived ?? []) values[column] = 0;
  return values;
}

async function addUp(engine: Engine, repairIds: readonly string[]): Promise<void> {
  for (let at = 0; at < repairIds.length; at += AT_ONCE) {
    await engine.transact(repairIds.slice(at, at + AT_ONCE).map(sumStatement));
  }
}

async function tally(engine: Engine): Promise<MergeTally> {
  const count = async (table: "run" | "repair" | "attempt" | "label"): Promise<number> =>
    (
      await engine.reads
        .selectFrom(table)
        .select((each) => each.fn.countAll<number>().as("n"))
        .executeTakeFirstOrThrow()
    ).n;
  return {
    runs: await count("run"),
    repairs: await count("repair"),
    attempts: await count("attempt"),
    labels: await count("label"),
  };
}
