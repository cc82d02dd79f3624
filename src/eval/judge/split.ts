import { SPLITS, type Split } from "../../domain/calibration.ts";
import { sha256 } from "../../domain/digest.ts";
import type { Verdict } from "../../domain/judge.ts";

export interface SplitItem {
  readonly attemptId: string;
  readonly repository: string;
  readonly path: string;
  readonly verdict: Verdict;
}

const SHARE: Readonly<Record<Split, number>> = { train: 0.15, dev: 0.4, test: 0.45 };

/** The name of a group: all patches of one file of one repository are in the same split. */
export function groupKey({ repository, path }: Pick<SplitItem, "repository" | "path">): string {
  return sha256(`${repository}\0${path}`).slice(0, 16);
}

/**
 * The split of every group. A group that `frozen` knows keeps its split for ever. New ones are taken in the order of their
 * hash, so that the same items give the same splits, and each goes where its passes and fails are missed most.
 */
export function splitGroups(
  items: readonly SplitItem[],
  frozen: Readonly<Record<string, Split>> = {},
): Readonly<Record<string, Split>> {
  const groups = Map.groupBy(items, groupKey);
  const tally = new Tally();
  const splits: Record<string, Split> = { ...frozen };
  const fresh: string[] = [];
  for (const [key, members] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const split = frozen[key];
    if (split === undefined) fresh.push(key);
    else tally.add(split, members);
  }
  for (const key of fresh) {
    const members = groups.get(key) ?? [];
    const split = tally.mostMissed(members);
    splits[key] = split;
    tally.add(split, members);
  }
  return splits;
}

/** How many passes and fails each split has. */
class Tally {
  readonly #counts: Record<Split, Record<Verdict, number>> = {
    train: { pass: 0, fail: 0 },
    dev: { pass: 0, fail: 0 },
    test: { pass: 0, fail: 0 },
  };

  add(split: Split, members: readonly SplitItem[]): void {
    for (const { verdict } of members) this.#counts[split][verdict] += 1;
  }

  /** The split whose share of these verdicts is behind the most; the largest split where all are equal. */
  mostMissed(members: readonly SplitItem[]): Split {
    const missed = (split: Split): number =>
      members.reduce((sum, { verdict }) => {
        const all = SPLITS.reduce((total, each) => total + this.#counts[each][verdict], 1);
        return sum + (SHARE[split] * all - this.#counts[split][verdict]) / SHARE[split];
      }, 0);
    return SPLITS.toReversed().reduce((best, split) => (missed(split) > missed(best) + 1e-9 ? split : best));
  }
}
