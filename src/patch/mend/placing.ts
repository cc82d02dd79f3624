import { type Anchored, anchor } from "./anchor/anchor.ts";
import { holdsElision } from "./anchor/elided.ts";
import type { Hints } from "./anchor/tie-break.ts";
import type { Placed } from "./drafts.ts";
import { isPlaceholder } from "./elision.ts";
import type { IndexedFile } from "./lines.ts";
import { Refused, type Repair } from "./outcome.ts";
import { type HunkProposal, newLines, oldLines } from "./proposal.ts";
import { whyAmbiguous, whyMissing } from "./refusal.ts";
import { repairOf } from "./repairs.ts";

/**
 * Places every hunk of one file; in an ordered dialect those with several places are asked again once their neighbours
 * stand. Throws `Refused` for the first that has no place. Hunks that change nothing are left out, but must be in the file.
 */
export function placeAll(
  path: string,
  file: IndexedFile,
  group: readonly HunkProposal[],
  hints: Hints,
  repairs: Repair[],
): Placed[] {
  const answers = group.map((proposal) => anchor(file, proposal, hints));
  const ordered = group.every((each) => each.dialect === "unified" || each.dialect === "begin-patch");
  return group.flatMap((proposal, i): Placed[] => {
    refuseElisions(path, file, proposal);
    const first = answers[i] ?? { kind: "missing" };
    const answer = first.kind === "ambiguous" && ordered ? amongNeighbours(file, group, answers, i, hints) : first;
    answers[i] = answer;
    if (answer.kind === "placed") {
      repairs.push(...repairOf(path, proposal, answer.placement));
      return answer.placement.ops.length === 0 ? [] : [{ proposal, placement: answer.placement }];
    }
    const idle = proposal.hunk.rows.every((row) => row.kind === "keep");
    if (idle && (answer.kind === "ambiguous" || proposal.dialect !== "unified")) return [];
    const what = `Edit ${i + 1} of ${group.length} in ${path} (line ${proposal.hunk.at} of the reply)`;
    if (answer.kind === "ambiguous") {
      throw new Refused("APPLY_AMBIGUOUS", `${what} is ambiguous. ${whyAmbiguous(answer.lines)}`);
    }
    throw new Refused("APPLY_CONTEXT_MISMATCH", `${what} does not fit. ${whyMissing(file, proposal.hunk)}`);
  });
}

/** Asks again, with the nearest placed hunks of the same section as bounds. */
function amongNeighbours(
  file: IndexedFile,
  group: readonly HunkProposal[],
  answers: readonly Anchored[],
  i: number,
  hints: Hints,
): Anchored {
  const proposal = group[i];
  if (proposal === undefined) return { kind: "missing" };
  const near = (each: Anchored, k: number) => each.kind === "placed" && group[k]?.section === proposal.section;
  const before = answers.slice(0, i).findLast(near);
  const after = answers.find((each, k) => k > i && near(each, k));
  return anchor(file, proposal, {
    ...hints,
    ...(before?.kind === "placed" ? { above: before.placement.to } : {}),
    ...(after?.kind === "placed" ? { below: after.placement.from } : {}),
  });
}

/** Throws `Refused` where added lines stand for code that the writer left out, or where unseen lines would be deleted. */
function refuseElisions(path: string, file: IndexedFile, { hunk }: HunkProposal): void {
  const own = new Set(oldLines(hunk).map((line) => line.trim()));
  const gap = hunk.rows.find((row) => {
    if (row.kind !== "add" || !isPlaceholder(row.text)) return false;
    const text = row.text.trim();
    return !own.has(text) && !file.texts.some((line) => line.trim() === text);
  });
  if (gap !== undefined) {
    const shown = JSON.stringify(gap.text.trim().slice(0, 80));
    throw new Refused("PARSE_ELISION", `An edit of ${path} leaves code out (${shown}); write the lines themselves.`);
  }
  if (holdsElision(hunk) && newLines(hunk).length === 0) {
    throw new Refused("PARSE_ELISION", `An edit of ${path} deletes lines that it does not show ("...").`);
  }
}
