import { wordsOf } from "../../../domain/trace-query.ts";
import type { Statement } from "../engine.ts";
import type { Dialect } from "../schema/columns.ts";
import { SEARCH_FIELDS } from "../schema/search.ts";

export type SearchTexts = Readonly<Record<(typeof SEARCH_FIELDS)[number], string>>;

/** UTF-16 units of each text that can be found; the rest is kept but not searched. */
const LONGEST_SEARCHED = 200_000;
/** Of PostgreSQL: words behind this position have no place, so no phrase is found there; a word has at most 255 places. */
const LAST_POSITION = 16_383;
const MOST_POSITIONS = 255;
const LONGEST_WORD = 200;
/** A tsvector may have 1 MB. */
const MOST_BYTES = 900_000;
const WEIGHTS = "ABCD";

/** The statement that makes an attempt's texts searchable (again: what was searchable before is replaced). */
export function indexStatements(dialect: Dialect, attemptId: string, texts: SearchTexts): readonly Statement[] {
  const seq = "(select seq from attempt where id = ?)";
  const remove = {
    sql: `delete from attempt_text where ${dialect === "sqlite" ? "rowid" : "seq"} = ${seq}`,
    values: [attemptId],
  };
  if (dialect === "postgres") {
    const sql = `insert into attempt_text (seq, words) select seq, cast(cast(? as text) as tsvector) from attempt where id = ?`;
    return [remove, { sql, values: [tsvectorOf(texts), attemptId] }];
  }
  const values = SEARCH_FIELDS.map((field) => texts[field].slice(0, LONGEST_SEARCHED));
  const sql = `insert into attempt_text (rowid, ${SEARCH_FIELDS.join(", ")}) select seq, ?, ?, ?, ? from attempt where id = ?`;
  return [remove, { sql, values: [...values, attemptId] }];
}

/** The texts as PostgreSQL writes a tsvector: `'word':1A,7D 'other':2B`. A gap between texts keeps phrases inside one. */
export function tsvectorOf(texts: SearchTexts): string {
  const places = new Map<string, string[]>();
  let position = 0;
  let bytes = 0;
  for (const [at, field] of SEARCH_FIELDS.entries()) {
    for (const word of wordsOf(texts[field].slice(0, LONGEST_SEARCHED))) {
      position = Math.min(position + 1, LAST_POSITION);
      if (word.length > LONGEST_WORD) continue;
      const known = places.get(word) ?? [];
      if (known.length >= MOST_POSITIONS || known.at(-1) === `${position}${WEIGHTS[at]}`) continue;
      bytes += known.length === 0 ? Buffer.byteLength(word) + 8 : 2;
      if (bytes > MOST_BYTES) break;
      known.push(`${position}${WEIGHTS[at]}`);
      places.set(word, known);
    }
    position = Math.min(position + 10, LAST_POSITION);
  }
  return Array.from(places, ([word, positions]) => `'${word}':${positions.join()}`).join(" ");
}
