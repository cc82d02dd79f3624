import { z } from "zod";
import { SORTS } from "../../../domain/trace-query.ts";
import type { SavedView } from "../../../ports/store.ts";
import type { Engine } from "../engine.ts";
import { words } from "./stored-words.ts";

const sortName = z.enum(SORTS).optional();

/** All saved views, by name. */
export async function savedViews(engine: Engine): Promise<SavedView[]> {
  const rows = await engine.reads.selectFrom("saved_view").selectAll().orderBy("name").orderBy("id").execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    screen: row.screen,
    query: row.query,
    sort: sortName.parse(row.sort ?? undefined),
    columns: words.parse(JSON.parse(row.columns_json)),
  }));
}

export async function saveView(engine: Engine, view: SavedView): Promise<SavedView> {
  await engine.run({
    sql: `insert into saved_view (id, name, screen, query, columns_json, sort) values (?, ?, ?, ?, ?, ?)
      on conflict (id) do update set name = excluded.name, screen = excluded.screen, query = excluded.query,
        columns_json = excluded.columns_json, sort = excluded.sort`,
    values: [view.id, view.name, view.screen, view.query, JSON.stringify(view.columns), view.sort ?? null],
  });
  return view;
}

export async function deleteView(engine: Engine, id: string): Promise<boolean> {
  return (await engine.run({ sql: "delete from saved_view where id = ? returning id", values: [id] })).length > 0;
}
