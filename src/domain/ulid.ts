import { randomBytes } from "node:crypto";

/** Crockford's base 32: no I, L, O, U. */
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const TIME_DIGITS = 10;
const RANDOM_DIGITS = 16;
const LATEST = 2 ** 48 - 1;

/** Makes ids that sort by the time they were made. `now`: milliseconds since the epoch, UTC. */
export type NewUlid = (now: number) => string;

/**
 * A maker of ULIDs (github.com/ulid/spec): 26 characters, ten of time and sixteen random. Ids of one maker always
 * rise, also within a millisecond and when the clock steps back: then the last id is counted up. `random` fills 16 digits of 0 to 31.
 */
export function ulidMaker(random: () => number[] = randomDigits): NewUlid {
  let time = -1;
  let tail: number[] = [];
  return (now) => {
    const wanted = Math.min(LATEST, Math.max(0, Math.trunc(now)));
    if (wanted > time) {
      time = wanted;
      tail = random();
    } else if (!countUp(tail)) {
      time += 1;
      tail = random();
    }
    return encodeTime(time) + tail.map((digit) => DIGITS[digit]).join("");
  };
}

/** Milliseconds since the epoch that a ULID was made at; undefined if the text is none. */
export function timeOfUlid(id: string): number | undefined {
  if (!/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id)) return undefined;
  let time = 0;
  for (const digit of id.slice(0, TIME_DIGITS)) time = time * 32 + DIGITS.indexOf(digit);
  return time;
}

function encodeTime(time: number): string {
  let text = "";
  for (let rest = time; text.length < TIME_DIGITS; rest = Math.floor(rest / 32))
    text = (DIGITS[rest % 32] ?? "0") + text;
  return text;
}

function randomDigits(): number[] {
  return Array.from(randomBytes(RANDOM_DIGITS), (byte) => byte % 32);
}

/** Adds one in place; false if every digit was at its highest. */
function countUp(digits: number[]): boolean {
  for (let at = digits.length - 1; at >= 0; at -= 1) {
    const digit = digits[at] ?? 0;
    if (digit < 31) {
      digits[at] = digit + 1;
      return true;
    }
    digits[at] = 0;
  }
  return false;
}
