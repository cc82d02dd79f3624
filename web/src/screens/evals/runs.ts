import type { EvalRunRow } from "../../../../src/server/eval-api.ts";
import { moment, percent, SMALL } from "../../text/figures.ts";

/** A run in few words, for an axis: its commit, or its day. */
export function shortName({ commit, dirty, at }: EvalRunRow): string {
  return commit === undefined ? moment(at) : `${commit.slice(0, 7)}${dirty ? "*" : ""}`;
}

/** `1a2b3c4*, replay, auto, 22 Nov 14:03`. */
export function longName(run: EvalRunRow): string {
  return [shortName(run), run.tier, madeWith(run), run.commit === undefined ? "" : moment(run.at)]
    .filter((word) => word !== "")
    .join(", ");
}

export function madeWith({ models, strategy }: EvalRunRow): string {
  return [models.join("+"), strategy].filter((word) => word !== "").join(" ");
}

/** `274/300 = 91 % (88 to 94 %)`; of few, the counts alone. */
export function rateOf({ rate }: EvalRunRow): string {
  const counts = `${Number.isInteger(rate.count) ? rate.count : rate.count.toFixed(1)}/${rate.n}`;
  if (rate.share === undefined || rate.n < SMALL) return counts;
  return `${counts} = ${percent(rate.share)} (${percent(rate.low)} to ${percent(rate.high)})`;
}

/** Runs whose rates may be joined by a line: made in one way. */
export function wayOf(run: EvalRunRow): string {
  return `${run.tier} ${madeWith(run)}`;
}

export interface Chosen {
  readonly base: EvalRunRow | undefined;
  readonly head: EvalRunRow | undefined;
}

/** `runs`: newest first. Head is the newest unless chosen, base the one before head that was made in the same way. */
export function chosenRuns(runs: readonly EvalRunRow[], base: string | undefined, head: string | undefined): Chosen {
  const byId = (id: string | undefined): EvalRunRow | undefined => runs.find((run) => run.id === id);
  const now = byId(head) ?? runs[0];
  const earlier = now ? runs.slice(runs.indexOf(now) + 1) : [];
  return { head: now, base: byId(base) ?? earlier.find((run) => now && wayOf(run) === wayOf(now)) ?? earlier[0] };
}
