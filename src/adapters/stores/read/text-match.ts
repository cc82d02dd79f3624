import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { TextField, TraceQuery, TraceTerm } from "../../../domain/trace-query.ts";
import type { Engine } from "../engine.ts";
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
    return sql<{
      seq: number;
    }>`select rowid as seq from attempt_text where attempt_text match ${matchFor(terms)}${most}`;
  }
  const match = terms.map((term) => phraseForTsquery(term.words, term.field)).join(" & ");
  return sql<{ seq: number }>`select seq from attempt_text where words @@ cast(${match} as tsquery)${most}`;
}

/** The texts that a row must hold. */
export function wantedTexts({ terms }: TraceQuery): TextTerm[] {
  return terms.filter((term): term is TextTerm => term.kind === "text" && !term.negated);
}

/** Attempts enough that among any hundreds of rows some hold the texts. */
const COMMON = 3000;

/**
 * Whether so many attempts hold the texts of a query that a page of them is found sooner by walking down the list and
 * looking into each row than by gathering all of them first. PostgreSQL's planner finds that out by itself.
 */
export async function areCommon(engine: Engine, query: TraceQuery): Promise<boolean> {
  const texts = wantedTexts(query);
  if (engine.dialect !== "sqlite" || texts.length === 0) return false;
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from (${matchingAttempts("sqlite", texts, COMMON)}) some`.execute(engine.reads);
  return (rows[0]?.n ?? 0) >= COMMON;
}

/** Whether the texts of one attempt hold every term; SQLite only. */
export function isMatched(terms: readonly TextTerm[], seq: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select 1 from attempt_text where attempt_text match ${matchFor(terms)} and rowid = ${seq})`;
}

function matchFor(terms: readonly TextTerm[]): string {
  return terms.map((term) => phraseForFts5(term.words, term.field)).join(" AND ");
}

function phraseForFts5(words: readonly string[], field: TextField | undefined): string {
  const phrase = `"${words.join(" ")}"`;
  return field === undefined ? phrase : `{${field}} : ${phrase}`;
}

function phraseForTsquery(words: readonly string[], field: TextField | undefined): string {
  const weight = field === undefined ? "" : `:${"ABCD"[SEARCH_FIELDS.indexOf(field)]}`;
  return `(${words.map((word) => `'${word}'${weight}`).join(" <-> ")})`;
}
