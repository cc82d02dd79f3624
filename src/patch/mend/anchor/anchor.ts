import type { IndexedFile } from "../lines.ts";
import type { Hunk, HunkProposal } from "../proposal.ts";
import { blankLines } from "./blank-lines.ts";
import { elided } from "./elided.ts";
import { exact } from "./exact.ts";
import { everywhere, fragment } from "./fragment.ts";
import { firstLineTrimmed, indentation } from "./indentation.ts";
import { extraColumn, lostPrefix, overwrittenColumn } from "./lost-prefix.ts";
import { type Found, opsAt, type Placement, type RungFinder } from "./match.ts";
import { punctuation } from "./punctuation.ts";
import { byRuns } from "./runs.ts";
import { choose, type Hints } from "./tie-break.ts";
import { trailingSpace } from "./trailing-space.ts";
import { unescaped, withoutEdgeBlanks, withoutEntities, withoutLineNumbers } from "./variants.ts";

export type Anchored =
  | { readonly kind: "placed"; readonly placement: Placement }
  /** 1-based lines of the places. */
  | { readonly kind: "ambiguous"; readonly lines: readonly number[] }
  | { readonly kind: "missing" };

/**
 * Climbs down the ladder of replies.md, section 5: the first rung that knows any place decides, and several places
 * without a reason to choose end the search. Text that is merely similar is never a place.
 */
export function anchor(file: IndexedFile, proposal: HunkProposal, hints: Hints): Anchored {
  const readings = [proposal.hunk, ...(proposal.otherwise ?? [])];
  const answers = readings.map((hunk) => anchorHunk(file, hunk, proposal, hints));
  const { start } = proposal.hunk;
  return (
    answers.find((answer) => answer.kind === "placed" && answer.placement.from + 1 === start) ??
    answers.find((answer) => answer.kind === "placed") ??
    answers.find((answer) => answer.kind === "ambiguous") ?? { kind: "missing" }
  );
}

function anchorHunk(file: IndexedFile, hunk: Hunk, proposal: HunkProposal, hints: Hints): Anchored {
  const { strings } = proposal;
  if (strings?.all) {
    const placement = everywhere(file, strings.old, strings.new);
    if (placement !== undefined) return { kind: "placed", placement };
  }
  for (const rung of rungsOf(file, hunk, proposal)) {
    const found = rung();
    if (found === undefined) continue;
    if ("ops" in found) return { kind: "placed", placement: found };
    if (found.matches.length > 0) return settled(file, found, hints);
  }
  return { kind: "missing" };
}

/** Lines that replace nothing: they have a place only in an empty file, or, as V4A defines, at the end of one. */
function withoutOldLines(file: IndexedFile, hunk: Hunk, { dialect }: HunkProposal): Placement | undefined {
  if (hunk.rows.some((row) => row.kind !== "add") || hunk.rows.length === 0) return undefined;
  const appends = dialect === "begin-patch" && hunk.scopes === undefined;
  if (file.texts.length > 0 && !appends) return undefined;
  const at = file.texts.length;
  return { ops: opsAt(hunk, { from: at, to: at, lineOf: [] }), from: at, to: at, rung: "exact" };
}

type Answer = Found | Placement | undefined;

/**
 * The rungs in order. A diff does not get the ones that shift indentation: in real replies (replies.md, section 2) a diff
 * whose lines all stand elsewhere in their lines was hardly ever one that had an honest place.
 */
function rungsOf(file: IndexedFile, hunk: Hunk, proposal: HunkProposal): readonly (() => Answer)[] {
  const variant =
    (of: Hunk | undefined, rung: "line-numbers" | "escapes", finders: readonly RungFinder[]) => (): Answer => {
      const answers = of === undefined ? [] : finders.map((find) => find(file, of));
      const found = answers.find((answer) => (answer?.matches.length ?? 0) > 0);
      return found === undefined ? undefined : { ...found, rung, mayChoose: rung === "line-numbers" };
    };
  const first = [() => withoutOldLines(file, hunk, proposal), () => exact(file, hunk), () => trailingSpace(file, hunk)];
  if (proposal.dialect === "unified") {
    return [
      ...first,
      () => lostPrefix(file, hunk),
      () => overwrittenColumn(file, hunk),
      () => extraColumn(file, hunk),
      () => byRuns(file, hunk),
      variant(withoutLineNumbers(hunk), "line-numbers", [exact, trailingSpace]),
      () => blankLines(file, hunk, { leastLines: 2, besideChanges: false }),
      () => punctuation(file, hunk),
      variant(unescaped(hunk), "escapes", [exact, trailingSpace]),
    ];
  }
  return [
    ...first,
    () => inLine(file, hunk, proposal),
    () => indentation(file, hunk),
    () => (isQuoted(proposal) ? firstLineTrimmed(file, hunk) : undefined),
    variant(withoutLineNumbers(hunk), "line-numbers", [exact, trailingSpace, indentation]),
    () => blankLines(file, hunk, { leastLines: 1, besideChanges: true }),
    () => edgeTrimmed(file, hunk),
    () => punctuation(file, hunk),
    variant(unescaped(hunk), "escapes", [exact, trailingSpace, indentation]),
    variant(withoutEntities(hunk), "escapes", [exact, trailingSpace, indentation]),
    () => elided(file, hunk),
  ];
}

/** Whether the texts of an edit stand between marks, so that the white space at their ends is easily lost. */
const isQuoted = ({ dialect }: HunkProposal): boolean => dialect === "json" || dialect === "tags";

function edgeTrimmed(file: IndexedFile, hunk: Hunk): Answer {
  const trimmed = withoutEdgeBlanks(hunk);
  const found = trimmed === undefined ? undefined : indentation(file, trimmed);
  return found === undefined ? undefined : { ...found, mayChoose: false };
}

/** A fragment of a line. It goes before re-indentation only where it cannot be a whole line. */
function inLine(file: IndexedFile, hunk: Hunk, proposal: HunkProposal): Answer {
  const { strings } = proposal;
  if (strings === undefined || file.texts.some((line) => line.trim() === strings.old.trim())) return undefined;
  const found = fragment(file, strings.old, strings.new, hunk.start);
  return found === "several" ? undefined : found;
}

function settled(file: IndexedFile, found: Found, hints: Hints): Anchored {
  const { matches, hunk } = found;
  const [match, other] = matches;
  if (match !== undefined && other === undefined)
    return { kind: "placed", placement: { ...placementAt(found, match) } };
  const chosen = found.mayChoose ? choose(file, hunk, matches, hints) : undefined;
  if (chosen === undefined) return { kind: "ambiguous", lines: matches.map((each) => each.from + 1) };
  return {
    kind: "placed",
    placement: { ...placementAt(found, chosen.match), note: `stands at ${matches.length} places; ${chosen.why}` },
  };
}

function placementAt(found: Found, match: Found["matches"][number]): Placement {
  return { ops: opsAt(found.hunk, match), from: match.from, to: match.to, rung: found.rung };
}
