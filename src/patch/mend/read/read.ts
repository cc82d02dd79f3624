import { unescapeOnce } from "../anchor/variants.ts";
import { holdsBeginPatch, readBeginPatch } from "./begin-patch.ts";
import { beginsLikeJson, mentionsEditKeys, readJson } from "./json.ts";
import type { Reading } from "./reading.ts";
import { holdsSearchReplace, readSearchReplace } from "./search-replace.ts";
import { readTags, tagPair } from "./tags.ts";
import { holdsUnified, readUnified } from "./unified.ts";
import { readWholeFiles } from "./whole-file.ts";

/** Reads a reply in whatever dialect it is; the first that recognises its own marks reads it. */
export function readReply(reading: Reading): void {
  if (beginsLikeJson(reading.text) && readJson(reading, readMarked)) return;
  readMarked(reading);
  if (settled(reading)) return;
  if (mentionsEditKeys(reading.text) && readJson(reading, readMarked)) return;
  readWholeFiles(reading);
}

/** The dialects with marks of their own: V4A, search/replace, tags, unified diff. */
function readMarked(reading: Reading): void {
  const { lines, text } = reading;
  const unified = holdsUnified(reading);
  const blocksInDiff = unified && lines.some((line) => /^[-+ ]<{5,}/.test(line));
  const pair = tagPair(text);
  if (holdsBeginPatch(lines)) readBeginPatch(reading);
  else if (holdsSearchReplace(reading) && !blocksInDiff) readSearchReplace(reading);
  else if (unified) readUnified(reading);
  else if (pair !== undefined) readTags(reading, pair);
}

const settled = (reading: Reading): boolean => reading.proposals.length > 0 || reading.refusal !== undefined;

/** A reply whose line ends are all written as `\n`, once unescaped; undefined if it is not such a reply. */
export function unescapedReply(reply: string): string | undefined {
  const trimmed = reply.trim();
  const body = /^"([\s\S]*)"$/.exec(trimmed)?.[1] ?? trimmed;
  if (body.includes("\n") || /^[{[]/.test(body) || !/\\n(?:@@|---|\+\+\+|[-+ ]|<{5}|={5}|\*\*\*)/.test(body))
    return undefined;
  return unescapeOnce(body);
}
