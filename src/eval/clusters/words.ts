import { maskedTokens } from "../../trace/signature.ts";

const STOP = new Set(
  "a an the this that these those it its they them their i you we of in on at to from for with by as and or if so than then but while because into out up over under again once is are was were be been being has have had do does did will would can could may might must should just only also here there what which who whose when where how why all any each both more most other some such own same too very please".split(
    " ",
  ),
);
const MASKS = new Set(["HUNK", "STR", "CODE", "PATH", "HEX", "TIME", "NUM"]);
/** Names that somebody gave to something in their code: they tell two findings apart, not two causes. */
const NAME = /^(?:\p{L}*\d[\p{L}\p{N}_]*|[\p{L}\p{N}]*_[\p{L}\p{N}_]*|\p{Ll}+\p{Lu}[\p{L}\p{N}]*)$/u;

/** The words of a message that may say why it failed: lower case, without masks, names, numbers and words that any sentence has. */
export function tellingWords(message: string): string[] {
  return maskedTokens(message)
    .filter((token) => !MASKS.has(token) && !NAME.test(token))
    .map((token) => token.toLowerCase())
    .filter((token) => token.length > 1 && !STOP.has(token));
}

/** `edits`, `edit`; `leaves`, `leave`: one word in two forms, as far as endings tell. */
export function stemOf(word: string): string {
  return word.length > 3 && word.endsWith("s") && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}
