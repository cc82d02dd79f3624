import { diffRows } from "../../../web/src/text/diff-rows.ts";

/** What a text becomes by a unified diff; throws where an old line is not the one that stands there. */
export function applyUnified(before: string, diff: string): string {
  if (diff === "") return before;
  const old = before.split("\n");
  const out: string[] = [];
  let at = 0;
  for (const row of diffRows(diff)) {
    if (row.kind !== "same" && row.kind !== "old" && row.kind !== "new") continue;
    if (row.kind === "new") {
      while (out.length < row.after - 1) out.push(old[at++] ?? "");
      out.push(row.text);
      continue;
    }
    while (at < row.before - 1) out.push(old[at++] ?? "");
    if (old[at] !== row.text) throw new Error(`line ${row.before} is ${old[at]}, not ${row.text}`);
    if (row.kind === "same") out.push(row.text);
    at += 1;
  }
  return [...out, ...old.slice(at)].join("\n");
}
