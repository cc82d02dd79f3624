import type { Row } from "./proposal.ts";

/** Above this many pairs of differing lines no common lines are looked for: time stays bounded. */
const MAX_PAIRS = 4_000_000;

/** The rows that turn `before` into `after`: common lines are kept (longest common subsequence), so that the file's own text survives there. */
export function rowsBetween(before: readonly string[], after: readonly string[]): Row[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail))
    tail++;
  const keep = (text: string): Row => ({ kind: "keep", text });
  return [
    ...before.slice(0, head).map(keep),
    ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...before.slice(before.length - tail).map(keep),
  ];
}

function middle(before: readonly string[], after: readonly string[]): Row[] {
  const rows: Row[] = [];
  const width = after.length + 1;
  if (before.length * after.length > MAX_PAIRS) return [...deletes(before), ...adds(after)];
  const common = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const below = common[(i + 1) * width + j] ?? 0;
      const right = common[i * width + j + 1] ?? 0;
      common[i * width + j] =
        before[i] === after[j] ? (common[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(below, right);
    }
  }
  let i = 0;
  let j = 0;
  while (i < before.length && j < after.length) {
    const text = before[i] ?? "";
    if (text === after[j]) {
      rows.push({ kind: "keep", text });
      i++;
      j++;
    } else if ((common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0)) {
      rows.push({ kind: "delete", text });
      i++;
    } else {
      rows.push({ kind: "add", text: after[j] ?? "" });
      j++;
    }
  }
  return [...rows, ...deletes(before.slice(i)), ...adds(after.slice(j))];
}

const deletes = (lines: readonly string[]): Row[] => lines.map((text) => ({ kind: "delete", text }));
const adds = (lines: readonly string[]): Row[] => lines.map((text) => ({ kind: "add", text }));

/** A maximal stretch of deleted and added rows, with the places of its first row and of the row after its last. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly deleted: readonly Row[];
  readonly added: readonly Row[];
}

/** The change runs of a hunk in order. */
export function changeRuns(rows: readonly Row[]): Run[] {
  const runs: Run[] = [];
  let from = 0;
  while (from < rows.length) {
    if (rows[from]?.kind === "keep") {
      from++;
      continue;
    }
    let to = from;
    while (to < rows.length && rows[to]?.kind !== "keep") to++;
    const run = rows.slice(from, to);
    runs.push({
      from,
      to,
      deleted: run.filter((row) => row.kind === "delete"),
      added: run.filter((row) => row.kind === "add"),
    });
    from = to;
  }
  return runs;
}

/** Whether a run leaves every line, and the file's last line end, as it is. */
export function isNoOp(run: Run): boolean {
  return (
    run.deleted.length === run.added.length &&
    run.deleted.every((row, i) => row.text === run.added[i]?.text && row.noEol === run.added[i]?.noEol)
  );
}
