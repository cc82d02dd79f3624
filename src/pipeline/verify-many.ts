import type { Finding } from "../domain/finding.ts";
import type { FileChange } from "../domain/outcome.ts";
import type { SourceText } from "../domain/text.ts";
import { textCandidate } from "../fix/candidate.ts";
import { editsBetween } from "../patch/edits.ts";
import { type Climbed, climb } from "../verify/ladder.ts";
import type { RepairTools } from "./repair.ts";
import { survey } from "./survey.ts";

/** A change of one file that stays, and the findings that it is meant to close in the text before it. */
export interface ChangeToVerify {
  readonly change: FileChange & { readonly before: string; readonly after: string };
  readonly claimed: readonly Finding[];
}

/**
 * Climbs the ladder (rungs 0 to 6) with changes that have nothing to do with each other, each against its own text, as
 * `verifyPatch` does with one. Changes of different files share one analysis; those of one file take turns. Results are in
 * the order of the changes.
 */
export async function verifyMany(changes: readonly ChangeToVerify[], tools: RepairTools): Promise<Climbed[]> {
  const results: Climbed[] = [];
  let left = changes.map((change, at) => ({ ...change, at }));
  while (left.length > 0) {
    const round = [...new Map(left.toReversed().map((one) => [one.change.path, one])).values()].toReversed();
    const climbed = await verifyRound(round, tools);
    for (const [index, { at }] of round.entries()) {
      const result = climbed[index];
      if (result) results[at] = result;
    }
    left = left.filter((one) => !round.includes(one));
  }
  return results;
}

/** `changes`: each of another file. */
async function verifyRound(changes: readonly ChangeToVerify[], tools: RepairTools): Promise<Climbed[]> {
  const texts = new Map<string, SourceText>(
    changes.map(({ change: { path, before, encoding } }) => [path, { text: before, encoding }]),
  );
  const { ground } = await survey(
    changes.flatMap(({ claimed }) => claimed),
    texts,
    tools,
  );
  const candidates = changes.map(({ change, claimed }) => {
    const edits = editsBetween(change.before, change.after).map((edit) => ({ ...edit, path: change.path }));
    return textCandidate({ source: "model", findings: claimed, summary: "a change from outside" }, [change], edits);
  });
  return climb(candidates, ground, tools.ladder);
}
