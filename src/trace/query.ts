import {
  NUMBER_KEYS,
  type NumberKey,
  TEXT_FIELDS,
  TIME_KEYS,
  type TimeKey,
  type TraceQuery,
  type TraceTerm,
  WORD_KEYS,
  wordsOf,
} from "../domain/trace-query.ts";
import { nearestKey } from "./nearest-key.ts";
import { readComparison, readNumber, readTime } from "./query-values.ts";
import { piecesOf, type QueryPiece } from "./query-words.ts";

/** What is wrong with a query, and where: 0-based UTF-16 offsets, end exclusive. */
export interface QueryProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** The key that was most likely meant. */
  readonly nearest?: string;
}

export type ParsedQuery =
  | { readonly ok: true; readonly query: TraceQuery }
  | { readonly ok: false; readonly problems: readonly QueryProblem[]; readonly query: TraceQuery };

export const QUERY_KEYS: readonly string[] = [...WORD_KEYS, ...NUMBER_KEYS, ...TIME_KEYS, ...TEXT_FIELDS];

type Read = TraceTerm | QueryProblem | undefined;

/**
 * Reads `rule:F401 outcome:rejected attempts:>1 cost:>0.01 -model:x error:"corrupt patch" words`. All terms must hold;
 * commas in a value mean any of (`rule:F401,F841`), `*` anything, `-` not. Words outside keys are searched in prompts,
 * replies, patches and errors. Never throws: problems come back with the terms that could be read.
 * `now` (ms since the epoch, UTC) is what `since:7d` counts back from.
 */
export function parseQuery(text: string, now: number): ParsedQuery {
  const terms: TraceTerm[] = [];
  const problems: QueryProblem[] = [];
  for (const piece of piecesOf(text)) {
    const read = readPiece(piece, now);
    if (read === undefined) continue;
    if ("kind" in read) terms.push(read);
    else problems.push(read);
  }
  const query = { terms };
  return problems.length === 0 ? { ok: true, query } : { ok: false, problems, query };
}

function readPiece(piece: QueryPiece, now: number): Read {
  if (piece.open) return problem(piece, 'This quote (") is not closed.');
  const { key, value, negated } = piece;
  if (key === undefined) return textTerm(piece);
  const known = QUERY_KEYS.find((each) => each === key.toLowerCase());
  if (known === undefined) return unknownKey(piece, key);
  if (value === "") return problem(piece, `\`${key}:\` needs a value.`);
  const word = WORD_KEYS.find((each) => each === known);
  if (word) {
    const values = piece.quoted ? [value] : value.split(",").filter((each) => each !== "");
    return values.length > 0
      ? { kind: "word", key: word, values, negated }
      : problem(piece, `\`${key}:\` needs a value.`);
  }
  const number = NUMBER_KEYS.find((each) => each === known);
  if (number) return numberTerm(piece, number);
  const time = TIME_KEYS.find((each) => each === known);
  if (time) return timeTerm(piece, time, now);
  return textTerm(piece);
}

function textTerm(piece: QueryPiece): Read {
  const words = wordsOf(piece.value);
  if (words.length === 0) return undefined;
  const field = TEXT_FIELDS.find((each) => each === piece.key?.toLowerCase());
  return { kind: "text", ...(field && { field }), words, negated: piece.negated };
}

function numberTerm(piece: QueryPiece, key: NumberKey): Read {
  const { comparison, rest } = readComparison(piece.value);
  const value = readNumber(rest, key);
  if (value === undefined)
    return problem(piece, `\`${key}:\` needs a number, as in \`${key}:>${key === "cost" ? "0.01" : "1"}\`.`);
  return { kind: "number", key, comparison, value, negated: piece.negated };
}

function timeTerm(piece: QueryPiece, key: TimeKey, now: number): Read {
  const at = readTime(piece.value, now);
  if (at === undefined)
    return problem(piece, `\`${key}:\` needs a day or a span, as in \`${key}:2026-11-22\` or \`${key}:7d\`.`);
  return { kind: "time", key, at, negated: piece.negated };
}

function unknownKey(piece: QueryPiece, key: string): QueryProblem {
  const nearest = nearestKey(key, QUERY_KEYS);
  const advice = nearest ? `Did you mean \`${nearest}:\`?` : `Known keys: ${QUERY_KEYS.join(", ")}.`;
  const text = piece.value === "" ? "" : ` To search for the text itself, put it in quotes.`;
  return {
    ...problem(piece, `There is no key \`${key}:\`. ${advice}${text}`),
    ...(nearest !== undefined && { nearest }),
  };
}

function problem(piece: QueryPiece, message: string): QueryProblem {
  return { message, start: piece.start, end: piece.end };
}
