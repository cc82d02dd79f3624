import type { CodemodName } from "../domain/codemod.ts";
import { sha256 } from "../domain/digest.ts";
import type { Edit } from "../domain/edit.ts";
import type { Applicability, Finding } from "../domain/finding.ts";
import type { Candidate, FileChange, Source, Strategy } from "../domain/outcome.ts";
import type { SourceText } from "../domain/text.ts";
import { applyEdits, arrangeEdits, splice, type TextEdit } from "../patch/apply.ts";

/** The texts that candidates are made against, by path. */
export type Texts = ReadonlyMap<string, SourceText>;

/** What a candidate is made from. */
export interface CandidateParts {
  readonly source: Source;
  readonly strategy?: Strategy;
  readonly findings: readonly Finding[];
  readonly edits: readonly Edit[];
  readonly summary: string;
  readonly applicability?: Applicability;
  readonly codemod?: CodemodName;
  readonly attemptId?: string;
}

/** Why edits are no candidate: they overlap each other, leave their text, or change nothing. */
export type Unusable = { readonly unusable: string };

/**
 * A candidate that replaces text in files that exist. Its `changes` are worked out when asked for: ten thousand
 * candidates hold their edits, not ten thousand texts. The id is a hash of the edits and of the texts they are made for.
 */
export function editCandidate(parts: CandidateParts, texts: Texts): Candidate | Unusable {
  const byPath = Map.groupBy(parts.edits, (edit) => edit.path);
  for (const [path, edits] of byPath) {
    const base = texts.get(path);
    if (!base) return { unusable: `${path} is not a text file of this repository` };
    const arranged = arrangeEdits(edits, base.text.length);
    if (!arranged.ok)
      return {
        unusable: `its edits of ${path} ${arranged.reason === "overlap" ? "overlap each other" : "lie outside the file"}`,
      };
    if (changesNothing(base.text, arranged.edits)) byPath.delete(path);
  }
  if (byPath.size === 0) return { unusable: "it changes nothing" };
  const edits = [...byPath.values()].flat();
  const changeOf = ([path, own]: [string, readonly Edit[]]): FileChange => {
    const base = texts.get(path) ?? { text: "", encoding: "utf8" };
    const applied = applyEdits(base.text, own);
    return { path, before: base.text, after: applied.ok ? applied.text : base.text, encoding: base.encoding };
  };
  return {
    ...parts,
    id: candidateId(edits, parts),
    edits,
    get changes() {
      return [...byPath].map(changeOf);
    },
  };
}

/** Whether the text is the same with the edits: also where what one takes out another puts in again. */
function changesNothing(text: string, edits: readonly TextEdit[]): boolean {
  const [first, last] = [edits[0], edits.at(-1)];
  return !first || !last || splice(text, first.start, last.end, edits) === text.slice(first.start, last.end);
}

/** A candidate given by whole texts: what models send, and files that are made or deleted. */
export function textCandidate(
  parts: Omit<CandidateParts, "edits">,
  changes: readonly FileChange[],
  edits: readonly Edit[],
): Candidate {
  return { ...parts, id: candidateId(changes, parts), changes, edits };
}

function candidateId(content: unknown, parts: Pick<CandidateParts, "findings" | "source">): string {
  return sha256(JSON.stringify([parts.source, parts.findings.map((finding) => finding.id), content])).slice(0, 12);
}
