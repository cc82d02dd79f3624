import type { LineOp, Placement } from "./anchor/match.ts";
import { Refused } from "./outcome.ts";
import type { HunkProposal } from "./proposal.ts";

export interface Placed {
  readonly proposal: HunkProposal;
  readonly placement: Placement;
}

export interface Kept {
  readonly kept: readonly Placed[];
  /** Stated again word for word. */
  readonly repeated: readonly Placed[];
  /** Replaced by a later version of the same region. */
  readonly superseded: readonly Placed[];
}

/** Above this many edits of one file every pair is no longer compared. */
const MAX_EDITS = 2000;

/**
 * Sorts out a file that a reply states more than once. Equal edits are one edit. Where a later section changes what an
 * earlier one changes, the later one stands for all of the earlier one, if it covers every region of it; otherwise the
 * reply has several answers and is refused.
 */
export function settleDrafts(path: string, placed: readonly Placed[]): Kept {
  if (placed.length > MAX_EDITS)
    throw new Refused(
      "PARSE_SCHEMA",
      `The reply has ${placed.length} edits of ${path}; at most ${MAX_EDITS} are read.`,
    );
  const repeated = new Set<Placed>();
  for (const [i, each] of placed.entries()) {
    if (
      placed.slice(0, i).some((earlier) => !repeated.has(earlier) && sameOps(earlier.placement.ops, each.placement.ops))
    )
      repeated.add(each);
  }
  const left = placed.filter((each) => !repeated.has(each));
  const superseded = new Set<Placed>();
  for (const [i, earlier] of left.entries()) {
    for (const later of left.slice(i + 1)) {
      if (superseded.has(earlier) || !clash(earlier, later)) continue;
      if (!isLaterDraft(earlier.proposal, later.proposal)) throw overlap(path, earlier, later);
      supersede(path, earlier, later, placed, superseded);
    }
  }
  return { kept: left.filter((each) => !superseded.has(each)), repeated: [...repeated], superseded: [...superseded] };
}

function supersede(
  path: string,
  earlier: Placed,
  later: Placed,
  all: readonly Placed[],
  superseded: Set<Placed>,
): void {
  const draft = (of: Placed) =>
    of.proposal.fence === 0 || earlier.proposal.fence === later.proposal.fence
      ? `s${of.proposal.section}`
      : `f${of.proposal.fence}`;
  const before = all.filter((each) => draft(each) === draft(earlier));
  const after = all.filter((each) => draft(each) === draft(later));
  const uncovered = before.find((each) => !after.some((other) => clash(each, other)));
  if (uncovered !== undefined) {
    throw new Refused(
      "PARSE_MULTIPLE_ANSWERS",
      `The reply has two versions of ${path} from line ${earlier.placement.from + 1} on, and the later one leaves out the change at line ${uncovered.placement.from + 1}. Send one complete answer.`,
    );
  }
  for (const each of before) {
    if (!after.some((other) => sameOps(each.placement.ops, other.placement.ops))) superseded.add(each);
  }
}

/** Whether one edit may be a new version of another: from another fence, or below another file header of a diff. */
function isLaterDraft(earlier: HunkProposal, later: HunkProposal): boolean {
  return earlier.fence !== later.fence || (earlier.dialect === "unified" && earlier.section !== later.section);
}

function overlap(path: string, a: Placed, b: Placed): Refused {
  return new Refused(
    "APPLY_OVERLAP",
    `Two edits of the reply change the same lines of ${path} (line ${a.placement.from + 1} and line ${b.placement.from + 1}); make them one edit.`,
  );
}

/** Edits of different fences that show the same lines are versions of each other; others clash only where both change a line. */
function clash(a: Placed, b: Placed): boolean {
  if (a.proposal.dialect === "unified" && a.proposal.fence !== b.proposal.fence)
    return a.placement.from < b.placement.to && b.placement.from < a.placement.to;
  return a.placement.ops.some((x) => b.placement.ops.some((y) => touches(x, y)));
}

function touches(a: LineOp, b: LineOp): boolean {
  if (a.remove === 0 && b.remove === 0) return a.at === b.at;
  if (a.remove === 0) return a.at > b.at && a.at < b.at + b.remove;
  if (b.remove === 0) return b.at > a.at && b.at < a.at + a.remove;
  return a.at < b.at + b.remove && b.at < a.at + a.remove;
}

function sameOps(a: readonly LineOp[], b: readonly LineOp[]): boolean {
  return (
    a.length === b.length &&
    a.every((op, i) => {
      const other = b[i];
      return (
        other !== undefined &&
        op.at === other.at &&
        op.remove === other.remove &&
        op.lastEol === other.lastEol &&
        op.insert.length === other.insert.length &&
        op.insert.every((line, k) => line === other.insert[k])
      );
    })
  );
}
