export type DiffRow =
  | { readonly kind: "file"; readonly text: string }
  | { readonly kind: "hunk"; readonly text: string }
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "same"; readonly before: number; readonly after: number; readonly text: string }
  | { readonly kind: "old"; readonly before: number; readonly text: string; readonly pair?: string }
  | { readonly kind: "new"; readonly after: number; readonly text: string; readonly pair?: string };

type Side = Extract<DiffRow, { kind: "same" | "old" | "new" }>;
export type SplitRow =
  | Extract<DiffRow, { kind: "file" | "hunk" | "note" }>
  | { readonly kind: "pair"; readonly left: Side | undefined; readonly right: Side | undefined };

/** Reads a unified diff into rows; text that is no diff comes back as notes. Lines are 1-based. */
export function diffRows(diff: string): DiffRow[] {
  const rows: DiffRow[] = [];
  let before = 0;
  let after = 0;
  let inHunk = false;
  const lines = diff.split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const hunk = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@(.*)$/s.exec(line);
    if (hunk) {
      before = Number(hunk[1]);
      after = Number(hunk[2]);
      inHunk = true;
      rows.push({ kind: "hunk", text: line });
    } else if (/^(diff --git |--- )/.test(line) && !(inHunk && !startsFile(lines, at))) {
      inHunk = false;
      if (line.startsWith("--- ") && lines[at + 1]?.startsWith("+++ ")) {
        rows.push({ kind: "file", text: fileName(line, lines[at + 1] ?? "") });
        at += 1;
      }
    } else if (!inHunk) {
      if (!/^(index |new file|deleted file|old mode|new mode|similarity|rename )/.test(line))
        rows.push({ kind: "note", text: line });
    } else if (line.startsWith("+")) {
      rows.push({ kind: "new", after, text: line.slice(1) });
      after += 1;
    } else if (line.startsWith("-")) {
      rows.push({ kind: "old", before, text: line.slice(1) });
      before += 1;
    } else if (line.startsWith("\\")) {
      rows.push({ kind: "note", text: line });
    } else {
      rows.push({ kind: "same", before, after, text: line.slice(1) });
      before += 1;
      after += 1;
    }
  }
  return paired(rows);
}

function startsFile(lines: readonly string[], at: number): boolean {
  return (lines[at] ?? "").startsWith("diff --git ") || (lines[at + 1] ?? "").startsWith("+++ ");
}

function fileName(before: string, after: string): string {
  const name = (line: string): string =>
    line
      .slice(4)
      .split("\t")[0]
      ?.replace(/^[ab]\//, "") ?? "";
  const [old, now] = [name(before), name(after)];
  if (old === "/dev/null") return `${now} (new)`;
  if (now === "/dev/null") return `${old} (deleted)`;
  return old === now ? now : `${old} to ${now}`;
}

/** Old and new lines that stand for each other, so that their words can be compared when they are shown. */
function paired(rows: readonly DiffRow[]): DiffRow[] {
  const out = [...rows];
  for (let at = 0; at < out.length; ) {
    let middle = at;
    while (out[middle]?.kind === "old") middle += 1;
    let end = middle;
    while (out[end]?.kind === "new") end += 1;
    for (let step = 0; step < Math.min(middle - at, end - middle); step += 1) {
      const old = out[at + step];
      const now = out[middle + step];
      if (old?.kind !== "old" || now?.kind !== "new") continue;
      out[at + step] = { ...old, pair: now.text };
      out[middle + step] = { ...now, pair: old.text };
    }
    at = Math.max(end, at + 1);
  }
  return out;
}

/** The same rows side by side. */
export function splitRows(rows: readonly DiffRow[]): SplitRow[] {
  const out: SplitRow[] = [];
  for (let at = 0; at < rows.length; ) {
    const row = rows[at];
    if (!row) break;
    if (row.kind !== "old" && row.kind !== "new") {
      out.push(row.kind === "same" ? { kind: "pair", left: row, right: row } : row);
      at += 1;
      continue;
    }
    const lefts: Side[] = [];
    const rights: Side[] = [];
    for (let next = rows[at]; next?.kind === "old" || next?.kind === "new"; next = rows[at]) {
      (next.kind === "old" ? lefts : rights).push(next);
      at += 1;
    }
    for (let step = 0; step < Math.max(lefts.length, rights.length); step += 1)
      out.push({ kind: "pair", left: lefts[step], right: rights[step] });
  }
  return out;
}
