import type { Span } from "./location.ts";
import { secretAssignments } from "./secret-assignments.ts";
import { SECRET_SHAPES } from "./secret-shapes.ts";
import { entropy, isCharacterTable, isStandIn, looksRandom } from "./secret-words.ts";

/** Something in a text that looks like a secret: the secret itself, without the name or the quotes around it. */
export interface FoundSecret extends Span {
  /** `github-token`, `private-key`, `assignment`, `random`, …: what gave it away. */
  readonly kind: string;
}

/**
 * What in a text looks like a key, a token, a password or a private key. In order, without overlaps; offsets are UTF-16
 * units, end exclusive. Guesses towards few false alarms: stand-ins, hashes, paths and identifiers are left alone.
 * Linear in the length of the text.
 */
export function findSecrets(text: string): FoundSecret[] {
  const found = [
    ...privateKeys(text),
    ...shaped(text),
    ...Array.from(secretAssignments(text), (span) => ({ ...span, kind: "assignment" })),
    ...randomStrings(text),
  ];
  return withoutOverlaps(found);
}

/** The text with every secret replaced by `[secret: kind]`, and how many there were. */
export function redactSecrets(text: string): { readonly text: string; readonly count: number } {
  const found = findSecrets(text);
  let redacted = "";
  let from = 0;
  for (const { start, end, kind } of found) {
    redacted += `${text.slice(from, start)}[secret: ${kind}]`;
    from = end;
  }
  return { text: redacted + text.slice(from), count: found.length };
}

function* shaped(text: string): Generator<FoundSecret> {
  for (const { kind, pattern, random } of SECRET_SHAPES) {
    for (const match of text.matchAll(pattern)) {
      const secret = match.groups?.secret ?? match[0];
      if (isStandIn(secret) || (random && !looksRandom(secret))) continue;
      if (kind === "address-password" && /^(?:pass(?:word|wd)?|pwd|secret|user(?:name)?|token|\d{1,5})$/i.test(secret))
        continue;
      const start = match.index + match[0].lastIndexOf(secret);
      yield { start, end: start + secret.length, kind };
    }
  }
}

const KEY_BEGINS = /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;
const LONGEST_KEY = 20_000;

/** Private key blocks with their markers; one without an end counts as far as its lines look like base64. */
function* privateKeys(text: string): Generator<FoundSecret> {
  for (const { index, 0: marker } of text.matchAll(KEY_BEGINS)) {
    const body = index + marker.length;
    const next = text.indexOf("-----BEGIN", body);
    const within = text.slice(body, Math.min(next === -1 ? text.length : next, body + LONGEST_KEY));
    const closing = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/.exec(within);
    const inner = closing ? within.slice(0, closing.index) : (/^(?:[\sA-Za-z0-9+/=]|\\[nr])*/.exec(within)?.[0] ?? "");
    if (inner.replace(/[^A-Za-z0-9+/]/g, "").length < 40) continue;
    yield {
      start: index,
      end: body + (closing ? closing.index + closing[0].length : inner.trimEnd().length),
      kind: "private-key",
    };
  }
}

const QUOTED_RUN = /(?<=["'`= :])[A-Za-z0-9+/_-]{32,128}={0,2}(?=["'`\s,;]|$)/g;
const HEX = /^[0-9a-f]+$|^[0-9A-F]+$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What stands before checksums in lock files and tables of hashes. */
const CHECKSUM =
  /(?:sha\d{1,3}[-:=_ ]|integrity|md5|checksum|digest|hash|base64,|fingerprint|etag|signature|certificate|nonce)[^\n]{0,40}$/i;

/** Strings of 32 to 128 characters that no person would think up. Hashes in hex are not: they stand in every lock file. */
function* randomStrings(text: string): Generator<FoundSecret> {
  for (const { index, 0: run } of text.matchAll(QUOTED_RUN)) {
    if (HEX.test(run) || UUID.test(run) || isStandIn(run) || isCharacterTable(run) || /^sha\d+-/.test(run)) continue;
    if (!/[a-z]/.test(run) || !/[A-Z]/.test(run) || !/\d/.test(run)) continue;
    if (entropy(run) < 4.2 || !looksRandom(run)) continue;
    if (CHECKSUM.test(text.slice(Math.max(0, index - 60), index))) continue;
    yield { start: index, end: index + run.length, kind: "random" };
  }
}

function withoutOverlaps(found: readonly FoundSecret[]): FoundSecret[] {
  const kept: FoundSecret[] = [];
  for (const each of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || each.start >= last.end) kept.push(each);
    else if (each.end > last.end) kept[kept.length - 1] = { ...last, end: each.end };
  }
  return kept;
}
