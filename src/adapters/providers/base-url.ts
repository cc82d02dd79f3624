import { PatchProError } from "../../domain/errors.ts";

/** An address as the SDK wants it, and what was written into it besides the address. */
export interface BaseUrl {
  /** No trailing slash, no query, no user name. */
  readonly url: string;
  /** From the address's query (`?api-version=…`), to be sent with each request. */
  readonly query: Readonly<Record<string, string>>;
  /** The `Authorization` header for `http://user:password@host`, which fetch refuses to open as it is written. */
  readonly basicAuth: string | undefined;
  /** The password in the address, which must never be printed. */
  readonly secrets: readonly string[];
}

const OPERATION = /\/(?:chat\/completions|completions|responses|messages)$/;

/**
 * Reads an address as people write it: with the operation's own path, a trailing slash, a query, a password.
 * An address without any path is given `bare` (`/v1` for OpenAI's format), where every known server listens.
 * Throws `PatchProError("config")` for anything that is not http(s).
 */
export function readBaseUrl(written: string, bare: string): BaseUrl {
  const parsed = URL.canParse(written) ? new URL(written) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) {
    const hint = "Write the address of the API with its scheme, such as http://localhost:11434/v1.";
    throw new PatchProError("config", "the model's base URL is not an http(s) address", hint);
  }
  const path = parsed.pathname.replace(/\/+$/, "").replace(OPERATION, "");
  const user = decoded(parsed.username);
  const password = decoded(parsed.password);
  const named = user !== "" || password !== "";
  const basic = Buffer.from(`${user}:${password}`).toString("base64");
  return {
    url: `${parsed.protocol}//${parsed.host}${path === "" ? bare : path}`,
    query: Object.fromEntries(parsed.searchParams),
    basicAuth: named ? `Basic ${basic}` : undefined,
    secrets: named ? [password, parsed.password, basic].filter((secret) => secret !== "") : [],
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
