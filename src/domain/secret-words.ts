/** What people write where a secret will stand one day, or stood: examples, masks, references to other places. */
const STAND_IN =
  /example|change[-_ ]?(?:me|this|it)|place-?holder|dummy|your[-_ ]?|<[^>]*>|\*{3}|x{4}|\.{3}|…|redacted|masked|insert[-_ ]|not[-_ ]?(?:a[-_ ]?)?(?:real|secret|used|set)|\$\{|\{\{|%\(|%s|sample|foo_?bar|lorem|(?:SECRET|HIDDEN|MASKED)\d+_/i;

/** Whether a value is a stand-in for a secret and not one. */
export function isStandIn(value: string): boolean {
  return STAND_IN.test(value) || /^(.{1,3})\1+.{0,2}$/.test(value);
}

/** Whether a value is a run along the keyboard or the alphabet, as people type it into tests. */
export function isTypedRun(value: string): boolean {
  return /123456789|0123456|abcdefgh|qwerty/i.test(value);
}

/** The words and numbers of which a name is put together: `fooBar_12` has three. A capital belongs to the letters after it. */
const PIECE = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+|[^A-Za-z0-9]/g;

/**
 * Whether a text changes between small letters, capitals and digits as often as keys do and words do not. Judged by the
 * mean length of its pieces; keys have 1.2 to 2, identifiers and paths more than 3.
 */
export function looksRandom(value: string): boolean {
  const solid = value.replace(/[^A-Za-z0-9]/g, "");
  if (solid.length < 8 || !/\d/.test(solid) || !/[A-Za-z]/.test(solid)) return false;
  if (/^[0-9a-f]+$/.test(solid) || /^[0-9A-F]+$/.test(solid)) return solid.length >= 16 && digitShare(solid) > 0.3;
  const pieces = solid.match(PIECE) ?? [];
  return solid.length / pieces.length < 2.6;
}

function digitShare(text: string): number {
  return text.replace(/\D/g, "").length / text.length;
}

/** Shannon entropy of a text's characters, in bits per character. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Whether a text runs along the alphabet or the digits, as tables of characters do. */
export function isCharacterTable(text: string): boolean {
  let steps = 0;
  for (let i = 1; i < text.length; i++) if (text.charCodeAt(i) === text.charCodeAt(i - 1) + 1) steps++;
  return steps > text.length / 3;
}
