import type { SignatureGroup } from "./signatures.ts";
import { stemOf, tellingWords } from "./words.ts";

/** Messages that share this much of their words (Jaccard) under one check and code differ in what they were filled with. */
const ALIKE = 0.7;

/** Signatures that one sentence of a check, a reader or a tool stands behind: the unit that is grouped. */
export interface Template {
  readonly check: string;
  readonly code: string | undefined;
  /** Stems, in order, of the most frequent of its messages. */
  readonly words: readonly string[];
  /** Its failures, as places in the list of failures, rising. */
  readonly members: readonly number[];
  /** How many of them were findings of each rule family. */
  readonly families: ReadonlyMap<string, number>;
  /** The most frequent first. */
  readonly signatures: readonly string[];
}

/**
 * Joins signatures that only differ in words which no mask knows: each goes to the most frequent one that it is like, or
 * stands for itself. In order of how often they come. `pins`: signatures with the key of the cluster that people put them
 * into; they are only joined with others of that key.
 */
export function templatesOf(
  groups: readonly SignatureGroup[],
  pins: ReadonlyMap<string, string> = new Map(),
): Template[] {
  const leaders: { words: ReadonlySet<string>; groups: SignatureGroup[]; stems: string[] }[] = [];
  const byCode = new Map<string, typeof leaders>();
  const frequentFirst = [...groups].sort((a, b) => b.members.length - a.members.length);
  for (const group of frequentFirst) {
    const stems = tellingWords(group.message).map(stemOf);
    const words = new Set(stems);
    const key = `${group.check}:${group.code ?? "-"}:${pins.get(group.signature) ?? ""}`;
    const known = byCode.get(key) ?? [];
    const [leader] = known
      .map((each) => ({ each, alike: differInOne(each.stems, stems) ? 1 : jaccard(each.words, words) }))
      .filter(({ alike }) => alike >= ALIKE)
      .sort((a, b) => b.alike - a.alike);
    if (leader) leader.each.groups.push(group);
    else {
      const fresh = { words, groups: [group], stems };
      leaders.push(fresh);
      byCode.set(key, [...known, fresh]);
    }
  }
  return leaders.map(({ groups: own, stems }) => templateOf(own, stems));
}

function templateOf(groups: readonly SignatureGroup[], words: readonly string[]): Template {
  const families = new Map<string, number>();
  for (const group of groups)
    for (const [family, count] of group.families) families.set(family, (families.get(family) ?? 0) + count);
  return {
    check: groups[0]?.check ?? "",
    code: groups[0]?.code,
    words,
    members: groups.flatMap(({ members }) => members).sort((a, b) => a - b),
    families,
    signatures: groups.map(({ signature }) => signature),
  };
}

/** Sentences of at least four words with one filled in otherwise (after Drain: He et al. 2017). */
function differInOne(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.length > 3 && one.filter((word, at) => word !== other[at]).length === 1;
}

/** The share of what two sets have in common; 1 for two empty ones. */
export function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const each of one) if (other.has(each)) common += 1;
  const all = one.size + other.size - common;
  return all === 0 ? 1 : common / all;
}
