import { sql } from "kysely";
import { z } from "zod";
import { type FailureMode, MODE_STATES } from "../../../domain/cluster.ts";
import type { Engine, Insert } from "../engine.ts";
import { given } from "../given.ts";
import { words } from "../read/stored-words.ts";
import { textsAt } from "../read/texts.ts";
import type { BatchMaker } from "../write/batch.ts";

const modeState = z.enum(MODE_STATES);

interface ModeRow {
  id: string;
  name: string;
  definition: string;
  parent_id: string | null;
  state: string;
  by: string;
  at: number;
  supersedes: string | null;
  key: string;
  pinned: number;
  signatures_sha: Uint8Array;
}

/** The newest word on each key: by time, then by id, so that merged stores agree. */
export async function currentModes(engine: Engine): Promise<FailureMode[]> {
  const { rows } =
    await sql<ModeRow>`select m.id, m.name, m.definition, m.parent_id, m.state, m."by", m.at, m.supersedes,
      s.key, s.pinned, s.signatures_sha
    from failure_mode m join failure_mode_scope s on s.mode_id = m.id order by m.at, m.id`.execute(engine.reads);
  const newest = new Map(rows.map((row) => [row.key, row]));
  const texts = await textsAt(
    engine,
    [...newest.values()].map(({ signatures_sha }) => signatures_sha),
  );
  return [...newest.values()]
    .map((row) => ({
      id: row.id,
      key: row.key,
      name: row.name,
      definition: row.definition,
      state: modeState.parse(row.state),
      ...given("into", row.parent_id),
      pinned: row.pinned === 1,
      signatures: words.parse(JSON.parse(texts.at(row.signatures_sha) ?? "[]")),
      by: row.by,
      at: row.at,
      ...given("supersedes", row.supersedes),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

export async function addModes(engine: Engine, batches: BatchMaker, modes: readonly FailureMode[]): Promise<void> {
  const inserts: Insert[] = [];
  for (const mode of modes) {
    const { id, key, name, definition, state, into, pinned, signatures, by, at, supersedes } = mode;
    inserts.push({
      table: "failure_mode",
      row: { id, name, definition, parent_id: into ?? null, state, by, at, supersedes: supersedes ?? null },
    });
    const address = batches.text(JSON.stringify(signatures), inserts);
    inserts.push({
      table: "failure_mode_scope",
      row: { mode_id: id, key, pinned: pinned ? 1 : 0, signatures_sha: address },
    });
  }
  await engine.write({ inserts, statements: [] });
}
