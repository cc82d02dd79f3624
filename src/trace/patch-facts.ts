import { sha256 } from "../domain/digest.ts";
import type { PatchFacts } from "../domain/trace.ts";

/**
 * Counts of a unified diff, and a hash that two patches share when they change the same lines in the same way,
 * wherever those stand: line numbers, index lines and context are left out, blanks folded.
 */
export function patchFacts(diff: string): PatchFacts {
  const essence: string[] = [];
  let files = 0;
  let added = 0;
  let deleted = 0;
  for (const line of bodyLines(diff)) {
    if (line.kind === "file") {
      files += 1;
      continue;
    }
    if (line.kind === "+") added += 1;
    else deleted += 1;
    essence.push(`${line.kind}${line.text.trim().replace(/\s+/g, " ")}`);
  }
  return { normalHash: sha256(essence.join("\n")).slice(0, 32), files, added, deleted };
}

type BodyLine = { readonly kind: "file" } | { readonly kind: "+" | "-"; readonly text: string };

/** Changed lines, told from file headers by counting what each hunk announces. */
function* bodyLines(diff: string): Generator<BodyLine> {
  let old = 0;
  let fresh = 0;
  for (const line of diff.split("\n")) {
    const hunk = old + fresh === 0 ? /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line) : null;
    if (hunk) {
      old = Number(hunk[1] ?? 1);
      fresh = Number(hunk[2] ?? 1);
    } else if (old + fresh === 0) {
      if (line.startsWith("+++ ")) yield { kind: "file" };
    } else if (line.startsWith("+")) {
      fresh -= 1;
      yield { kind: "+", text: line.slice(1) };
    } else if (line.startsWith("-")) {
      old -= 1;
      yield { kind: "-", text: line.slice(1) };
    } else if (!line.startsWith("\\")) {
      old -= 1;
      fresh -= 1;
    }
    if (old < 0 || fresh < 0) old = fresh = 0;
  }
}
