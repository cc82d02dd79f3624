import { z } from "zod";
import { messageOf, PatchProError } from "../../domain/errors.ts";
import { backoffMs, isExhausted, type RetrySettings, retryAfterMs } from "./policy.ts";
import { oneLine, type Redact } from "./redact.ts";

/** Longer than this nobody waits for a server that asks for patience. */
const LONGEST_WAIT_MS = 120_000;

const refusalSchema = z.looseObject({ error: z.looseObject({ message: z.string() }) });

/** How a request may be sent again: any number of times, or only where the server says that it did not take it. */
export type Repeatable = "always" | "if-not-taken";

/** What came of one request. */
export type Answered =
  | { readonly kind: "answer"; readonly status: number; readonly body: string; readonly headers: Headers }
  /** Nothing came back; `sent`: the server may have got it all the same. */
  | { readonly kind: "broken"; readonly message: string; readonly sent: boolean };

/** Sends once. Follows no redirect, which could lead the key astray. Throws only when interrupted. */
export async function exchange(
  url: string,
  init: { readonly method: string; readonly headers: Record<string, string>; readonly body?: string | FormData },
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<Answered> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      ...init,
      redirect: "manual",
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    return { kind: "answer", status: response.status, body: await response.text(), headers: response.headers };
  } catch (error) {
    signal?.throwIfAborted();
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const message = timeout.aborted ? `no answer within ${Math.round(timeoutMs / 1000)} s` : messageOf(cause);
    return { kind: "broken", message, sent: !/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH/.test(messageOf(cause)) };
  }
}

/** Milliseconds to wait before sending again; undefined: it must not be, or would not help. `tries` counts from 0. */
export function waitBefore(
  answer: Answered,
  tries: number,
  on: {
    readonly repeatable: Repeatable;
    readonly retry: RetrySettings;
    readonly random: () => number;
    readonly now: number;
  },
): number | undefined {
  if (tries >= on.retry.retries) return undefined;
  if (answer.kind === "broken")
    return on.repeatable === "always" || !answer.sent ? backoffMs(tries, on.retry, on.random) : undefined;
  const passing =
    answer.status === 429 ? !isExhausted(answer.body) : on.repeatable === "always" && answer.status >= 500;
  if (!passing) return undefined;
  const asked = retryAfterMs(Object.fromEntries(answer.headers), on.now);
  const waitMs = asked ?? backoffMs(tries, on.retry, on.random);
  return waitMs > LONGEST_WAIT_MS ? undefined : waitMs;
}

/** Names what went wrong, for a person. */
export function failureOf(answer: Answered, redact: Redact): PatchProError {
  if (answer.kind === "broken")
    return new PatchProError(
      "network",
      `the connection to the fine-tuning API broke: ${oneLine(redact(answer.message))}`,
      "Try again: what was uploaded is remembered and not sent twice.",
    );
  const { status } = answer;
  const said = oneLine(redact(sentenceIn(answer.body)));
  const words = `HTTP ${status}${said === "" ? "" : `: ${said}`}`;
  if (status === 401 || status === 403)
    return new PatchProError(
      "config",
      `the server does not accept the key (${words})`,
      "Set OPENAI_API_KEY to a key that may fine-tune.",
    );
  if (status === 400 || status === 404 || status === 413 || status === 422)
    return new PatchProError(
      "input",
      `the server refused the request (${words})`,
      "Check the model's name and the dataset.",
    );
  if (status === 429)
    return new PatchProError(
      "provider",
      `the server takes no more requests now (${words})`,
      "Wait, or raise the account's limit, then try again.",
    );
  return new PatchProError("provider", `the fine-tuning API failed (${words})`, "Try again later.");
}

function sentenceIn(body: string): string {
  try {
    const read = refusalSchema.safeParse(JSON.parse(body));
    return read.success ? read.data.error.message : "";
  } catch {
    return /^\s*</.test(body) ? "a web page" : body;
  }
}

/** The body as data of the expected shape. Throws `PatchProError("provider")`. */
export function readAs<T>(schema: z.ZodType<T>, body: string, redact: Redact): T {
  const strange = (): PatchProError =>
    new PatchProError(
      "provider",
      `the fine-tuning API answered something else than expected: ${oneLine(redact(body.slice(0, 200)))}`,
      "Check the base URL.",
    );
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw strange();
  }
  const read = schema.safeParse(value);
  if (!read.success) throw strange();
  return read.data;
}
