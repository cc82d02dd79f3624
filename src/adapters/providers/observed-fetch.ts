import { messageOf } from "../../domain/errors.ts";
import { patientDispatcher } from "./patience.ts";
import { withoutStream } from "./unasked-stream.ts";

/** What came over the wire for one request, whatever the SDK makes of it. */
interface Observed {
  /** Whether the SDK came as far as sending. */
  readonly tried: boolean;
  /** Undefined until the server's headers arrived. */
  readonly status: number | undefined;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The whole body, decoded as UTF-8, without a stream around it; undefined if it did not arrive whole. */
  readonly body: string | undefined;
  /** Why no whole body arrived. */
  readonly failure: { readonly message: string; readonly sent: boolean } | undefined;
}

export interface ObservedFetch {
  readonly fetch: typeof globalThis.fetch;
  readonly seen: () => Observed;
}

export interface FetchSettings {
  /** Added to each request. */
  readonly headers: Readonly<Record<string, string>>;
  /** Added to each address. */
  readonly query: Readonly<Record<string, string>>;
  /** Whether a key is configured; without one, the SDK's place-holder is taken out of the headers. */
  readonly keyed: boolean;
  /** For tests; the process's own if undefined. */
  readonly fetch?: typeof globalThis.fetch;
}

const KEY_HEADERS = ["authorization", "x-api-key", "x-goog-api-key"];
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * A fetch for one request that remembers what it saw, reads at most 32 MiB, and never follows a redirect:
 * a redirect would carry keys that are not in `Authorization` to another host.
 */
export function observedFetch(settings: FetchSettings): ObservedFetch {
  let seen: Observed = { tried: false, status: undefined, headers: {}, body: undefined, failure: undefined };

  const observed: typeof globalThis.fetch = async (input, init) => {
    seen = { ...seen, tried: true };
    const url = new URL(input instanceof Request ? input.url : input);
    for (const [name, value] of Object.entries(settings.query)) url.searchParams.set(name, value);
    const headers = new Headers(init?.headers);
    if (!settings.keyed) for (const name of KEY_HEADERS) headers.delete(name);
    for (const [name, value] of Object.entries(settings.headers)) headers.set(name, value);
    const dispatcher = settings.fetch === undefined ? await patientDispatcher() : undefined;
    const options: RequestInit = { ...init, headers, redirect: "manual" };
    if (dispatcher !== undefined) Object.assign(options, { dispatcher });
    try {
      const response = await (settings.fetch ?? globalThis.fetch)(url, options);
      seen = { ...seen, status: response.status, headers: Object.fromEntries(response.headers) };
      const came = await readAtMost(response, MOST_BYTES);
      const body = response.ok ? withoutStream(came) : came;
      seen = { ...seen, body };
      const { status, statusText } = response;
      const said = new Headers(response.headers);
      if (body !== came) said.set("content-type", "application/json");
      return new Response(mayHoldBody(status) ? body : null, { status, statusText, headers: said });
    } catch (error) {
      seen = { ...seen, failure: { message: networkWords(error), sent: !neverConnected(error) } };
      throw error;
    }
  };
  return { fetch: observed, seen: () => seen };
}

async function readAtMost(response: Response, most: number): Promise<string> {
  if (response.body === null) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > most) throw new Error(`the answer is longer than ${most} bytes`);
    chunks.push(chunk);
  }
  // Decoded in one piece: a character may be split over chunks.
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function mayHoldBody(status: number): boolean {
  return status !== 204 && status !== 205 && status !== 304;
}

function networkWords(error: unknown): string {
  const cause = causeOf(error);
  return cause === undefined ? messageOf(error) : `${messageOf(error)} (${codeOf(cause) ?? messageOf(cause)})`;
}

const BEFORE_SENDING =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;

function neverConnected(error: unknown): boolean {
  return BEFORE_SENDING.test(codeOf(causeOf(error)) ?? codeOf(error) ?? "");
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined;
}

function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
