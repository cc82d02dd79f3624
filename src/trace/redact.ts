import { redactSecrets } from "../domain/secret.ts";
import { looksRandom } from "../domain/secret-words.ts";

/** A text without its secrets, and how many were taken out. */
export interface Redacted {
  readonly text: string;
  readonly count: number;
}

export interface KnownSecrets {
  /** Secret values of the environment: API keys, passwords, the store's address. */
  readonly values?: readonly string[];
  /** Names and values of `.env` files: those whose name or value looks like a secret's are taken out. */
  readonly variables?: Readonly<Record<string, string>>;
}

export interface Redactor {
  /** One text. */
  text(text: string): Redacted;
  /** A copy of plain data with every string redacted, names of fields too; values of the fields in `kept` stay as they are. */
  data<T>(data: T, kept?: ReadonlySet<string>): { readonly data: T; readonly count: number };
}

const SECRET_NAME =
  /key|token|secret|passw|passphrase|pwd|credential|auth|private|dsn|connection|cookie|session|salt|signature/i;
const SHORTEST = 6;
/** Texts that come again are looked through once: system prompts, and the words of which records are made. */
const REMEMBERED = { long: 16, words: 2000 };
const LONGEST_WORD = 64;
const LONG = 2000;

/**
 * Takes secrets out of everything before it is written: those that are known, in the spellings in which a server, a
 * shell or a JSON text may echo them, and whatever looks like a key, token, password, private key, connection string
 * or random string (`domain/secret.ts`). It also makes texts well-formed and free of NUL, which PostgreSQL cannot hold.
 * Hashes in hex are left alone. Known values shorter than six characters are left alone: they would blank ordinary words.
 */
export function redactor(known: KnownSecrets = {}): Redactor {
  const spellings = spellingsOf([...(known.values ?? []), ...secretVariables(known.variables ?? {})]);
  const words = new Map<string, Redacted>();
  const longOnes = new Map<string, Redacted>();

  const text = (raw: string): Redacted => {
    const before = raw.length > LONG ? longOnes.get(raw) : words.get(raw);
    if (before) return before;
    const redacted = redactText(raw, spellings);
    if (raw.length > LONG) remember(longOnes, REMEMBERED.long, raw, redacted);
    else if (raw.length <= LONGEST_WORD) remember(words, REMEMBERED.words, raw, redacted);
    return redacted;
  };

  return {
    text,
    data: (data, kept = new Set()) => {
      const walk = new Walk(text, kept);
      return { data: walk.copy(data), count: walk.count };
    },
  };
}

function redactText(raw: string, spellings: readonly string[]): Redacted {
  let text = raw.toWellFormed().replaceAll("\0", "\ufffd");
  let count = 0;
  for (const secret of spellings) {
    const parts = text.split(secret);
    if (parts.length === 1) continue;
    count += parts.length - 1;
    text = parts.join("[secret: known]");
  }
  const found = redactSecrets(text);
  return { text: found.text, count: count + found.count };
}

class Walk {
  readonly #text: (text: string) => Redacted;
  readonly #kept: ReadonlySet<string>;
  count = 0;

  constructor(text: (text: string) => Redacted, kept: ReadonlySet<string>) {
    this.#text = text;
    this.#kept = kept;
  }

  /** The copy has the shape of what it copies: only strings differ. */
  copy<T>(data: T): T;
  copy(data: unknown): unknown {
    if (typeof data === "string") return this.#string(data);
    if (Array.isArray(data)) return data.map((item: unknown) => this.copy(item));
    if (typeof data !== "object" || data === null) return data;
    return Object.fromEntries(
      Object.entries(data).map(([name, value]: [string, unknown]) =>
        this.#kept.has(name) ? [name, value] : [this.#string(name), this.copy(value)],
      ),
    );
  }

  #string(text: string): string {
    const redacted = this.#text(text);
    this.count += redacted.count;
    return redacted.text;
  }
}

function secretVariables(variables: Readonly<Record<string, string>>): string[] {
  return Object.entries(variables)
    .filter(
      ([name, value]) =>
        (SECRET_NAME.test(name) && !/^(?:true|false|yes|no|on|off|none|null|\d{1,8}|[a-z]{1,12})$/i.test(value)) ||
        isTelling(value),
    )
    .map(([, value]) => value);
}

function isTelling(value: string): boolean {
  return (value.length >= 16 && looksRandom(value)) || redactSecrets(` ${value} `).count > 0;
}

function spellingsOf(secrets: readonly string[]): string[] {
  const all = secrets
    .map((secret) => secret.trim())
    .filter((secret) => secret.length >= SHORTEST)
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret.toWellFormed()),
      JSON.stringify(secret).slice(1, -1),
      ...base64Spellings(secret),
      ...(secret.includes("\n") ? secret.split(/\r?\n/).filter((line) => line.length >= 16) : []),
    ]);
  return [...new Set(all)].sort((a, b) => b.length - a.length);
}

/** What stays of a secret in base64 wherever in the encoded text it begins (a user name may stand before it). */
function base64Spellings(secret: string): string[] {
  if (secret.length < 12) return [];
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)])
      .toString("base64")
      .replace(/=+$/, "");
    return encoded.slice(
      before === 0 ? 0 : before + 1,
      (before + Buffer.byteLength(secret)) % 3 === 0 ? undefined : -1,
    );
  });
}

function remember(remembered: Map<string, Redacted>, most: number, raw: string, redacted: Redacted): void {
  if (remembered.size >= most) {
    const [oldest] = remembered.keys();
    if (oldest !== undefined) remembered.delete(oldest);
  }
  remembered.set(raw, redacted);
}
