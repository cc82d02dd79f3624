import type { CheckCode } from "../../domain/check.ts";
import type { ClusterName } from "../../domain/cluster.ts";
import { CODE_WORDS, type CodeWords } from "./code-words.ts";
import { distinguishingTerm, type TermShares } from "./terms.ts";

/** A code that this share of a cluster's failures has says what the cluster is. */
const DOMINANT = 0.5;
const LONGEST_QUOTE = 200;

/** What a name can be made of without a model. */
export interface NameMaterial {
  /** Most frequent first. */
  readonly codes: readonly { readonly code: string; readonly count: number }[];
  readonly attempts: number;
  readonly terms: readonly string[];
  readonly shares: TermShares;
  /** The message of the member most like all others. */
  readonly message: string;
  readonly cites: readonly string[];
}

/** Names for all clusters of a run, no two alike: the dominant code in plain words, or the terms; terms tell equal ones apart. */
export function namesByTerms(clusters: readonly NameMaterial[]): ClusterName[] {
  const bases = clusters.map(baseOf);
  const names = bases.map(({ name }, at) => {
    const siblings = clusters.filter((_, other) => other !== at && bases[other]?.name === name);
    const own = clusters[at]?.shares;
    const term =
      own && siblings.length > 0
        ? distinguishingTerm(
            own,
            siblings.map(({ shares }) => shares),
          )
        : undefined;
    return term === undefined ? name : `${name}: ${term}`;
  });
  return clusters.map(({ message, cites, terms }, at) => {
    const { means, remedy } = bases[at] ?? unknown(terms);
    const taken = names.slice(0, at).filter((name) => name === names[at]).length;
    return {
      name: `${names[at] ?? ""}${taken > 0 ? ` (${taken + 1})` : ""}`,
      definition: `${means} Typical: ${quote(message)}`,
      remedy,
      by: "terms",
      cites,
    };
  });
}

function baseOf({ codes, attempts, terms }: NameMaterial): CodeWords {
  const [first] = codes;
  if (first && first.count >= DOMINANT * attempts && isCode(first.code)) return CODE_WORDS[first.code];
  return unknown(terms);
}

function unknown(terms: readonly string[]): CodeWords {
  const text = terms.slice(0, 2).join(", ");
  const name = text === "" ? "No words" : `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;
  return {
    name: name.slice(0, 80),
    means:
      text === ""
        ? "The messages hold no words that tell."
        : `Their messages have these words in common: ${terms.slice(0, 4).join(", ")}.`,
    remedy: "Read the examples; name the cluster when you know what it is.",
  };
}

function isCode(code: string): code is CheckCode {
  return Object.hasOwn(CODE_WORDS, code);
}

function quote(message: string): string {
  const line = message.replace(/\s+/g, " ").trim();
  return line.length > LONGEST_QUOTE ? `“${line.slice(0, LONGEST_QUOTE)}…”` : `“${line}”`;
}
