import type { Edit } from "../../domain/edit.ts";
import type { Finding } from "../../domain/finding.ts";
import type { Candidate } from "../../domain/outcome.ts";
import { LineIndex } from "../../patch/lines.ts";
import { changedWords } from "./changed-words.ts";
import type { NumberedReply } from "./numbered-reply.ts";
import { type Aim, mendReply, type Refusal, usableEdits } from "./reply-edits.ts";

/** Edits for some of the findings, most wanted first: with those edits of no finding that belong to them, then with all of those. */
export interface ReplyPart {
  readonly findings: readonly Finding[];
  readonly alternatives: readonly Candidate[];
}

/** An edit that cannot be used, with its words. */
export interface RefusedEdit extends Refusal {
  readonly said: string;
}

/** What the model wrote at one place, and for which findings (from 0); for none: a new import, say. */
export type Piece = { readonly owners: readonly number[] } & (
  | { readonly edits: readonly Edit[] }
  | { readonly refused: RefusedEdit }
);

/** Each edit of a reply that numbers them, mended alone, so that one that does not fit spoils no other. */
export function piecesByNumbers(reply: NumberedReply, aim: Aim, text: string): Piece[] {
  if (reply.edits.length === 0 || reply.edits.some(({ findings }) => findings === undefined)) return [];
  return reply.edits.flatMap((edit): Piece[] => {
    const owners = [...new Set(edit.findings)]
      .map((number) => number - 1)
      .filter((at) => aim.findings[at] !== undefined);
    const near = owners.map((at) => aim.findings[at]).filter((finding) => finding !== undefined);
    const mended = mendReply(edit.reply, { ...aim, findings: near }, text);
    if (mended.outcome === "declined") return [];
    if (mended.outcome === "refused" && mended.code === "DIFF_EMPTY") return [];
    const edits = usableEdits(mended, aim, text);
    return ["code" in edits ? { owners, refused: { ...edits, said: edit.said } } : { owners, edits }];
  });
}

/** Each edit by itself, for the findings whose lines it touches. */
export function piecesByLines(edits: readonly Edit[], findings: readonly Finding[], text: string): Piece[] {
  const index = new LineIndex(text, "universal");
  return edits.map((edit) => {
    const first = index.lineAt(edit.start);
    const last = edit.end > edit.start ? index.lineAt(edit.end - 1) : first;
    const owners = findings.flatMap(({ startLine, endLine }, at) =>
      startLine <= last + 1 && first <= endLine + 1 ? [at] : [],
    );
    return { owners, edits: [edit] };
  });
}

/** Makes a candidate of edits for findings; undefined if the edits cannot go together. */
type Make = (edits: readonly Edit[], findings: readonly Finding[]) => Candidate | undefined;

/**
 * Findings that share a piece belong together, and all that was written for them is taken or nothing. A piece without a
 * finding goes with the parts that change the same words, since dropping it would leave half a fix. Last come pairs of
 * parts that both use a name which is new to the file: one may bring the import that the other needs.
 */
export function partsOf(pieces: readonly Piece[], claims: readonly Finding[], text: string, make: Make): ReplyPart[] {
  const shared = pieces.flatMap((piece) => (piece.owners.length === 0 && "edits" in piece ? [piece.edits] : []));
  const groups = groupsOf(pieces, claims.length).flatMap((members): Group[] => {
    const owned = pieces.filter(({ owners }) => owners.some((owner) => members.includes(owner)));
    if (owned.length === 0 || owned.some((piece) => "refused" in piece)) return [];
    const own = owned.flatMap((piece) => ("edits" in piece ? piece.edits : []));
    const words = changedWords(own, text);
    const related = shared.filter((edits) => [...changedWords(edits, text)].some((word) => words.has(word)));
    const findings = members.map((at) => claims[at]).filter((finding) => finding !== undefined);
    return [
      {
        findings,
        words,
        edits: [...own, ...related.flat()],
        others: shared.filter((edits) => !related.includes(edits)).flat(),
      },
    ];
  });
  const single = groups.flatMap(({ findings, edits, others }) =>
    partOf(findings, [edits, others.length > 0 ? [...edits, ...others] : []], make),
  );
  return [
    ...single,
    ...pairsOf(groups, text).flatMap(([one, other]) =>
      partOf([...one.findings, ...other.findings], [[...one.edits, ...other.edits]], make),
    ),
  ];
}

/** What was written for some findings. */
interface Group {
  readonly findings: readonly Finding[];
  readonly words: ReadonlySet<string>;
  readonly edits: readonly Edit[];
  /** Edits of no finding that do not seem to belong to it. */
  readonly others: readonly Edit[];
}

function partOf(findings: readonly Finding[], choices: readonly (readonly Edit[])[], make: Make): ReplyPart[] {
  const alternatives = choices.flatMap((edits) => (edits.length === 0 ? [] : (make(edits, findings) ?? [])));
  return alternatives.length > 0 ? [{ findings, alternatives }] : [];
}

/** More pairs than this are a reply that uses one new name everywhere. */
const MOST_PAIRS = 20;

function pairsOf(groups: readonly Group[], text: string): [Group, Group][] {
  const isNew = (word: string): boolean => !text.includes(word);
  const pairs = groups.flatMap((one, at) =>
    groups
      .slice(at + 1)
      .flatMap((other): [Group, Group][] =>
        [...one.words].some((word) => other.words.has(word) && isNew(word)) ? [[one, other]] : [],
      ),
  );
  return pairs.slice(0, MOST_PAIRS);
}

/** The findings (from 0) in groups that share pieces, in order. */
function groupsOf(pieces: readonly Piece[], count: number): number[][] {
  const groupOf = Array.from({ length: count }, (_, at) => at);
  for (const { owners } of pieces) {
    const joined = new Set(owners.map((at) => groupOf[at]));
    const lowest = Math.min(...owners.map((at) => groupOf[at] ?? at));
    for (const [at, group] of groupOf.entries()) if (joined.has(group)) groupOf[at] = lowest;
  }
  return [...Map.groupBy(groupOf.keys(), (at) => groupOf[at]).values()];
}

/** Why the edits of a finding cannot be used, for findings of which nothing can. */
export function refusedOf(
  pieces: readonly Piece[],
  claims: readonly Finding[],
  parts: readonly ReplyPart[],
): Map<Finding, RefusedEdit> {
  const usable = new Set(parts.flatMap(({ findings }) => findings));
  const refused = new Map<Finding, RefusedEdit>();
  for (const piece of pieces) {
    if (!("refused" in piece)) continue;
    for (const at of piece.owners) {
      const claim = claims[at];
      if (claim && !usable.has(claim) && !refused.has(claim)) refused.set(claim, piece.refused);
    }
  }
  return refused;
}
