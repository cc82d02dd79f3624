import { sha256 } from "../domain/digest.ts";
import type { Finding, Fix } from "../domain/finding.ts";
import type { Candidate, Source } from "../domain/outcome.ts";
import { permittedFixes, type UnsafePolicy } from "../domain/policy.ts";
import { normalizeEdit } from "../patch/edits.ts";
import { editCandidate, type Texts } from "./candidate.ts";
import type { OpenFinding } from "./open-finding.ts";

/** What one source offers for each open finding in the texts of a round: alternatives, best first. */
export interface Offered {
  readonly source: Exclude<Source, "model">;
  readonly fixesOf: (one: OpenFinding) => readonly Fix[];
}

/** What the findings' own analyzers offer. */
export const NATIVE: Offered = { source: "native", fixesOf: ({ now }) => now.fixes };

/**
 * The next fix of each open finding that is offered and that was not tried yet, as candidates. The same edits offered for
 * several findings (or by several tools) are one candidate that claims them all. Fixes whose edits cannot be used are
 * marked as tried.
 */
export function offeredCandidates(
  open: readonly OpenFinding[],
  offered: Offered,
  texts: Texts,
  unsafe: UnsafePolicy,
): Candidate[] {
  const groups = new Map<string, { fix: Fix; claims: OpenFinding[] }>();
  for (const one of open) {
    const next = nextFix(one, offered, texts, unsafe);
    if (!next) continue;
    const place = placeKey(next.fix, texts);
    const group = groups.get(place);
    if (group) group.claims.push(one);
    else groups.set(place, { fix: next.fix, claims: [one] });
  }
  const candidates: Candidate[] = [];
  for (const { fix, claims } of groups.values()) {
    const findings = claims.map((one) => one.finding);
    const summary = fix.message || findings[0]?.message || "";
    const candidate = editCandidate(
      {
        source: offered.source,
        findings,
        edits: fix.edits,
        summary,
        applicability: fix.applicability,
        ...(fix.codemod && { codemod: fix.codemod }),
      },
      texts,
    );
    if ("unusable" in candidate) for (const one of claims) one.tried.add(fixKey(fix, texts));
    else candidates.push(candidate);
  }
  return candidates;
}

/** Marks the fix that a candidate was made from as tried, for one of its findings. */
export function markTried(one: OpenFinding, offered: Offered, texts: Texts, unsafe: UnsafePolicy): void {
  const next = nextFix(one, offered, texts, unsafe);
  if (next) one.tried.add(next.key);
}

function nextFix(
  one: OpenFinding,
  { fixesOf }: Offered,
  texts: Texts,
  unsafe: UnsafePolicy,
): { fix: Fix; key: string } | undefined {
  for (const fix of permittedFixes({ fixes: fixesOf(one) }, unsafe)) {
    const key = fixKey(fix, texts);
    if (!one.tried.has(key)) return { fix, key };
  }
  return undefined;
}

/** Tells one fix of a finding from another wherever it stands: what is taken out and what is put in, not where. */
function fixKey(fix: Fix, texts: Texts): string {
  return sha256(
    JSON.stringify(
      fix.edits.map(({ path, start, end, text }) => [path, texts.get(path)?.text.slice(start, end), text]),
    ),
  ).slice(0, 16);
}

/** The same for fixes that do the same to the same place, however their edits are cut. */
function placeKey(fix: Fix, texts: Texts): string {
  const edits = fix.edits.flatMap((edit) => {
    const shortest = normalizeEdit(texts.get(edit.path)?.text ?? "", edit);
    return shortest ? [[edit.path, shortest.start, shortest.end, shortest.text] as const] : [];
  });
  return JSON.stringify(edits.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1] || a[2] - b[2])));
}

/** The findings among `open` for which something offered could still be tried. */
export function withUntriedFix(
  open: readonly OpenFinding[],
  offered: Offered,
  texts: Texts,
  unsafe: UnsafePolicy,
): Finding[] {
  return open.filter((one) => nextFix(one, offered, texts, unsafe)).map((one) => one.finding);
}
