import type { Space } from "./space.ts";
import { dot } from "./sparse.ts";

/** More templates than this are not compared one with another. */
const MOST = 2000;

/**
 * Mean silhouette (Rousseeuw 1987) of a grouping, each template with the weight of its failures; undefined with fewer than
 * two groups. It keeps rising while causes are split, so nothing is decided by it.
 */
export function silhouetteOf(space: Space, groups: readonly number[], sizes: readonly number[]): number | undefined {
  const count = new Set(groups).size;
  if (count < 2 || space.size > MOST) return undefined;
  const vectors = space.fit(groups.map((_, at) => at));
  let [sum, all] = [0, 0];
  for (const [at, group] of groups.entries()) {
    const apart = new Map<number, { sum: number; n: number }>();
    for (const [other, vector] of vectors.entries()) {
      const own = vectors[at];
      if (other === at || !own) continue;
      const entry = apart.get(groups[other] ?? 0) ?? { sum: 0, n: 0 };
      apart.set(groups[other] ?? 0, { sum: entry.sum + 1 - dot(own, vector), n: entry.n + 1 });
    }
    const within = apart.get(group);
    const others = [...apart].filter(([other]) => other !== group).map(([, each]) => each.sum / each.n);
    const nearest = Math.min(...others);
    const size = sizes[at] ?? 1;
    all += size;
    // alone in its group: its failures are as near to each other as can be, but by convention it counts nothing
    if (!within) continue;
    const mean = within.sum / within.n;
    sum += (size * (nearest - mean)) / Math.max(nearest, mean, Number.EPSILON);
  }
  return all === 0 ? undefined : sum / all;
}
