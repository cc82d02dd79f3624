import type { Edit } from "../domain/edit.ts";
import type { Candidate } from "../domain/outcome.ts";
import { editCandidate } from "../fix/candidate.ts";
import { LineIndex } from "../patch/lines.ts";
import { mergeCandidates } from "../patch/merge.ts";
import { rebase } from "../patch/rebase.ts";
import type { Ground } from "../verify/ground.ts";
import { type Climbed, climb } from "../verify/ladder.ts";
import { extend, type FollowUp, fixesOf } from "./extend.ts";
import type { RepairTools } from "./repair.ts";
import { groupsByFile } from "./shared-files.ts";

/** A candidate together with the follow-up fixes that it is expected to need. */
export interface Foreseen {
  readonly candidate: Candidate;
  readonly extended: Candidate;
  /** Rules of the findings that it would uncover, and of those among them whose fixes it takes along. */
  readonly uncovered: readonly string[];
  readonly rules: readonly string[];
}

/**
 * Finds the follow-up fixes of many candidates with one look at each file: all of its candidates are applied at once, and
 * what is then new on the lines of one of them, that one uncovers. Nothing is proved by this; what comes of it climbs the
 * ladder on its own. Of findings that have no fix it may be that they go with the others.
 */
export async function foresee(
  candidates: readonly Candidate[],
  ground: Ground,
  tools: RepairTools,
): Promise<readonly Foreseen[]> {
  const wholes = new Map<Candidate, readonly Candidate[]>();
  for (const group of groupsByFile(candidates.map((candidate) => ({ candidate })))) {
    const members = group.map(({ candidate }) => candidate);
    const together = members.length > 1 ? allAtOnce(members, ground) : undefined;
    if (together) wholes.set(together.whole, together.members);
  }
  // Whatever is wrong with the whole, its file can be looked at.
  const looked = await climb([...wholes.keys()], ground, { ...tools.ladder, require: new Set() }, "fixes");
  return looked.flatMap((whole) => foreseenIn(whole, wholes.get(whole.candidate) ?? [], ground, tools));
}

function allAtOnce(
  group: readonly Candidate[],
  ground: Ground,
): { whole: Candidate; members: readonly Candidate[] } | undefined {
  const { chosen, edits } = mergeCandidates(group);
  const taken = new Set(chosen);
  const members = group.filter(({ id }) => taken.has(id));
  const findings = members.flatMap((member) => member.findings);
  const source = members[0]?.source ?? "native";
  const whole = editCandidate({ source, findings, edits, summary: `${members.length} at once` }, ground.texts);
  return "unusable" in whole ? undefined : { whole, members };
}

/** What one member would uncover. */
interface Uncovered {
  readonly rules: string[];
  readonly fixes: FollowUp[];
}

function foreseenIn(
  { candidate: whole, added }: Climbed,
  members: readonly Candidate[],
  ground: Ground,
  tools: RepairTools,
): readonly Foreseen[] {
  const [change, ...others] = whole.changes;
  if (!change || change.after === null || others.length > 0) return [];
  const written = writtenLines(whole, members, change.after);
  const fixes = new Map(fixesOf(added, whole, tools).map((fix) => [fix.at, fix]));
  const uncovered = new Map<Candidate, Uncovered>();
  for (const [at, { sighting }] of added.entries()) {
    const own = onlyWriter(written, sighting.startLine, sighting.endLine);
    if (!own) continue;
    const known = uncovered.get(own.candidate) ?? { rules: [], fixes: [] };
    uncovered.set(own.candidate, known);
    known.rules.push(sighting.ruleId);
    const fix = fixes.get(at);
    if (fix?.edits.every(({ start, end }) => own.start <= start && end <= own.end))
      known.fixes.push({ ...fix, edits: fix.edits.map((edit) => moved(edit, own.shift)) });
  }
  return [...uncovered].flatMap(([candidate, { rules, fixes: further }]) => {
    if (further.length === 0 || !standAlike(candidate, change.after, written)) return [];
    const extended = extend(candidate, further, ground);
    return extended ? [{ candidate, extended, uncovered: rules, rules: further.map(({ rule }) => rule) }] : [];
  });
}

/** Lines (1-based, inclusive) of the whole's text that one edit of a member wrote or touched. */
interface WrittenLines {
  readonly candidate: Candidate;
  readonly from: number;
  readonly to: number;
  /** Offsets of these lines, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** How much further on they stand than in the member's own text. */
  readonly shift: number;
}

function writtenLines(whole: Candidate, members: readonly Candidate[], after: string): readonly WrittenLines[] {
  const index = new LineIndex(after, "universal");
  return members.flatMap((candidate) => {
    const alone = rebase(candidate.edits, candidate.edits);
    return rebase(candidate.edits, whole.edits).map(({ span }, at): WrittenLines => {
      const [from, to] = [index.lineAt(span.start), index.lineAt(span.end)];
      const shift = span.start - (alone[at]?.span.start ?? span.start);
      return { candidate, from, to, start: index.begin(from), end: index.end(to), shift };
    });
  });
}

/** Who wrote on these lines, if it is one member alone. */
function onlyWriter(written: readonly WrittenLines[], startLine: number, endLine: number): WrittenLines | undefined {
  const [first, ...others] = written.filter(({ from, to }) => startLine <= to && from <= endLine);
  return others.every(({ candidate }) => candidate === first?.candidate) ? first : undefined;
}

/** Whether all lines that a member wrote hold the same with it alone: then edits made for the whole fit there. */
function standAlike(member: Candidate, after: string | null, written: readonly WrittenLines[]): boolean {
  const alone = member.changes[0]?.after ?? "";
  return written.every(
    ({ candidate, start, end, shift }) =>
      candidate !== member || after?.slice(start, end) === alone.slice(start - shift, end - shift),
  );
}

function moved(edit: Edit, by: number): Edit {
  return { ...edit, start: edit.start - by, end: edit.end - by };
}
