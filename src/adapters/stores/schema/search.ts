import type { Dialect } from "./columns.ts";

/** Fields of the full-text search in the order of its columns; PostgreSQL knows them as the weights A to D. */
export const SEARCH_FIELDS = ["error", "patch", "reply", "prompt"] as const;

/**
 * Tables of the full-text search. SQLite: FTS5 without the texts themselves (they are in `blob`), row id = `attempt.seq`.
 * PostgreSQL: one `tsvector` for each attempt, made by us, so that both databases agree on what a word is.
 */
export function searchTables(dialect: Dialect): readonly string[] {
  if (dialect === "sqlite") {
    return [
      `create virtual table attempt_text using fts5(${SEARCH_FIELDS.join(", ")}, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 tokenchars '_'")`,
    ];
  }
  return [
    "create table attempt_text (seq bigint primary key, words tsvector not null)",
    "create index attempt_text_words on attempt_text using gin (words)",
  ];
}
