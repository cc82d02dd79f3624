import type { Span } from "./location.ts";
import { entropy, isStandIn, isTypedRun, looksRandom } from "./secret-words.ts";

/** Names that hold secrets, wherever in the identifier they stand. */
const SECRET_NAME =
  /passw(?:or)?d|passphrase|\bpwd|_pwd|secret|token|api[-_]?key|apikey|access[-_]?key|private[-_]?key|signing[-_]?key|encryption[-_]?key|account[-_]?key|auth[-_]?key|credential|client[-_]?secret/gi;

/** From the end of the name's word to an opening quote: `_KEY: str = "`, `"] = b'`, `": "`, ` => "`, `=`. */
const TO_QUOTED =
  /[\w-]{0,40}["'`]?\]?\s{0,8}(?::\s{0,4}[A-Za-z_][\w.| [\]]{0,40}?\s{0,4}(?==))?(?:=>|:=|=(?!=)|:)\s{0,8}(?:[rbuRBU]{1,2}(?=["'`]))?(["'`])/y;
/** The same for settings files, where the value ends the line. */
const TO_BARE = /[\w.-]{0,40}[ \t]{0,8}[=:][ \t]{0,8}(?=[^\s"'`])/y;
const BARE_VALUE = /[A-Za-z0-9+/=_.~:@!#$%^&*-]{8,300}(?=[ \t]*(?:#.*)?$)/my;
/** What may stand before the name on its line there. */
const BEFORE_NAME = /[\r\n][ \t]*(?:export\s+|-\s+|set\s+|ENV\s+)?[\w.-]*$/;
const BEFORE_NAME_LENGTH = 100;

const LONGEST_VALUE = 500;

/** Values of variables, keys and arguments whose name says that they are secret. */
export function* secretAssignments(text: string): Generator<Span> {
  for (const { index, 0: word } of text.matchAll(SECRET_NAME)) {
    const after = index + word.length;
    const span = quotedValue(text, after) ?? bareValue(text, index, after);
    if (span) yield span;
  }
}

function quotedValue(text: string, after: number): Span | undefined {
  TO_QUOTED.lastIndex = after;
  const opening = TO_QUOTED.exec(text);
  const quote = opening?.[1];
  if (opening === null || quote === undefined) return undefined;
  const start = opening.index + opening[0].length;
  let end = start;
  const last = Math.min(text.length, start + LONGEST_VALUE);
  while (end < last && text[end] !== quote && text[end] !== "\n" && text[end] !== "\r")
    end += text[end] === "\\" ? 2 : 1;
  if (end >= last || text[end] !== quote) return undefined;
  return isSecretValue(text.slice(start, end)) ? { start, end } : undefined;
}

function bareValue(text: string, index: number, after: number): Span | undefined {
  const from = Math.max(0, index - BEFORE_NAME_LENGTH);
  const before = text.slice(from, index);
  if (!BEFORE_NAME.test(from === 0 ? `\n${before}` : before)) return undefined;
  TO_BARE.lastIndex = after;
  if (!TO_BARE.test(text)) return undefined;
  const start = TO_BARE.lastIndex;
  BARE_VALUE.lastIndex = start;
  const value = BARE_VALUE.exec(text)?.[0];
  if (value === undefined || !looksRandom(value) || !isSecretValue(value)) return undefined;
  return { start, end: start + value.length };
}

const ADDRESS_OR_PATH = /^(?:[a-z][a-z0-9+.-]*:\/\/|\.{0,2}\/|~\/|[A-Za-z]:\\|[\w-]+(?:\/[\w.-]+)+\/?$)/;
const WORDS = /^[A-Za-z]+(?:[-_. :/,][A-Za-z]+)*[.:!?]?\d{0,2}$/;
const DOTTED = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+(?:\(.*\))?$/;
const SNAKE = /^[a-z]+\d*(?:[-_][a-z]*\d{0,4})+$|^[A-Z]+\d*(?:_[A-Z]*\d{0,4})+$/;

/** Whether the value of a variable with a secret's name is a secret, and not a name, an address, words or a stand-in. */
function isSecretValue(value: string): boolean {
  if (value.length < 8 || /\s/.test(value) || isStandIn(value) || isTypedRun(value)) return false;
  if (ADDRESS_OR_PATH.test(value) || WORDS.test(value) || DOTTED.test(value) || SNAKE.test(value)) return false;
  if (/[\\<>()[\]{}|]/.test(value) && !looksRandom(value)) return false;
  return /\d/.test(value) && /[A-Za-z]/.test(value) && entropy(value) > 2.5;
}
