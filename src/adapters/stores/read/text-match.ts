import { type RawBuilder, sql } from "kysely";
import type { TextField, TraceTerm } from "../../../domain/trace-query.ts";
import type { Dialect } from "../schema/columns.ts";
import { SEARCH_FIELDS } from "../schema/search.ts";

export type TextTerm = Extract<TraceTerm, { kind: "text" }>;

/**
 * A query that gives the `seq` of the attempts whose texts hold every term (each a phrase of words). The words come from
 * `wordsOf`: letters, digits and `_`, so nothing in them is syntax of the search.
 */
export function matchingAttempts(
  dialect: Dialect,
  terms: readonly TextTerm[],
  limit?: number,
): RawBuilder<{ seq: number }> {
  const most = limit === undefined ? sql`` : sql` limit ${sql.lit(limit)}`;
  if (dialect === "sqlite") {
    const match = terms.map((term) => phraseForFts5(term.words, term.field)).join(" AND ");
    return sql<{ seq: number }>`select rowid as seq from attempt_text where attempt_text match ${match}${most}`;
  }
  const match = terms.map((term) => phraseForTsquery(term.words, term.field)).join(" & ");
  return sql<{ seq: number }>`select seq from attempt_text where words @@ cast(${match} as tsquery)${most}`;
}

function phraseForFts5(words: readonly string[], field: TextField | undefined): string {
  const phrase = `"${words.join(" ")}"`;
  return field === undefined ? phrase : `{${field}} : ${phrase}`;
}

function phraseForTsquery(words: readonly string[], field: TextField | undefined): string {
  const weight = field === undefined ? "" : `:${"ABCD"[SEARCH_FIELDS.indexOf(field)]}`;
  return `(${words.map((word) => `'${word}'${weight}`).join(" <-> ")})`;
}
