import type { RunPlace } from "../../../domain/trace.ts";
import type { Engine } from "../engine.ts";
import { interruptStatements } from "./batch.ts";
import { reindex } from "./reindex.ts";

/** Milliseconds without a beat after which a run on another machine is taken for dead. A live one beats every five seconds. */
export const LONGEST_SILENCE_MS = 120_000;

export interface Liveness {
  readonly now: number;
  readonly host: string;
  /** Whether a process of this machine runs. */
  isRunning(pid: number): boolean;
}

interface OpenRun extends Partial<RunPlace> {
  readonly beat: number;
}

/** Marks what dead runs left open as interrupted, and gives the number of such runs. */
export async function sweep(engine: Engine, alive: Liveness): Promise<number> {
  const open = await engine.reads
    .selectFrom("run")
    .select(["id", "host", "pid", "beat_at", "started_at"])
    .where("ended_at", "is", null)
    .where("status", "is", null)
    .execute();
  const dead = open.filter((run) =>
    isDead(
      {
        ...(run.host !== null && { host: run.host }),
        ...(run.pid !== null && { pid: run.pid }),
        beat: run.beat_at ?? run.started_at,
      },
      alive,
    ),
  );
  for (const run of dead) {
    const left = await engine.reads
      .selectFrom("attempt")
      .innerJoin("repair", "repair.id", "attempt.repair_id")
      .select("attempt.id")
      .where("repair.run_id", "=", run.id)
      .where("attempt.outcome", "is", null)
      .execute();
    await engine.transact([
      { sql: "update run set status = 'interrupted' where id = ? and ended_at is null", values: [run.id] },
      ...interruptStatements(run.id),
    ]);
    await reindex(
      engine,
      left.map((attempt) => attempt.id),
    );
  }
  return dead.length;
}

function isDead(run: OpenRun, alive: Liveness): boolean {
  if (alive.now - run.beat > LONGEST_SILENCE_MS) return true;
  return run.host === alive.host && run.pid !== undefined && !alive.isRunning(run.pid);
}
