import { type StatedEdit, type StatedReply, statedReply } from "./edit-shapes.ts";
import { withLineEnds } from "./escaped-ends.ts";
import { withoutFences } from "./fenced-fields.ts";
import { readingsOf } from "./json-readings.ts";
import { type Json, readLenient } from "./lenient-json.ts";
import { Reading } from "./reading.ts";
import { isReplyKey } from "./reply-keys.ts";
import { fencedTexts } from "./whole-file.ts";

/** Places in prose where an object may begin that are tried. */
const MAX_TRIES = 30;

interface Answer {
  readonly stated: StatedReply;
  readonly mended: readonly string[];
  /** Where it ends in the text that was tried. */
  readonly end: number;
}

type Tried = Answer | "cut off" | "unreadable" | "other";

/** Whether a text, fences and prose aside, begins like JSON. */
export function beginsLikeJson(text: string): boolean {
  return /^\s*(?:```(?:json[c5]?|javascript|js|python)?[ \t]*\n\s*)?(?:\{\s*(?:["'}]|[A-Za-z_]+\s*:|\/\/|\/\*)|\[\s*(?:\{|\]))/i.test(
    text.slice(0, 4000),
  );
}

/** Whether a text somewhere holds the keys of a JSON reply. */
export const mentionsEditKeys = (text: string): boolean =>
  /["']?\b(?:edits|unfixable|replacement|old_string|oldString|old_str|oldText|new_string|newText|new_str|file_text|search)\b["']?\s*:/.test(
    text,
  );

/**
 * Reads a reply that is JSON, or that holds JSON in fences or prose. Returns whether there was any that looks like an
 * answer; what is wrong with it is then in `reading.refusal`. `read` reads a dialect inside a JSON string.
 */
export function readJson(reading: Reading, read: (inner: Reading) => void): boolean {
  const { text } = reading;
  const whole = tryAt(text, /^\s*/.exec(text)?.[0].length ?? 0);
  if (typeof whole === "object" && !mentionsEditKeys(text.slice(whole.end))) {
    propose(reading, [whole], read);
    return true;
  }
  const bodies = fencedTexts(reading.lines)
    .map((fence) => fence.lines.join("\n"))
    .filter((body) => /^\s*[{[]/.test(body) && mentionsEditKeys(body));
  const found =
    bodies.length > 0 ? bodies.map((body) => tryAt(body, /^\s*/.exec(body)?.[0].length ?? 0)) : search(text);
  if (found.includes("cut off")) {
    const reason = "The JSON of the reply ends before its last bracket closes: it was cut off. Send it again, shorter.";
    reading.refuse("PARSE_NOT_JSON", reason);
  } else if (found.includes("unreadable")) {
    const advice = "escape quotes, backslashes and line ends inside strings";
    reading.refuse("PARSE_NOT_JSON", `The reply is not valid JSON and could not be mended; ${advice}.`);
  } else {
    const answers = found.filter((tried) => typeof tried === "object");
    if (answers.length === 0) return false;
    propose(reading, answers, read);
  }
  return true;
}

function tryAt(text: string, from: number): Tried {
  if (text[from] !== "{" && text[from] !== "[") return "other";
  const strict = parsed(text.slice(from));
  if (strict !== undefined) {
    const stated = statedReply(strict);
    return stated === undefined ? "other" : { stated, mended: [], end: text.length };
  }
  const lenient = readLenient(text, from, isReplyKey);
  if (!lenient.ok) return lenient.cutOff ? "cut off" : "unreadable";
  const stated = statedReply(lenient.value);
  if (stated === undefined) return "other";
  if (lenient.mended.includes("quotes inside strings") && !onlyReplyKeys(lenient.value)) return "unreadable";
  return { stated, mended: lenient.mended, end: lenient.end };
}

/** After quotes inside strings were guessed, an unknown key means that the guess was wrong. */
function onlyReplyKeys(value: Json): boolean {
  if (Array.isArray(value)) return value.every(onlyReplyKeys);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isReplyKey(key) && onlyReplyKeys(inner));
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The objects in prose that look like answers. One that cannot be read ends the search: what lies inside it is only a part. */
function search(text: string): Tried[] {
  const found: Tried[] = [];
  const starts = /[{[]/g;
  let tries = 0;
  for (let start = starts.exec(text); start !== null && tries < MAX_TRIES; start = starts.exec(text)) {
    if (!/^[{[]\s*(?:["'{]|[A-Za-z_]+\s*:)/.test(text.slice(start.index, start.index + 200))) continue;
    if (!mentionsEditKeys(text.slice(start.index))) break;
    tries++;
    const tried = tryAt(text, start.index);
    if (tried === "other") continue;
    found.push(tried);
    if (typeof tried !== "object") break;
    starts.lastIndex = tried.end;
  }
  return found;
}

function propose(reading: Reading, answers: readonly Exclude<Tried, string>[], read: (inner: Reading) => void): void {
  for (const [fence, { stated, mended }] of answers.entries()) {
    if (mended.length > 0) reading.note("json-mended", `The JSON was mended: ${mended.join(", ")}.`);
    reading.explanation = stated.explanation ?? reading.explanation;
    reading.unfixable = stated.unfixable ?? reading.unfixable;
    if (stated.broken !== undefined)
      reading.refuse("PARSE_SCHEMA", `An edit of the reply cannot be used: ${stated.broken}.`);
    for (const [section, edit] of stated.edits.entries())
      proposeEdit(reading, withLineEnds(withoutFences(edit, reading.around)), section, fence + 1, read);
  }
  if (reading.proposals.length === 0 && reading.refusal === undefined) reading.empty = true;
}

function proposeEdit(
  reading: Reading,
  edit: StatedEdit,
  section: number,
  fence: number,
  read: (inner: Reading) => void,
): void {
  if (edit.diff !== undefined) {
    const inner = new Reading(edit.diff.replace(/\r\n?/g, "\n"), reading.around);
    read(inner);
    for (const proposal of inner.proposals)
      reading.proposals.push(
        "path" in proposal && proposal.path === undefined && edit.path !== undefined
          ? { ...proposal, path: edit.path }
          : proposal,
      );
    reading.repairs.push(...inner.repairs);
    if (inner.refusal !== undefined) reading.refuse(inner.refusal.code, inner.refusal.reason);
    return;
  }
  if (edit.content !== undefined) {
    reading.proposals.push({
      kind: "whole",
      dialect: "json",
      path: edit.path,
      text: edit.content.replace(/\r\n?/g, "\n"),
      at: 1,
    });
    return;
  }
  const before = (edit.before ?? "").replace(/\r\n?/g, "\n");
  const after = (edit.after ?? "").replace(/\r\n?/g, "\n");
  const [hunk, ...otherwise] = readingsOf(edit);
  const strings = before === "" ? {} : { strings: { old: before, new: after, all: edit.all } };
  const others = otherwise.length === 0 ? {} : { otherwise };
  reading.proposals.push({
    kind: "hunk",
    dialect: "json",
    path: edit.path,
    hunk,
    section,
    fence,
    ...strings,
    ...others,
  });
}
