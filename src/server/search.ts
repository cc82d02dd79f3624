import type { TraceQuery } from "../domain/trace-query.ts";
import { parseQuery } from "../trace/query.ts";
import type { QueryProblem } from "./api.ts";

/** A typed query: what of it could be read, and what was wrong with the rest. `now`: what `since:7d` counts back from. */
export function readSearch(
  q: string,
  now: number,
): { readonly query: TraceQuery; readonly problems: readonly QueryProblem[] } {
  const parsed = parseQuery(q, now);
  return { query: parsed.query, problems: parsed.ok ? [] : parsed.problems };
}

/** A place in a list, and the moment that its first page was asked at: relative times must mean the same on every page. */
export interface Place {
  readonly now: number;
  readonly after: string | undefined;
}

/** Reads what `writePlace` wrote; without one, the list begins now. */
export function readPlace(text: string | undefined, now: number): Place {
  const [, at, after] = /^([0-9a-z]{1,11})\.(.+)$/s.exec(text ?? "") ?? [];
  return at === undefined ? { now, after: text } : { now: Number.parseInt(at, 36), after };
}

export function writePlace(now: number, next: string | undefined): string | undefined {
  return next === undefined ? undefined : `${now.toString(36)}.${next}`;
}
