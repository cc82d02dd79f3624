import type { Config } from "../../../config/config.ts";
import { PatchProError } from "../../../domain/errors.ts";
import type { Criterion, Judge } from "../../../domain/judge.ts";
import type { TraceStore } from "../../../ports/store.ts";
import type { CommandContext, CommonOptions } from "../../context.ts";
import { traceQuery } from "../../loop/trace-query.ts";

export interface JudgeOptions extends CommonOptions {
  readonly query?: string;
  readonly model?: readonly string[];
  readonly criterion?: Criterion;
  readonly repeat?: number;
  readonly anchors?: boolean;
  readonly budgetUsd?: number;
  readonly judge?: string;
  readonly rater?: string;
  readonly count?: number;
  readonly seed?: number;
  readonly json?: boolean;
}

/** What an action works with. */
export interface Desk {
  readonly store: TraceStore;
  readonly config: Config;
  readonly options: JudgeOptions;
  readonly words: readonly string[];
  readonly context: CommandContext;
  readonly exit: (code: number) => void;
}

/** Ids of the proved attempts under a query of the search grammar. Throws `PatchProError("usage")` for one that is none. */
export async function provedAttempts({ judgements }: TraceStore, query: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const id of judgements.provedAttempts(traceQuery(query))) ids.push(id);
  return ids;
}

/** The judge that the options mean: the newest of those that judged something. Throws `PatchProError` if there is none. */
export async function chosenJudge(store: TraceStore["judgements"], options: JudgeOptions): Promise<Judge> {
  const all = await store.judges();
  const fitting = all.filter(
    ({ id, criterion }) =>
      (options.judge === undefined || id.startsWith(options.judge)) &&
      (options.criterion === undefined || criterion === options.criterion),
  );
  if (options.judge !== undefined && fitting.length > 1)
    throw new PatchProError("usage", `${options.judge} begins several judges`, "Write more of its id.");
  for (const judge of fitting) if ((await store.judgements(judge.id)).length > 0) return judge;
  if (options.judge !== undefined)
    throw new PatchProError("input", `there is no judge ${options.judge}`, "`patchpro judge list` shows them.");
  throw new PatchProError("input", "no judge has judged anything yet", "`patchpro judge run` lets one judge.");
}

/** A value as `--json` prints it. */
export function data(value: object): string {
  return `${JSON.stringify({ version: 1, ...value }, null, 2)}\n`;
}
