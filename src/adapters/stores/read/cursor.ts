import { z } from "zod";
import { sha256 } from "../../../domain/digest.ts";
import { PatchProError } from "../../../domain/errors.ts";
import type { TraceQuery } from "../../../domain/trace-query.ts";
import type { Sort } from "../../../ports/store.ts";

const cursorSchema = z.tuple([z.string(), z.number(), z.string()]);

/** Where a page ended: the sort's value and the id of its last row. */
export interface Cursor {
  readonly value: number;
  readonly id: string;
}

/** A cursor as text, good only for the same list. */
export function writeCursor(list: string, query: TraceQuery, sort: Sort, cursor: Cursor): string {
  return Buffer.from(JSON.stringify([mark(list, query, sort), cursor.value, cursor.id])).toString("base64url");
}

/** Throws `PatchProError("input", …)` for a cursor of another list, or for none at all. */
export function readCursor(list: string, query: TraceQuery, sort: Sort, text: string): Cursor {
  const [of, value, id] = parse(text) ?? [];
  if (of !== mark(list, query, sort) || value === undefined || id === undefined) {
    throw new PatchProError(
      "input",
      "This place in the list belongs to another query or order.",
      "Start again from the first page.",
    );
  }
  return { value, id };
}

function parse(text: string): z.infer<typeof cursorSchema> | undefined {
  try {
    return cursorSchema.safeParse(JSON.parse(Buffer.from(text, "base64url").toString("utf8"))).data;
  } catch {
    return undefined;
  }
}

function mark(list: string, query: TraceQuery, sort: Sort): string {
  return sha256(JSON.stringify([list, query, sort])).slice(0, 12);
}
