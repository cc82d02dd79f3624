import type { FailureShare, Spend } from "../../../domain/overview.ts";
import { wilson } from "../../../domain/statistics.ts";

/** Repairs of one day, status and rule. `single`: 1 where one attempt was made. */
export interface RepairGroup {
  readonly day: number;
  readonly status: string | null;
  readonly single: number;
  readonly rule_id: string;
  readonly n: number;
  readonly attempts: number;
  readonly cost: number;
  readonly unpriced: number;
}

/** Attempts of one day, model, outcome and code. `retry`: 1 where it was not the first of its repair. */
export interface AttemptGroup {
  readonly day: number;
  readonly model: string;
  readonly outcome: string | null;
  readonly retry: number;
  readonly code: string | null;
  readonly n: number;
  readonly cost: number;
  readonly unpriced: number;
}

const MOST_NAMES = 50;
/** What a failure without a code is counted under. */
const NO_CODE = "NO_CODE";

/** Repairs that came to an end of their own; open and interrupted ones say nothing about quality. */
export function isEnded(group: RepairGroup): boolean {
  return group.status !== null && group.status !== "interrupted";
}

export function sumOf<Group extends { readonly n: number }>(
  groups: readonly Group[],
  which: (group: Group) => boolean = () => true,
): number {
  return groups.reduce((sum, group) => (which(group) ? sum + group.n : sum), 0);
}

export function spendBy<Group extends { readonly cost: number; readonly unpriced: number }>(
  groups: readonly Group[],
  name: (group: Group) => string,
  attempts: (group: Group) => number,
): Spend[] {
  const spends = new Map<string, Spend>();
  for (const group of groups) {
    const before = spends.get(name(group));
    spends.set(name(group), {
      name: name(group),
      costMicroUsd: (before?.costMicroUsd ?? 0) + group.cost,
      attempts: (before?.attempts ?? 0) + attempts(group),
      unpriced: (before?.unpriced ?? 0) + group.unpriced,
    });
  }
  return [...spends.values()]
    .sort((a, b) => b.costMicroUsd - a.costMicroUsd || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_NAMES);
}

export function failuresOf(groups: readonly AttemptGroup[]): FailureShare[] {
  const failed = groups.filter((group) => group.outcome === "rejected" || group.outcome === "failed");
  const total = sumOf(failed);
  const codes = new Map<string, number>();
  for (const group of failed) codes.set(group.code ?? NO_CODE, (codes.get(group.code ?? NO_CODE) ?? 0) + group.n);
  return Array.from(codes, ([code, count]) => ({ code, share: wilson(count, total) }))
    .sort((a, b) => b.share.count - a.share.count || (a.code < b.code ? -1 : 1))
    .slice(0, MOST_NAMES);
}

/** UTC. */
export function dayName(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
