import { messageOf } from "../../domain/errors.ts";
import type { Clock } from "../../ports/clock.ts";

/** What became of one request. `rejected`: spans that the collector took the request but not. */
export type OtlpSent =
  | { readonly ok: true; readonly rejected: number; readonly note?: string }
  | { readonly ok: false; readonly reason: string };

export interface OtlpEndpoint {
  /** The collector's base address or the whole path (`…/v1/traces`). */
  readonly url: string;
  /** The whole path it is, whatever it ends with. */
  readonly exact?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds for one request. */
  readonly timeoutMs?: number;
  /** Ends the request and the waiting for another try. */
  readonly signal?: AbortSignal;
}

const TRIES = 4;
const LONGEST_WAIT_MS = 30_000;
const WORTH_ANOTHER_TRY = new Set([429, 502, 503, 504]);

/**
 * Sends one `ExportTraceServiceRequest` as JSON to a collector (OTLP/HTTP). Never throws: refused and unreachable are
 * answers. Tries again where the protocol says so, and waits as long as `Retry-After` asks, up to 30 seconds.
 */
export async function sendOtlp(endpoint: OtlpEndpoint, body: object, clock: Clock): Promise<OtlpSent> {
  const address = endpoint.exact ? endpoint.url : tracesAddress(endpoint.url);
  const text = JSON.stringify(body);
  for (let attempt = 1; ; attempt += 1) {
    const answer = await post(address, text, endpoint);
    const again = answer.status === undefined || WORTH_ANOTHER_TRY.has(answer.status);
    if (!again || attempt === TRIES || endpoint.signal?.aborted) return outcomeOf(answer);
    const waitMs = Math.min(LONGEST_WAIT_MS, answer.waitMs ?? 500 * 2 ** attempt);
    await clock.sleep(waitMs, endpoint.signal).catch(() => undefined);
  }
}

export function tracesAddress(url: string): string {
  return /\/v1\/traces\/?$/.test(url) ? url : `${url.replace(/\/+$/, "")}/v1/traces`;
}

interface Answer {
  readonly status?: number;
  readonly text: string;
  readonly waitMs?: number;
}

async function post(address: string, body: string, endpoint: OtlpEndpoint): Promise<Answer> {
  const timeout = AbortSignal.timeout(endpoint.timeoutMs ?? 10_000);
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { ...endpoint.headers, "content-type": "application/json" },
      body,
      signal: endpoint.signal ? AbortSignal.any([timeout, endpoint.signal]) : timeout,
      redirect: "error",
    });
    const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
    return {
      status: response.status,
      text: (await response.text()).slice(0, 10_000),
      ...(seconds >= 0 && { waitMs: seconds * 1000 }),
    };
  } catch (error) {
    return { text: messageOf(error) };
  }
}

function outcomeOf({ status, text }: Answer): OtlpSent {
  if (status === undefined) return { ok: false, reason: `the collector cannot be reached: ${text}` };
  if (status < 200 || status > 299) return { ok: false, reason: `the collector answered ${status}` };
  const rejected = /"rejectedSpans"\s*:\s*"?(\d+)/.exec(text)?.[1];
  const note = /"errorMessage"\s*:\s*"((?:[^"\\]|\\.){1,300})/.exec(text)?.[1];
  return { ok: true, rejected: Number(rejected ?? 0), ...(note !== undefined && { note }) };
}
