/** A JSON-like value read from a model's text. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export type LenientResult =
  | { readonly ok: true; readonly value: Json; readonly end: number; readonly mended: readonly string[] }
  | { readonly ok: false; readonly cutOff: boolean; readonly at: number };

const MAX_DEPTH = 60;

class Unreadable extends Error {
  readonly at: number;
  readonly cutOff: boolean;
  constructor(at: number, cutOff: boolean) {
    super("unreadable");
    this.at = at;
    this.cutOff = cutOff;
  }
}

/**
 * Reads the JSON value that begins at `from`, forgiving what models write: line ends and quotes inside strings that are not
 * escaped, single quotes, triple quotes and backticks, trailing and missing commas, comments, unquoted keys, Python's
 * `True`, `False` and `None`. Never completes a text that was cut off. `isKey` names the keys that may follow a string: it is
 * what tells a closing quote from one inside.
 */
export function readLenient(text: string, from: number, isKey: (key: string) => boolean): LenientResult {
  const mended = new Set<string>();
  let i = from;

  const fail = (): never => {
    throw new Unreadable(i, i >= text.length);
  };

  function skip(): void {
    for (;;) {
      while (i < text.length && /[\s\u00a0\ufeff]/.test(text[i] ?? "")) i++;
      if (text.startsWith("//", i) || text[i] === "#") {
        mended.add("comments");
        const end = text.indexOf("\n", i);
        i = end < 0 ? text.length : end;
      } else if (text.startsWith("/*", i)) {
        mended.add("comments");
        const end = text.indexOf("*/", i + 2);
        i = end < 0 ? text.length : end + 2;
      } else return;
    }
  }

  function value(depth: number, inObject: boolean): Json {
    if (depth > MAX_DEPTH) fail();
    skip();
    const char = text[i];
    if (char === undefined) return fail();
    if (char === "{") return object(depth);
    if (char === "[") return array(depth);
    if (char === '"' || char === "'" || char === "`") return string(inObject);
    const word = /^[-+.\w]{1,40}/.exec(text.slice(i, i + 41))?.[0];
    if (word === undefined) return fail();
    i += word.length;
    const literal: Record<string, Json> = {
      true: true,
      false: false,
      null: null,
      True: true,
      False: false,
      None: null,
      undefined: null,
      NaN: null,
    };
    if (Object.hasOwn(literal, word)) {
      if (!/^(?:true|false|null)$/.test(word)) mended.add("Python or JavaScript literals");
      return literal[word] ?? null;
    }
    const number = Number(word);
    if (Number.isNaN(number)) fail();
    return number;
  }

  function object(depth: number): Json {
    const made: { [key: string]: Json } = {};
    i++;
    for (;;) {
      skip();
      if (text[i] === "}") {
        i++;
        return made;
      }
      if (text[i] === ",") {
        mended.add("commas");
        i++;
        continue;
      }
      const key = readKey();
      skip();
      if (text[i] !== ":") fail();
      i++;
      const read = value(depth + 1, true);
      if (key !== "__proto__") made[key] = read;
      skip();
      if (text[i] === ",") {
        i++;
        skip();
        if (text[i] === "}") mended.add("commas");
      } else if (text[i] !== "}") {
        if (text[i] === undefined) fail();
        mended.add("commas");
        if (!/["'\w]/.test(text[i] ?? "")) fail();
      }
    }
  }

  function readKey(): string {
    const quote = text[i];
    if (quote === '"' || quote === "'") {
      const end = text.indexOf(quote, i + 1);
      if (end < 0) {
        i = text.length;
        return fail();
      }
      if (quote === "'") mended.add("quotes");
      const key = text.slice(i + 1, end);
      i = end + 1;
      return key;
    }
    const key = /^[A-Za-z_$][\w$-]{0,80}/.exec(text.slice(i, i + 82))?.[0];
    if (key === undefined) return fail();
    mended.add("quotes");
    i += key.length;
    return key;
  }

  function array(depth: number): Json {
    const made: Json[] = [];
    i++;
    for (;;) {
      skip();
      if (text[i] === "]") {
        i++;
        return made;
      }
      if (text[i] === ",") {
        mended.add("commas");
        i++;
        continue;
      }
      made.push(value(depth + 1, false));
      skip();
      if (text[i] === ",") {
        i++;
        skip();
        if (text[i] === "]") mended.add("commas");
      } else if (text[i] === undefined) fail();
    }
  }

  function string(inObject: boolean): string {
    for (const triple of ['"""', "'''"]) {
      if (!text.startsWith(triple, i) || text[i + 3] === triple[0]) continue;
      const end = text.indexOf(triple, i + 3);
      if (end >= 0 && !/^"""\s*[,}\]:]/.test(text.slice(i, i + 12))) {
        mended.add("triple quotes");
        const raw = text.slice(i + 3, end).replace(/^\r?\n/, "");
        i = end + 3;
        return raw;
      }
    }
    const quote = text[i] ?? '"';
    if (quote !== '"') mended.add("quotes");
    i++;
    const parts: string[] = [];
    let chunk = i;
    const flush = (to: number) => parts.push(text.slice(chunk, to));
    for (;;) {
      const char = text[i];
      if (char === undefined) return fail();
      if (char === "\\") {
        flush(i);
        parts.push(readEscape());
        chunk = i;
      } else if (char === quote && closes(quote, inObject)) {
        flush(i);
        i++;
        return parts.join("");
      } else {
        if (char === quote) mended.add("quotes inside strings");
        else if (char === "\n" && quote !== "`") mended.add("line ends inside strings");
        i++;
      }
    }
  }

  function readEscape(): string {
    const letter = text[i + 1];
    if (letter === undefined) {
      i = text.length;
      return fail();
    }
    if (letter === "u") {
      const hex = /^[0-9a-fA-F]{4}/.exec(text.slice(i + 2, i + 6))?.[0];
      if (hex !== undefined) {
        i += 6;
        return String.fromCharCode(Number.parseInt(hex, 16));
      }
    }
    i += 2;
    const known: Readonly<Record<string, string>> = {
      '"': '"',
      "'": "'",
      "\\": "\\",
      "/": "/",
      "`": "`",
      b: "\b",
      f: "\f",
      n: "\n",
      r: "\r",
      t: "\t",
    };
    const char = known[letter];
    if (char !== undefined) return char;
    mended.add("escapes");
    return letter === "\n" ? "\n" : `\\${letter}`;
  }

  /** Whether the quote at `i` ends its string, by what follows it. */
  function closes(quote: string, inObject: boolean): boolean {
    let k = i + 1;
    while (k < text.length && k < i + 2000 && /\s/.test(text[k] ?? "")) k++;
    const next = text[k];
    if (next === undefined) return true;
    if (next === ":") return false;
    if (next === ",") {
      const after = text.slice(k + 1, k + 400);
      if (!inObject) return /^\s*(?:["'`{[\]]|\/\/|-?\d|null|None)/.test(after);
      const key = /^(?:\s|\/\/[^\n]*\n|\/\*[^*]*\*\/)*(?:(["'])([A-Za-z_][\w -]{0,60})\1|([A-Za-z_]\w{0,60}))\s*:/.exec(
        after,
      );
      if (key !== null) return isKey(key[2] ?? key[3] ?? "");
      return /^\s*\}/.test(after);
    }
    if (next === "}") return /^\}\s*(?:,\s*[{"']|,?\s*[\]}]|$|```|\n\s*[^\s"',:)\]}]|;)/.test(text.slice(k, k + 400));
    if (next === "]") return !inObject;
    if (next === quote || next === "'" || next === '"') {
      const key = /^(["'])([A-Za-z_]\w{0,60})\1\s*:/.exec(text.slice(k, k + 80));
      return inObject && key !== null && isKey(key[2] ?? "");
    }
    return false;
  }

  try {
    const read = value(0, false);
    return { ok: true, value: read, end: i, mended: [...mended] };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { ok: false, cutOff: error.cutOff, at: error.at };
  }
}
