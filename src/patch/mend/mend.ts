import { Changes } from "./changes.ts";
import { replyLines } from "./lines.ts";
import { type Mended, Refused, type Repair } from "./outcome.ts";
import { resolvePath } from "./paths.ts";
import { refusalSentence } from "./read/declined.ts";
import { decodedReply, mentionsEscapedKeys } from "./read/encoded-twice.ts";
import { readReply, unescapedReply } from "./read/read.ts";
import { Reading } from "./read/reading.ts";
import { holdsOnlyKnownMarks } from "./read/search-replace.ts";
import type { MendRequest } from "./request.ts";

export type { Mended } from "./outcome.ts";
export type { MendRequest } from "./request.ts";

/** Longer replies are not read; no model's honest answer is near it. UTF-16 units. */
export const MAX_REPLY = 4_000_000;

/**
 * Turns whatever a model sent back into changed files, or says why not. Pure; never throws for any reply or file.
 *
 * Every dialect of replies.md is read. Each edit must stand in the file at one place (`anchor/anchor.ts`); all edits of a
 * reply are done or none. `declined`: the reply can be read and says that there is nothing to change.
 */
export function mend(request: MendRequest): Mended {
  const repairs: Repair[] = [];
  try {
    return mended(request, repairs);
  } catch (error) {
    if (error instanceof Refused) return { outcome: "refused", ...error.refusal, repairs };
    throw error;
  }
}

function mended(request: MendRequest, repairs: Repair[]): Mended {
  if (request.reply.length > MAX_REPLY)
    throw new Refused(
      "PARSE_NO_PATCH",
      `The reply has ${request.reply.length} characters; at most ${MAX_REPLY} are read.`,
    );
  if (request.reply.trim() === "") throw new Refused("PARSE_NO_PATCH", "The reply is empty.");
  const reading = read(request);
  repairs.push(...reading.repairs);
  if (reading.refusal !== undefined) throw new Refused(reading.refusal.code, reading.refusal.reason);
  if (reading.proposals.length === 0) return withoutEdits(reading);
  const changes = new Changes(request, repairs);
  changes.make(reading.proposals);
  const { explanation, unfixable } = reading;
  return {
    outcome: "patched",
    files: changes.texts,
    edits: changes.edits,
    repairs,
    ...(explanation === undefined ? {} : { explanation }),
    ...(unfixable === undefined ? {} : { unfixable }),
  };
}

function read(request: MendRequest): Reading {
  const paths = [...request.files].flatMap(([path, text]) => (text === null ? [] : [path]));
  const known = { paths, root: request.root, asked: request.path };
  const fileLines = lazily(() =>
    [...request.files.values()].flatMap((text) => (text === null ? [] : replyLines(text))),
  );
  const trimmed = lazily(() => new Set(fileLines().map((line) => line.trim())));
  const indented = lazily(() => new Set(fileLines().map((line) => line.trimEnd())));
  const knowsLine = (line: string): boolean => trimmed().has(line.trim());
  const knowsIndented = (line: string): boolean => indented().has(line.trimEnd());
  const knowsPath = (written: string): boolean => {
    if (written.length > 1000 || written.trim() === "") return false;
    try {
      return resolvePath(written, known).matched !== "name";
    } catch (error) {
      if (error instanceof Refused) return false;
      throw error;
    }
  };
  const flat = decodedReply(request.reply.replace(/^\ufeff/, "")).replace(/\r\n?/g, "\n");
  const once = unescapedReply(flat);
  const reading = new Reading(once ?? flat, { knowsLine, knowsIndented, knowsPath });
  if (once !== undefined)
    reading.note("escapes-undone", "The reply's line ends were escaped; one level of escaping was undone.");
  readReply(reading);
  return reading;
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function withoutEdits(reading: Reading): Mended {
  if (reading.unfixable !== undefined) return { outcome: "declined", reason: reading.unfixable };
  if (reading.empty)
    throw new Refused(
      "DIFF_EMPTY",
      `The reply holds no edits${reading.explanation === undefined ? "" : `; it says: ${reading.explanation.slice(0, 300)}`}.`,
    );
  if (holdsOnlyKnownMarks(reading))
    throw new Refused(
      "PARSE_NO_PATCH",
      "The reply's search/replace marks stand in the file just so, and cannot be told from its text; send JSON edits or a unified diff.",
    );
  if (mentionsEscapedKeys(reading.text))
    throw new Refused(
      "PARSE_NOT_JSON",
      "The reply is JSON inside a string that cannot be read; send the object itself.",
    );
  const sentence = refusalSentence(reading.text);
  if (sentence !== undefined) return { outcome: "declined", reason: sentence };
  const holdsCode = /```|^[-+@]{1,3}/m.test(reading.text);
  throw holdsCode
    ? new Refused("PARSE_NO_PATCH", "The reply holds code but no edit that names the lines it replaces.")
    : new Refused("PARSE_PROSE_ONLY", "The reply is prose without an edit.");
}
