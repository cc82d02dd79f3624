import type { FailureMode } from "../../domain/cluster.ts";
import type { Template } from "./templates.ts";

/** Groups with the keys of those that people put together. */
export interface DecidedGroups {
  readonly groups: readonly number[];
  /** By group, of those that a person's word made. */
  readonly keys: ReadonlyMap<number, string>;
}

/** The signatures that people merged or split, with the key of the cluster that they put them into. */
export function pinsOf(modes: readonly FailureMode[]): Map<string, string> {
  return new Map(
    modes
      .filter(({ pinned, state }) => pinned && state !== "dissolved")
      .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
      .flatMap(({ signatures, key }) => signatures.map((signature) => [signature, key] as const)),
  );
}

/**
 * What people merged or split stays so: their signatures go to the cluster that they put them into, and so does the rest of
 * a group most of whose failures do. Everything else stays as it was found.
 */
export function withDecisions(
  groups: readonly number[],
  templates: readonly Template[],
  pins: ReadonlyMap<string, string>,
): DecidedGroups {
  if (pins.size === 0) return { groups, keys: new Map() };
  const pinned = templates.map(({ signatures: [signature = ""] }) => pins.get(signature));
  const majority = new Map([...new Set(groups)].map((group) => [group, majorityOf(group, groups, pinned, templates)]));
  const numbers = new Map<string, number>();
  let next = 1 + Math.max(-1, ...groups);
  const result = groups.map((group, at) => {
    const key = pinned[at] ?? majority.get(group);
    if (key === undefined) return group;
    const number = numbers.get(key) ?? next++;
    numbers.set(key, number);
    return number;
  });
  return { groups: result, keys: new Map([...numbers].map(([key, number]) => [number, key])) };
}

/** The key that more than half of a group's failures are pinned to. */
function majorityOf(
  group: number,
  groups: readonly number[],
  pinned: readonly (string | undefined)[],
  templates: readonly Template[],
): string | undefined {
  const votes = new Map<string | undefined, number>();
  let all = 0;
  for (const [at, template] of templates.entries()) {
    if (groups[at] !== group) continue;
    all += template.members.length;
    votes.set(pinned[at], (votes.get(pinned[at]) ?? 0) + template.members.length);
  }
  return [...votes].find(([key, weight]) => key !== undefined && 2 * weight > all)?.[0];
}
