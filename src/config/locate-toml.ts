import { type KeyPath, KeyPositions } from "./key-positions.ts";

/**
 * Finds where each key stands in a TOML text that a real parser has already accepted (TOML 1.0.0). On a text that is not
 * TOML the answer is of no use, but it comes: the scan always moves forward.
 */
export function locateTomlKeys(text: string): KeyPositions {
  const scan = new TomlScan(text);
  scan.document();
  return scan.positions;
}

class TomlScan {
  readonly positions: KeyPositions;
  readonly #text: string;
  /** How many tables each `[[array]]` has so far. */
  readonly #arrays = new Map<string, number>();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.positions = new KeyPositions(text);
  }

  document(): void {
    let table: KeyPath = [];
    for (this.#skipBlank(); this.#at < this.#text.length; this.#skipBlank()) {
      if (this.#text[this.#at] === "[") table = this.#header();
      else this.#entry(table);
    }
  }

  #header(): KeyPath {
    const isArray = this.#text.startsWith("[[", this.#at);
    this.#at += isArray ? 2 : 1;
    const path = this.#key([], isArray);
    while (this.#text[this.#at] === "]") this.#at += 1;
    return path;
  }

  #entry(table: KeyPath): void {
    const before = this.#at;
    const path = this.#key(table, false);
    if (this.#text[this.#at] === "=") {
      this.#at += 1;
      this.#value(path);
    }
    if (this.#at === before) this.#at += 1;
  }

  /** A dotted key; notes each part. Leaves the scan behind it and the blanks that follow. */
  #key(table: KeyPath, opensArray: boolean): KeyPath {
    let path = table;
    for (;;) {
      this.#skipSpaces();
      const start = this.#at;
      const name = this.#keyPart();
      path = [...path, name];
      this.positions.note(path, start);
      this.#skipSpaces();
      const hasMore = this.#text[this.#at] === ".";
      path = this.#insideArray(path, opensArray && !hasMore, start);
      if (!hasMore) return path;
      this.#at += 1;
    }
  }

  #insideArray(path: KeyPath, opens: boolean, offset: number): KeyPath {
    const name = JSON.stringify(path);
    const count = (this.#arrays.get(name) ?? 0) + (opens ? 1 : 0);
    if (count === 0) return path;
    this.#arrays.set(name, count);
    const inside = [...path, count - 1];
    this.positions.note(inside, offset);
    return inside;
  }

  #keyPart(): string {
    const start = this.#at;
    const quote = this.#text[start];
    if (quote === '"' || quote === "'") {
      this.#string();
      const raw = this.#text.slice(start + 1, this.#at - 1);
      return quote === '"' ? unescapeBasic(raw) : raw;
    }
    while (/[A-Za-z0-9_-]/.test(this.#text[this.#at] ?? "")) this.#at += 1;
    return this.#text.slice(start, this.#at);
  }

  #value(path: KeyPath): void {
    this.#skipSpaces();
    const first = this.#text[this.#at];
    if (first === '"' || first === "'") this.#string();
    else if (first === "[") this.#list(path);
    else if (first === "{") this.#inlineTable(path);
    else this.#until(/[\n,\]}#]/g);
  }

  #list(path: KeyPath): void {
    this.#at += 1;
    for (let index = 0; this.#at < this.#text.length; index += 1) {
      this.#skipBlank();
      if (this.#text[this.#at] === "]") break;
      const before = this.#at;
      this.positions.note([...path, index], before);
      this.#value([...path, index]);
      this.#skipBlank();
      if (this.#text[this.#at] === "," || this.#at === before) this.#at += 1;
    }
    this.#at += 1;
  }

  #inlineTable(path: KeyPath): void {
    this.#at += 1;
    while (this.#at < this.#text.length) {
      this.#skipBlank();
      if (this.#text[this.#at] === "}") break;
      this.#entry(path);
      this.#skipBlank();
      if (this.#text[this.#at] === ",") this.#at += 1;
    }
    this.#at += 1;
  }

  #string(): void {
    const quote = this.#text[this.#at] === '"' ? '"' : "'";
    const triple = quote.repeat(3);
    if (this.#text.startsWith(triple, this.#at)) {
      this.#at += 3;
      this.#closeString(quote, triple);
      // Up to two quotes may stand right before the closing three.
      while (this.#text[this.#at] === quote) this.#at += 1;
    } else {
      this.#at += 1;
      this.#closeString(quote, quote);
    }
  }

  #closeString(quote: string, end: string): void {
    while (this.#at < this.#text.length && !this.#text.startsWith(end, this.#at)) {
      this.#at += quote === '"' && this.#text[this.#at] === "\\" ? 2 : 1;
    }
    this.#at += end.length;
  }

  #skipSpaces(): void {
    while (this.#text[this.#at] === " " || this.#text[this.#at] === "\t") this.#at += 1;
  }

  #skipBlank(): void {
    for (;;) {
      while (/\s|\uFEFF/.test(this.#text[this.#at] ?? "")) this.#at += 1;
      if (this.#text[this.#at] !== "#") return;
      this.#until(/\n/g);
    }
  }

  #until(stop: RegExp): void {
    stop.lastIndex = this.#at;
    this.#at = stop.exec(this.#text)?.index ?? this.#text.length;
  }
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = { b: "\b", t: "\t", n: "\n", f: "\f", r: "\r", e: "\u001b" };

function unescapeBasic(raw: string): string {
  return raw.replace(
    /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|(.))/g,
    (_, short, long, byte, letter: string) => {
      const hex: string | undefined = short ?? long ?? byte;
      if (hex === undefined) return SHORT_ESCAPES[letter] ?? letter;
      const code = Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : "";
    },
  );
}
