/** Orders of a page of repairs: `newest` and `oldest` by start; the others with the highest first. */
export const SORTS = ["newest", "oldest", "cost", "latency", "attempts"] as const;
export type Sort = (typeof SORTS)[number];

/** Facets are keys of the search grammar: a click adds `key:value`. */
export const FACETS = ["outcome", "rule", "model", "strategy", "code", "type", "template", "label"] as const;
export type FacetKey = (typeof FACETS)[number];

/** The texts of an attempt that can be searched. */
export const TEXT_FIELDS = ["error", "patch", "reply", "prompt"] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** Keys whose values are words; `*` stands for anything. */
export const WORD_KEYS = [
  "rule",
  "family",
  "tool",
  "severity",
  "outcome",
  "model",
  "answered",
  "path",
  "type",
  "code",
  "check",
  "strategy",
  "source",
  "label",
  "rater",
  "run",
  "repo",
  "branch",
  "template",
  "stop",
  "signature",
  "cluster",
  "finish",
  "id",
] as const;
export type WordKey = (typeof WORD_KEYS)[number];

/** Keys whose values are numbers. Money in US dollars, latency in milliseconds (`2s` works). */
export const NUMBER_KEYS = ["attempts", "attempt", "cost", "tokens", "latency", "lines", "findings"] as const;
export type NumberKey = (typeof NUMBER_KEYS)[number];

export const TIME_KEYS = ["since", "before"] as const;
export type TimeKey = (typeof TIME_KEYS)[number];

export type Comparison = "=" | ">" | ">=" | "<" | "<=";

/** One condition of a query; all must hold. A negated one must not. */
export type TraceTerm =
  | { readonly kind: "text"; readonly field?: TextField; readonly words: readonly string[]; readonly negated: boolean }
  | { readonly kind: "word"; readonly key: WordKey; readonly values: readonly string[]; readonly negated: boolean }
  | {
      readonly kind: "number";
      readonly key: NumberKey;
      readonly comparison: Comparison;
      readonly value: number;
      readonly negated: boolean;
    }
  | { readonly kind: "time"; readonly key: TimeKey; readonly at: number; readonly negated: boolean };

/** What to look for; nothing: everything. */
export interface TraceQuery {
  readonly terms: readonly TraceTerm[];
}

export const EVERYTHING: TraceQuery = { terms: [] };

/** What the text search takes for words: letters, digits and `_`, lower case; everything else parts them. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}\p{Co}_]+/gu) ?? [];
}
