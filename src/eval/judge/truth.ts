import type { BlindLabel, Verdict } from "../../domain/judge.ts";
import type { RatingPair } from "../../domain/statistics.ts";
import { firstOfKind } from "./near-duplicates.ts";
import { groupKey } from "./split.ts";

/** One attempt with people's word on it. */
export interface TrueItem {
  readonly label: BlindLabel;
  readonly attemptId: string;
  readonly repository: string;
  readonly path: string;
  readonly verdict: Verdict;
  /** 1 / sample probability; 1 where that is not known. */
  readonly weight: number;
  /** Attempts whose patch is this one, or nearly; this one included. */
  readonly duplicates: readonly string[];
}

/** What people say, and how far they agree. */
export interface Truth {
  readonly items: readonly TrueItem[];
  readonly unsure: number;
  readonly tied: number;
  readonly notProved: number;
  readonly nearDuplicates: number;
  /** Two raters on the same attempt, neither of whom saw the other's label. */
  readonly pairs: readonly RatingPair[];
  readonly raters: readonly string[];
  /** Who labelled most: their word counts where raters differ. */
  readonly principal: string | undefined;
}

/**
 * Makes one word of people's labels for each attempt: the principal rater's, else that of most others. Of patches that are
 * equal or nearly so the one that was labelled first counts. `labels`: one of each rater on each attempt, in order of time.
 */
export function truthOf(labels: readonly BlindLabel[], principal = mostFrequent(labels)): Truth {
  const proved = labels.filter((label) => label.proved);
  const counts = { unsure: 0, tied: 0 };
  const decided: { label: BlindLabel; verdict: Verdict }[] = [];
  const pairs: RatingPair[] = [];
  for (const of of Map.groupBy(proved, ({ attemptId }) => attemptId).values()) {
    const [label] = of;
    if (!label) continue;
    pairs.push(...pairOf(of, principal));
    const word = wordOf(of, principal);
    if (word === "unsure" || word === "tied") counts[word] += 1;
    else decided.push({ label, verdict: word });
  }
  const heads = firstOfKind(decided.map(({ label }) => label));
  const items = decided.flatMap(({ label, verdict }, at): TrueItem[] => {
    if (heads[at] !== at) return [];
    const { attemptId, repository, path, sampleProb } = label;
    const duplicates = decided.filter((_, other) => heads[other] === at).map((each) => each.label.attemptId);
    return [{ label, attemptId, repository, path, verdict, weight: weightOf(sampleProb), duplicates }];
  });
  return {
    items,
    ...counts,
    notProved: new Set(labels.filter((label) => !label.proved).map(({ attemptId }) => attemptId)).size,
    nearDuplicates: decided.length - items.length,
    pairs,
    raters: [...new Set(proved.map(({ rater }) => rater))].sort(),
    principal,
  };
}

function weightOf(probability: number | undefined): number {
  return probability !== undefined && probability > 0 && probability <= 1 ? 1 / probability : 1;
}

function wordOf(labels: readonly BlindLabel[], principal: string | undefined): Verdict | "unsure" | "tied" {
  const verdictOf = ({ value }: BlindLabel): Verdict | undefined =>
    value === "unsure" ? undefined : value === "good" ? "pass" : "fail";
  const own = labels.find(({ rater }) => rater === principal);
  const first = own && verdictOf(own);
  if (first !== undefined) return first;
  const verdicts = labels.map(verdictOf).filter((verdict) => verdict !== undefined);
  const passes = verdicts.filter((verdict) => verdict === "pass").length;
  if (verdicts.length === 0) return "unsure";
  if (2 * passes === verdicts.length) return "tied";
  return 2 * passes > verdicts.length ? "pass" : "fail";
}

/** The principal rater against one other, or else the first two, who said something and did not see the other's word. */
function pairOf(labels: readonly BlindLabel[], principal: string | undefined): RatingPair[] {
  const blind = labels
    .filter(({ value, sawLabels }) => value !== "unsure" && !sawLabels)
    .sort((a, b) => Number(b.rater === principal) - Number(a.rater === principal) || (a.rater < b.rater ? -1 : 1));
  const [first, second] = blind;
  return first && second ? [{ first: first.value, second: second.value, group: groupKey(first) }] : [];
}

/** Who gave most labels; the first by name of several. */
function mostFrequent(labels: readonly BlindLabel[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { rater } of labels) counts.set(rater, (counts.get(rater) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0];
}
