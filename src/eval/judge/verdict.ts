import type { CheckCode } from "../../domain/check.ts";
import { VERDICTS, type Verdict } from "../../domain/judge.ts";
import { type Json, readLenient } from "../../patch/mend/read/lenient-json.ts";

export type VerdictReading =
  | { readonly ok: true; readonly verdict: Verdict; readonly critique: string }
  | { readonly ok: false; readonly code: CheckCode; readonly reason: string };

const KEYS = new Set(["critique", "verdict"]);
const MOST_OBJECTS = 30;
const SHORTEST_CRITIQUE = 3;

/**
 * Reads a judge's reply: one JSON object, also in fences or prose, forgiven what models write. Nothing is guessed: a
 * reply without a critique, with another verdict than `pass` or `fail`, or with two that differ is unreadable.
 */
export function readVerdict(reply: string): VerdictReading {
  const answers = answersIn(reply);
  if (answers === "cut off") return unreadable("PARSE_NOT_JSON", "The reply ends before its last bracket closes.");
  if (answers.length === 0) return unreadable("PARSE_NOT_JSON", "The reply holds no JSON object with a verdict.");
  const verdicts = new Set(answers.map(({ verdict }) => verdictOf(verdict)));
  if (verdicts.size > 1) return unreadable("PARSE_MULTIPLE_ANSWERS", "The reply holds verdicts that differ.");
  const [verdict] = verdicts;
  if (verdict === undefined) return unreadable("PARSE_SCHEMA", 'The verdict is neither "pass" nor "fail".');
  const critique = answers.map((answer) => answer.critique).find((text) => typeof text === "string");
  if (typeof critique !== "string" || critique.trim().length < SHORTEST_CRITIQUE)
    return unreadable("PARSE_SCHEMA", "There is no critique: a verdict without reasons does not count.");
  return { ok: true, verdict, critique: critique.trim() };
}

type Answer = Readonly<Record<string, Json>>;

function answersIn(reply: string): Answer[] | "cut off" {
  const whole = strictly(reply);
  if (whole) return [whole];
  const found: Answer[] = [];
  let cutOff = false;
  const starts = /\{/g;
  for (let tries = 0, at = starts.exec(reply); at && tries < MOST_OBJECTS; at = starts.exec(reply), tries += 1) {
    const read = readLenient(reply, at.index, (key) => KEYS.has(key));
    if (!read.ok) {
      cutOff ||= read.cutOff && /["']?verdict["']?\s*:|["']?critique["']?\s*:/.test(reply.slice(at.index));
      continue;
    }
    starts.lastIndex = read.end;
    const answer = answerOf(read.value);
    if (answer) found.push(answer);
  }
  return found.length === 0 && cutOff ? "cut off" : found;
}

function answerOf(value: Json): Answer | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) && "verdict" in value ? value : undefined;
}

function strictly(reply: string): Answer | undefined {
  try {
    const value: Json = JSON.parse(reply);
    return answerOf(value);
  } catch {
    return undefined;
  }
}

function verdictOf(value: Json | undefined): Verdict | undefined {
  if (typeof value !== "string") return undefined;
  const word = value.trim().toLowerCase();
  return VERDICTS.find((verdict) => verdict === word);
}

function unreadable(code: CheckCode, reason: string): VerdictReading {
  return { ok: false, code, reason };
}
