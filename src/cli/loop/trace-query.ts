import { PatchProError } from "../../domain/errors.ts";
import type { TraceQuery } from "../../domain/trace-query.ts";
import { parseQuery } from "../../trace/query.ts";
import { renderQueryProblems } from "../../trace/render.ts";

/** Reads the search grammar, with a remedy for whoever typed it. Throws `PatchProError("usage")` and points at what is wrong. */
export function traceQuery(words: string, now = Date.now()): TraceQuery {
  const parsed = parseQuery(words, now);
  if (parsed.ok) return parsed.query;
  throw new PatchProError(
    "usage",
    renderQueryProblems(words, parsed.problems),
    "`patchpro traces list --help` shows an example.",
  );
}
