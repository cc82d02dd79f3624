import type { CheckName } from "../domain/check.ts";
import type { Finding } from "../domain/finding.ts";
import type { Candidate } from "../domain/outcome.ts";
import { editCandidate } from "../fix/candidate.ts";
import { LineIndex } from "../patch/lines.ts";
import { mergeCandidates } from "../patch/merge.ts";
import { rebase } from "../patch/rebase.ts";
import type { Climbed } from "../verify/ladder.ts";
import { climbWithFollowUps, type FollowedUp } from "./follow-up.ts";
import type { Repair, RepairTools } from "./repair.ts";
import { groupsByFile } from "./shared-files.ts";

/** Patches of one or more files that were proved together, as one change of the ground. */
export interface Merged {
  readonly members: readonly Climbed[];
  readonly whole: FollowedUp;
}

/** What came of merging: what can be settled, and what has to wait for the next round or was proved impossible. */
export interface MergeResult {
  readonly merged: readonly Merged[];
  readonly waiting: readonly Climbed[];
}

/** Together the patches of a file may be larger than any one of them. */
const NOT_FOR_THE_WHOLE: readonly CheckName[] = ["scoped", "tests", "judged"];

/**
 * Puts patches that were proved one by one together, file by file, and proves the whole: everything that each of them
 * clears is gone, and nothing new is there. Patches that overlap, or that harm each other, wait for the next round, where
 * they are made anew on what was settled.
 */
export async function merge(climbed: readonly Climbed[], repair: Repair, tools: RepairTools): Promise<MergeResult> {
  const merged: Merged[] = [];
  const waiting: Climbed[] = [];
  const relaxed = { ...tools, ladder: { ...tools.ladder, require: without(tools.ladder.require, NOT_FOR_THE_WHOLE) } };
  const texts = new Map([...repair.ground.texts].map(([path, source]) => [path, source.text]));
  let trials = groupsByFile(climbed);
  while (trials.length > 0) {
    const wholes = new Map<Candidate, readonly Climbed[]>();
    for (const trial of trials) {
      const alone = alreadyProved(trial);
      if (alone) {
        merged.push({ members: trial, whole: alone });
        continue;
      }
      const { members, left, whole } = together(trial, repair, texts);
      waiting.push(...left);
      if (whole) wholes.set(whole, members);
    }
    trials = [];
    for (const whole of await climbWithFollowUps([...wholes.keys()], repair.ground, relaxed, "fixes")) {
      const members = wholes.get(original(whole)) ?? [];
      const wanted = new Set(members.flatMap(({ cleared }) => cleared));
      if (!whole.failed && whole.cleared.length >= wanted.size) merged.push({ members, whole });
      else {
        const harmful = harmfulMembers(whole, members, repair);
        waiting.push(...harmful);
        const rest = members.filter((member) => !harmful.includes(member));
        if (rest.length > 0) trials.push(rest);
      }
    }
  }
  const places = new Map(climbed.map((one, at) => [one, at]));
  const placeOf = ({ members: [first] }: Merged): number => (first && places.get(first)) ?? 0;
  return { merged: merged.sort((a, b) => placeOf(a) - placeOf(b)), waiting };
}

/** What was proved on its own, with everything that its file's analyzers say now, and has nothing to be put together with. */
function alreadyProved([first, ...others]: readonly Climbed[]): FollowedUp | undefined {
  return others.length === 0 && first?.afterwards ? { ...first, extended: undefined } : undefined;
}

function original(whole: FollowedUp): Candidate {
  return whole.extended?.from ?? whole.candidate;
}

/** The members that do not overlap, as one candidate. A lone candidate is taken as it is. */
function together(
  trial: readonly Climbed[],
  repair: Repair,
  texts: ReadonlyMap<string, string>,
): { members: readonly Climbed[]; left: readonly Climbed[]; whole: Candidate | undefined } {
  const [first] = trial;
  if (trial.length === 1 && first) return { members: trial, left: [], whole: first.candidate };
  const { chosen, edits } = mergeCandidates(
    trial.map(({ candidate }) => ({ id: candidate.id, edits: candidate.edits })),
    texts,
  );
  const taken = new Set(chosen);
  const members = trial.filter(({ candidate }) => taken.has(candidate.id) && candidate.edits.length > 0);
  const left = trial.filter((one) => !members.includes(one));
  const findings = [...new Set(members.flatMap(({ cleared }) => cleared))];
  const source = first?.candidate.source ?? "native";
  const whole = editCandidate({ source, findings, edits, summary: `${members.length} patches` }, repair.ground.texts);
  return "unusable" in whole ? { members: [], left: trial, whole: undefined } : { members, left, whole };
}

/**
 * The members to leave out of the next trial: those that stand where something new is reported, save one of each place, or
 * whose finding is not gone; if that tells nothing, the later half. Never all of them unless there was only one.
 */
function harmfulMembers(whole: Climbed, members: readonly Climbed[], repair: Repair): readonly Climbed[] {
  if (members.length <= 1) return members;
  const near = new Set<Climbed>();
  for (const { path, sighting } of whole.added) {
    const touching = members.filter((member) =>
      linesAfter(member, whole, path, repair).some(
        ([from, to]) => from <= sighting.endLine && sighting.startLine <= to,
      ),
    );
    for (const member of touching.slice(1)) near.add(member);
  }
  const cleared = new Set<Finding>(whole.cleared);
  if (whole.failed === undefined)
    for (const member of members) if (member.cleared.some((finding) => !cleared.has(finding))) near.add(member);
  if (near.size > 0 && near.size < members.length) return [...near];
  return members.slice(Math.ceil(members.length / 2));
}

/** The lines (1-based, inclusive) of the whole's text that a member wrote or touched. */
function linesAfter(member: Climbed, whole: Climbed, path: string, repair: Repair): [number, number][] {
  const own = member.candidate.edits.filter((edit) => edit.path === path);
  const after = whole.candidate.changes.find((change) => change.path === path)?.after;
  if (own.length === 0 || after === undefined || after === null || !repair.ground.texts.has(path)) return [];
  const index = new LineIndex(after, "universal");
  const edits = whole.candidate.edits.filter((edit) => edit.path === path);
  return rebase(own, edits).map(({ span }) => [index.lineAt(span.start), index.lineAt(span.end)]);
}

function without(all: ReadonlySet<CheckName>, some: readonly CheckName[]): ReadonlySet<CheckName> {
  return new Set([...all].filter((name) => !some.includes(name)));
}
