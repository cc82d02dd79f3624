import type { CheckResult } from "../domain/check.ts";
import { PatchProError } from "../domain/errors.ts";
import type { FileChange } from "../domain/outcome.ts";
import type { Completed } from "../ports/process.ts";
import type { Climbed } from "../verify/ladder.ts";
import { tests } from "../verify/tests.ts";
import { type Merged, merge } from "./merge.ts";
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
export async function testMerged(
  merged: readonly Merged[],
  repair: Repair,
  tools: RepairTools,
  command: TestCommand,
): Promise<Tested> {
  let baseline: Completed | undefined;
  const passed: Merged[] = [];
  const refused: Climbed[] = [];

  const tryWith = async (units: readonly Merged[]): Promise<CheckResult> => {
    tools.ladder.signal?.throwIfAborted();
    const started = tools.ladder.now();
    const completed = await command.run(changesOf([...passed, ...units], repair));
    if (completed.exitCode !== 0) baseline ??= await command.run(changesOf(passed, repair));
    if (baseline) refuseUnusable(command, baseline);
    const judgement = tests(command.words, completed, baseline);
    if (judgement.status === "skip" && !repair.notices.includes(judgement.detail))
      repair.notices.push(judgement.detail);
    return { name: "tests", ms: tools.ladder.now() - started, ...judgement };
  };

  const attempt = async (units: readonly Merged[]): Promise<void> => {
    const [only] = units;
    if (!only) return;
    const check = await tryWith(units);
    if (check.status !== "fail") passed.push(...units.map((unit) => withCheck(unit, check)));
    else if (units.length > 1) for (const half of halvesOf(units)) await attempt(half);
    else if (only.members.length > 1) passed.push(...(await divided(only)));
    else refused.push(...only.members.map((member) => failing(member, check)));
  };

  /** Of patches that share files, those that pass: each half is put on top of what passed before it, for it is one text. */
  const divided = async (unit: Merged): Promise<readonly Merged[]> => {
    let kept: { members: readonly Climbed[]; units: readonly Merged[] } = { members: [], units: [] };
    const add = async (members: readonly Climbed[]): Promise<void> => {
      const together = [...kept.members, ...members];
      const { merged: units } = await merge(together, repair, tools);
      const check = await tryWith(units);
      if (check.status !== "fail") kept = { members: together, units: units.map((one) => withCheck(one, check)) };
      else if (members.length > 1) for (const half of halvesOf(members)) await add(half);
      else refused.push(...members.map((member) => failing(member, check)));
    };
    for (const half of halvesOf(unit.members)) await add(half);
    return kept.units;
  };

  await attempt(merged);
  return { merged: passed, refused };
}

function halvesOf<T>(all: readonly T[]): readonly [readonly T[], readonly T[]] {
  const middle = Math.ceil(all.length / 2);
  return [all.slice(0, middle), all.slice(middle)];
}

function failing(member: Climbed, check: CheckResult): Climbed {
  return { ...member, checks: [...member.checks, check], failed: check };
}

/** Throws `PatchProError("config")` for a command that cannot be started even without any patch. */
export function refuseUnusable({ words }: TestCommand, { ended }: Completed): void {
  if (ended !== "not-found" && ended !== "not-executable") return;
  throw new PatchProError(
    "config",
    `the test command \`${words}\` ${ended === "not-found" ? "was not found" : "could not be started"}`,
    "Mend [tests] command: a program and its arguments, started without a shell in a copy of the repository.",
  );
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
