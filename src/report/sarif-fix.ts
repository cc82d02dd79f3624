import type { AcceptedPatch, FileChange } from "../domain/outcome.ts";
import { editsBetween } from "../patch/edits.ts";
import { LineIndex } from "../patch/lines.ts";

interface SarifReplacement {
  readonly deletedRegion: {
    readonly startLine: number;
    readonly startColumn: number;
    readonly endLine: number;
    readonly endColumn: number;
  };
  readonly insertedContent?: { readonly text: string };
}

export interface SarifFix {
  readonly description: { readonly text: string };
  readonly artifactChanges: readonly {
    readonly artifactLocation: SarifLocation;
    readonly replacements: readonly SarifReplacement[];
  }[];
}

export interface SarifLocation {
  readonly uri: string;
  readonly uriBaseId: string;
}

/**
 * A patch as a SARIF fix (2.1.0, section 3.55): columns are 1-based UTF-16 units, ends are exclusive. Undefined where SARIF
 * cannot say it: a patch that needs another one first (its regions are not those of the analyzed file), files made or deleted.
 */
export function sarifFix({ candidate, after }: AcceptedPatch): SarifFix | undefined {
  if (after.length > 0) return undefined;
  const artifactChanges: SarifFix["artifactChanges"][number][] = [];
  for (const change of candidate.changes) {
    const replacements = replacementsOf(change);
    if (!replacements) return undefined;
    if (replacements.length > 0) artifactChanges.push({ artifactLocation: sarifLocation(change.path), replacements });
  }
  return artifactChanges.length === 0 ? undefined : { description: { text: candidate.summary }, artifactChanges };
}

/** A path relative to the root as a URI (RFC 3986), each part percent-encoded. */
export function sarifLocation(path: string): SarifLocation {
  return { uri: path.toWellFormed().split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
}

function replacementsOf({ before, after }: FileChange): SarifReplacement[] | undefined {
  if (before === null || after === null) return undefined;
  const index = new LineIndex(before, "universal");
  return editsBetween(before, after).map(({ start, end, text }) => {
    const from = index.position(start);
    const to = index.position(end);
    // A byte-order mark takes no column, so it is neither deleted nor inserted.
    const inserted = start === 0 ? text.replace(/^\uFEFF/, "") : text;
    return {
      deletedRegion: { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column },
      ...(inserted !== "" && { insertedContent: { text: inserted } }),
    };
  });
}
