import type { Candidate } from "../domain/outcome.ts";
import { climbWithFollowUps, type FollowedUp } from "./follow-up.ts";
import type { Repair, RepairTools } from "./repair.ts";

/** Takes candidates one by one and lets them climb together: what arrives while a batch is on the ladder is the next batch. */
export interface ClimbQueue {
  climb(candidates: readonly Candidate[]): Promise<FollowedUp[]>;
}

interface Waiting {
  readonly candidates: readonly Candidate[];
  readonly resolve: (climbed: FollowedUp[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Analyzers are slow to start and quick to look: a hundred replies that come in together cost one start. */
export function createClimbQueue(repair: Repair, tools: RepairTools): ClimbQueue {
  let waiting: Waiting[] = [];
  let working = false;

  const work = async (): Promise<void> => {
    working = true;
    // One turn, so that replies that are there already join the first batch.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        const unique = [...new Map(batch.flatMap(({ candidates }) => candidates).map((one) => [one.id, one])).values()];
        const results = await climbWithFollowUps(unique, repair.ground, tools, "fixes");
        const byId = new Map(unique.map(({ id }, at) => [id, results[at]]));
        for (const { candidates, resolve } of batch)
          resolve(candidates.map(({ id }) => byId.get(id)).filter((one) => one !== undefined));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    working = false;
  };

  return {
    climb: (candidates) =>
      new Promise((resolve, reject) => {
        waiting.push({ candidates, resolve, reject });
        if (!working) void work();
      }),
  };
}
