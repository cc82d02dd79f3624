import { type Draws, median, p95, pairedLogRatio, type Ratio } from "../../domain/statistics.ts";
import type { CasePair } from "./pairs.ts";

/** What a case costs: millionths of a US dollar, tokens, milliseconds; means of its repetitions. */
export const AMOUNTS = ["costMicroUsd", "tokens", "wallMs"] as const;
export type Amount = (typeof AMOUNTS)[number];

export interface Spread {
  readonly n: number;
  readonly median: number;
  readonly p95: number;
}

export interface AmountChange {
  readonly amount: Amount;
  readonly base: Spread;
  readonly head: Spread;
  /** Head as a multiple of base, over cases with an amount in both; undefined with too few of them. */
  readonly ratio: Ratio | undefined;
}

/** What the cases of both runs cost. An amount that one of the runs does not know at all is left out. */
export function amountChanges(pairs: readonly CasePair[], draws: Draws): AmountChange[] {
  return AMOUNTS.flatMap((amount) => {
    const known = pairs.flatMap(({ base, head }) => {
      const [before, after] = [base[amount], head[amount]];
      return before === undefined || after === undefined ? [] : [{ base: before, head: after, group: head.group }];
    });
    const base = spread(known.map((pair) => pair.base));
    const head = spread(known.map((pair) => pair.head));
    if (!base || !head || base.p95 + head.p95 === 0) return [];
    return [{ amount, base, head, ratio: pairedLogRatio(known, draws) }];
  });
}

function spread(amounts: readonly number[]): Spread | undefined {
  const [middle, most] = [median(amounts), p95(amounts)];
  return middle === undefined || most === undefined ? undefined : { n: amounts.length, median: middle, p95: most };
}
