import { z } from "zod";
import type { CheckCode } from "../../domain/check.ts";
import type { Exchange } from "./exchange.ts";
import { isExhausted, mayPass } from "./policy.ts";
import { oneLine } from "./redact.ts";

/** Why no reply came, in the words of the port. */
export interface Failure {
  readonly code: CheckCode;
  readonly reason: string;
  readonly retryable: boolean;
  readonly httpStatus?: number;
}

/** Every exchange but an answer. */
export type Unanswered = Exclude<Exchange, { kind: "answered" }>;

const OVERFLOW =
  /context[ _-]?(?:length|window|size|limit)|maximum (?:context|prompt)|too many (?:input )?tokens|prompt is too long|input (?:is )?too long|exceeds? the (?:maximum|available|limit)[^.]*tokens|input token count|max_new_tokens. must be/i;
const FILTERED = /content[_ ]?(?:filter|policy|management)|responsible.?ai|safety system|usage polic|moderation/i;
const BAD_KEY =
  /api[ _-]?key (?:not valid|is invalid|expired)|invalid[ _](?:api[ _-]?key|x-api-key)|incorrect api key|API_KEY_INVALID|authentication/i;

/** Names a failed exchange. Give it an exchange whose texts are redacted. */
export function failureOf(exchange: Unanswered): Failure {
  switch (exchange.kind) {
    case "timed-out":
      return { code: "LLM_TIMEOUT", reason: "the model did not answer in time", retryable: true };
    case "stopped":
      return { code: "LLM_ERROR", reason: "stopped before the model answered", retryable: false };
    case "unsendable": {
      const reason = `the request cannot be put into the provider's format: ${oneLine(exchange.message)}`;
      return { code: "LLM_ERROR", reason, retryable: false };
    }
    case "held-back": {
      const reason = `the server asks to wait ${seconds(exchange.ms)}, longer than this request may take`;
      return { code: "LLM_RATE_LIMIT", reason, retryable: true };
    }
    case "broken": {
      const reason = `the server failed too often and is left alone for ${seconds(exchange.ms)}`;
      return { code: "LLM_ERROR", reason, retryable: true };
    }
    case "disconnected":
      return {
        code: "LLM_ERROR",
        reason: `the connection to the model ${exchange.sent ? "broke off" : "could not be made"}: ${oneLine(exchange.message)}`,
        retryable: true,
      };
    case "unreadable": {
      const what =
        exchange.body.trim() === ""
          ? "an empty body"
          : `something else than a reply (${exchange.contentType || "no content type"}): ${complaint(exchange.body)}`;
      return {
        code: "LLM_ERROR",
        reason: `the server answered ${what}`,
        retryable: false,
        httpStatus: exchange.status,
      };
    }
    case "rejected": {
      const { code, words } = rejection(exchange.status, exchange.body, exchange.headers);
      const said = complaint(exchange.body);
      const reason = `${words} (HTTP ${exchange.status})${said === "" ? "" : `: ${said}`}`;
      return { code, reason, retryable: mayPass(exchange), httpStatus: exchange.status };
    }
  }
}

function rejection(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>>,
): { code: CheckCode; words: string } {
  if ((status === 400 || status === 403) && FILTERED.test(body))
    return { code: "LLM_CONTENT_FILTER", words: "the provider's filter refused the request" };
  if (status === 401 || status === 403 || (status === 400 && BAD_KEY.test(body))) {
    return { code: "LLM_AUTH", words: "the server does not accept the key" };
  }
  if (status === 402) return { code: "LLM_AUTH", words: "the account cannot pay for the request" };
  if (isExhausted(body)) return { code: "LLM_RATE_LIMIT", words: "the account's quota is used up" };
  if (status === 429) return { code: "LLM_RATE_LIMIT", words: "the server asks to slow down" };
  if (status === 408 || status === 504)
    return { code: "LLM_TIMEOUT", words: "the server gave up waiting for the model" };
  if (status === 413 || ((status === 400 || status === 422 || status === 500) && OVERFLOW.test(body))) {
    return { code: "LLM_CONTEXT_OVERFLOW", words: "the request is too long for the model" };
  }
  if (status === 404) return { code: "LLM_ERROR", words: "the server knows no such model or address" };
  if (status === 529 || status === 503) return { code: "LLM_ERROR", words: "the server is overloaded" };
  if (status >= 300 && status < 400) {
    return {
      code: "LLM_ERROR",
      words: `the server redirects to ${withoutQuery(headers.location)}, which is not followed; set that as the base URL`,
    };
  }
  return { code: "LLM_ERROR", words: status >= 500 ? "the server failed" : "the server refused the request" };
}

/** Whether the exchange says why it failed by itself, so that asking in another mode cannot help. */
export function isExplained(exchange: Unanswered): boolean {
  return exchange.kind !== "rejected" || failureOf(exchange).code !== "LLM_ERROR";
}

/** Whether the request has more tokens than the model's context holds. */
export function isTooLong(exchange: Exchange): boolean {
  return exchange.kind === "rejected" && failureOf(exchange).code === "LLM_CONTEXT_OVERFLOW";
}

/** The server's own sentence in an error body; the title or first words of anything else. */
function complaint(body: string): string {
  if (/^\s*(?:<!doctype|<html)/i.test(body)) {
    const title = /<title[^>]*>([^<]*)/i.exec(body)?.[1] ?? "";
    return oneLine(`a web page ${title === "" ? "" : `titled "${title}"`}`);
  }
  return oneLine(sentenceIn(jsonOrText(body)) ?? body);
}

function sentenceIn(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return sentenceIn(value[0]);
  if (typeof value !== "object" || value === null) return undefined;
  for (const name of ["error", "message", "detail", "msg"]) {
    if (name in value) {
      const found = sentenceIn(Reflect.get(value, name));
      if (found !== undefined) return found + passedOn(value);
    }
  }
  return undefined;
}

/** What a gateway says that its provider said (OpenRouter): its own sentence is always the same. */
function passedOn(error: object): string {
  const { data } = z.object({ metadata: z.object({ raw: z.string() }) }).safeParse(error);
  const told = data === undefined ? undefined : sentenceIn(jsonOrText(data.metadata.raw));
  return told === undefined ? "" : `: ${told}`;
}

function jsonOrText(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function seconds(ms: number): string {
  return `${Math.ceil(ms / 1000)} s`;
}

function withoutQuery(location: string | undefined): string {
  return location?.replace(/[?#].*$/s, "") ?? "an unnamed address";
}
