import type { FailedAttempt } from "../../domain/cluster.ts";
import { dot, type SparseVector } from "./sparse.ts";
import type { Template } from "./templates.ts";

/** A failure and how far it lies from the others of its cluster: 0 for the most typical, up to 1. */
export interface PlacedMember {
  readonly at: number;
  readonly distance: number;
}

/** The failures of a cluster, most typical first: by their template's mean likeness to all failures of the cluster, then newest first. */
export function byTypicality(
  templates: readonly number[],
  all: readonly Template[],
  vectors: readonly SparseVector[],
  failures: readonly FailedAttempt[],
): PlacedMember[] {
  const sizes = templates.map((at) => all[at]?.members.length ?? 0);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const alike = templates.map((at) =>
    templates.reduce((sum, other, place) => {
      const [one, two] = [vectors[at], vectors[other]];
      return sum + (one && two ? dot(one, two) * (sizes[place] ?? 0) : 0) / total;
    }, 0),
  );
  const most = Math.max(...alike);
  return templates
    .flatMap((at, place) =>
      (all[at]?.members ?? []).map((member) => ({
        at: member,
        distance: Math.min(1, Math.max(0, most - (alike[place] ?? 0))),
      })),
    )
    .sort((a, b) => a.distance - b.distance || (failures[b.at]?.at ?? 0) - (failures[a.at]?.at ?? 0) || a.at - b.at);
}

/** The first few of different repairs and, as far as there are any, of different messages. */
export function exampleMembers(
  members: readonly PlacedMember[],
  failures: readonly FailedAttempt[],
  count: number,
): FailedAttempt[] {
  const chosen: FailedAttempt[] = [];
  const repairs = new Set<string>();
  const distances = new Set<number>();
  const take = (accepts: (member: PlacedMember) => boolean): void => {
    for (const member of members) {
      const failure = failures[member.at];
      if (chosen.length === count || !failure) return;
      if (repairs.has(failure.repair.id) || !accepts(member)) continue;
      repairs.add(failure.repair.id);
      distances.add(member.distance);
      chosen.push(failure);
    }
  };
  take(({ distance }) => !distances.has(distance));
  take(() => true);
  return chosen;
}
