import type { Span } from "../../domain/location.ts";
import { findSecrets } from "../../domain/secret.ts";

/** A piece of a secret and what the model sees in its place. */
export interface Mask {
  /** Starts with a word that stands nowhere in the texts of the prompt. */
  readonly placeholder: string;
  /** Holds neither quotes, nor backslashes, nor line ends, so that it fits into JSON as it is. */
  readonly secret: string;
}

/** A secret's parts between characters that replies may have to escape. */
const PIECE = /[^\\"'`\r\n]+|\\[^\r\n]/g;
const WORDS = ["SECRET", "HIDDEN", "MASKED", "WITHHELD"];

/** Hides secrets, the same one always behind the same placeholder, for all texts of one prompt. */
export class Masker {
  readonly #word: string;
  readonly #masks = new Map<string, Mask>();

  /** `texts`: everything that will be shown, so that no placeholder looks like something that stands there. */
  constructor(texts: readonly string[]) {
    const free = (word: string) => !texts.some((text) => new RegExp(`${word}\\d+_`).test(text));
    let at = 0;
    while (!free(wordAt(at))) at++;
    this.#word = wordAt(at);
  }

  get masks(): readonly Mask[] {
    return [...this.#masks.values()];
  }

  /** The file's text with its secrets hidden. Line ends stay where they are; `more` are spans to be hidden as well. */
  hideInFile(text: string, more: readonly Span[]): string {
    return this.#replace(text, merged([...findSecrets(text), ...more]));
  }

  /** A text beside the file: secrets of its own are hidden, and those of the file wherever they are quoted. */
  hide(text: string): string {
    let hidden = text;
    for (const { secret, placeholder } of this.#longestFirst()) {
      if (secret.length >= 6) hidden = hidden.replaceAll(secret, placeholder);
    }
    return this.#replace(hidden, findSecrets(hidden));
  }

  #replace(text: string, spans: readonly Span[]): string {
    let shown = "";
    let from = 0;
    for (const { start, end } of spans) {
      const secret = text
        .slice(start, end)
        .replace(PIECE, (piece) => (piece.startsWith("\\") ? piece : this.#placeholderOf(piece)));
      shown += text.slice(from, start) + secret;
      from = end;
    }
    return shown + text.slice(from);
  }

  #placeholderOf(piece: string): string {
    const secret = piece.trim();
    if (secret === "") return piece;
    const known = this.#masks.get(secret);
    const head = `${this.#word}${this.#masks.size + 1}_`;
    const mask = known ?? { placeholder: head.padEnd(secret.length, "x"), secret };
    this.#masks.set(secret, mask);
    return piece.replace(secret, () => mask.placeholder);
  }

  #longestFirst(): Mask[] {
    return [...this.#masks.values()].sort((a, b) => b.secret.length - a.secret.length);
  }
}

function wordAt(at: number): string {
  const word = WORDS[at % WORDS.length] ?? "SECRET";
  return at < WORDS.length ? word : word + "Q".repeat(Math.floor(at / WORDS.length));
}

/**
 * A model's reply with every placeholder replaced by what it stands for: to be done before anything is anchored.
 * A placeholder that came back with more or fewer filling letters is recognised by its head.
 */
export function unmask(reply: string, masks: readonly Mask[]): string {
  const secrets = new Map(masks.map(({ placeholder, secret }) => [headOf(placeholder), secret]));
  const [first] = masks;
  if (!first) return reply;
  const word = /^[A-Z]+/.exec(first.placeholder)?.[0] ?? "";
  return reply.replace(new RegExp(`(${word}\\d+_)x*`, "g"), (whole, head: string) => secrets.get(head) ?? whole);
}

const headOf = (placeholder: string): string => placeholder.slice(0, placeholder.indexOf("_") + 1);

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last && span.start < last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else if (span.end > span.start) result.push({ start: span.start, end: span.end });
  }
  return result;
}
