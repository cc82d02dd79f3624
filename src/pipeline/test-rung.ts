import type { CheckResult } from "../domain/check.ts";
import type { FileChange } from "../domain/outcome.ts";
import type { Completed } from "../ports/process.ts";
import type { Climbed } from "../verify/ladder.ts";
import { tests } from "../verify/tests.ts";
import { merge, type Merged } from "./merge.ts";
import type { Repair, RepairTools } from "./repair.ts";

/** The user's own build or test command, run in a throw-away copy of the repository with some changes. */
export interface TestCommand {
  /** As it is shown to people. */
  readonly words: string;
  run(changes: readonly FileChange[]): Promise<Completed>;
}

/** What the tests let through, and what they refused. */
export interface Tested {
  readonly merged: readonly Merged[];
  readonly refused: readonly Climbed[];
}

/**
 * Rung 7: the user's command passes with everything that is settled and the merged patches. If it does not, the patches
 * are split in halves until those that break it are found; each accepted patch passed together with all others.
 */
export async function testMerged(merged: readonly Merged[], repair: Repair, tools: RepairTools, command: TestCommand): Promise<Tested> {
  let baseline: Completed | undefined;
  const passed: Merged[] = [];
  const refused: Climbed[] = [];

  const attempt = async (units: readonly Merged[]): Promise<void> => {
    if (units.length === 0) return;
    tools.ladder.signal?.throwIfAborted();
    const started = tools.ladder.now();
    const completed = await command.run(changesOf([...passed, ...units], repair));
    if (completed.exitCode !== 0) baseline ??= await command.run(changesOf(passed, repair));
    const judgement = tests(command.words, completed, baseline);
    const check: CheckResult = { name: "tests", ms: tools.ladder.now() - started, ...judgement };
    const [only] = units;
    if (check.status !== "fail") passed.push(...units.map((unit) => withCheck(unit, check)));
    else if (units.length > 1) {
      await attempt(units.slice(0, units.length / 2));
      await attempt(units.slice(units.length / 2));
    } else if (only && only.members.length > 1) {
      const half = Math.ceil(only.members.length / 2);
      for (const part of [only.members.slice(0, half), only.members.slice(half)]) {
        await attempt((await merge(part, repair, tools)).merged);
      }
    } else if (only) refused.push(...only.members.map((member) => ({ ...member, checks: [...member.checks, check], failed: check })));
  };

  await attempt(merged);
  return { merged: passed, refused };
}

function withCheck(unit: Merged, check: CheckResult): Merged {
  return { ...unit, members: unit.members.map((member) => ({ ...member, checks: [...member.checks, check] })) };
}

/** From what is on disk to what is settled, with the units on top. */
function changesOf(units: readonly Merged[], repair: Repair): FileChange[] {
  const texts = new Map([...repair.ground.texts].map(([path, source]) => [path, source.text]));
  const gone = new Set<string>();
  for (const { whole } of units) {
    for (const { path, after } of whole.candidate.changes) {
      if (after === null) gone.add(path);
      else texts.set(path, after);
    }
  }
  return [...new Set([...repair.originals.keys(), ...texts.keys()])].flatMap((path) => {
    const original = repair.originals.get(path);
    const after = gone.has(path) ? null : (texts.get(path) ?? null);
    const before = original?.text ?? null;
    return before === after ? [] : [{ path, before, after, encoding: original?.encoding ?? "utf8" }];
  });
}
