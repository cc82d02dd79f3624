import type { Placement } from "./anchor/match.ts";
import type { Repair, RepairCode, Rung } from "./outcome.ts";
import type { HunkProposal } from "./proposal.ts";

const OF_RUNG: Partial<Record<Rung, readonly [RepairCode, string]>> = {
  "trailing-space": ["trailing-space", "matched without the white space at the ends of lines"],
  "lost-prefix": ["prefix-missing", "matched although context lines lack the diff's first column"],
  runs: [
    "context-wrong",
    "placed by its changed lines, since its context does not stand in the file; the file's own context was kept",
  ],
  indentation: [
    "indentation-shifted",
    "matched after one shift of the indentation of all lines, and its new lines were shifted with them",
  ],
  "blank-lines": ["blank-lines-differ", "matched although blank lines are missing or too many"],
  punctuation: ["punctuation-differs", "matched after typographic quotes, dashes and spaces were made plain"],
  "line-numbers": ["line-numbers-stripped", "matched after line numbers were stripped from its lines"],
  escapes: ["escapes-undone", "matched after one level of escaping was undone"],
  elided: ["elision-filled", 'matched with "..." standing for the lines between'],
};

/** What was mended to place one edit. */
export function repairOf(path: string, { hunk }: HunkProposal, placement: Placement): Repair[] {
  const found: Repair[] = [];
  const place = `${path}:${placement.from + 1}`;
  const rung = OF_RUNG[placement.rung];
  if (rung !== undefined) found.push({ code: rung[0], detail: `The edit at ${place} was ${rung[1]}.`, line: hunk.at });
  if (placement.note !== undefined)
    found.push({ code: "tie-broken", detail: `The edit at ${place} ${placement.note}.`, line: hunk.at });
  if (hunk.start !== undefined && placement.rung !== "runs" && hunk.start !== placement.from + 1) {
    found.push({ code: "start-wrong", detail: `The edit at ${place} names line ${hunk.start}.`, line: hunk.at });
  }
  if (placement.ops.length === 0)
    found.push({ code: "no-op-dropped", detail: `The edit at ${place} changes nothing.`, line: hunk.at });
  return found;
}
