import type { ReplyMode, Usage } from "../../ports/provider.ts";

/** One request as it goes onto the wire. */
export interface Ask {
  readonly system: string;
  readonly user: string;
  readonly schema: Readonly<Record<string, unknown>> | undefined;
  readonly mode: ReplyMode;
  readonly maxOutputTokens: number;
  readonly temperature: number | undefined;
}

/** What a server answered, before anything is made of it. */
export interface Answer {
  readonly kind: "answered";
  /** The reply's own text, or a tool call's arguments, exactly as they came. */
  readonly text: string;
  /** `stop`, `length`, `content-filter`, `tool-calls`, `error`, `other`. */
  readonly finishReason: string;
  /** The model's or the provider's words for not answering. */
  readonly refusal: string | undefined;
  readonly usage: Usage;
  readonly model: string;
  readonly warnings: readonly string[];
}

/** The server answered with a status that is no success. */
interface Rejection {
  readonly kind: "rejected";
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How one request ended. Every end is a value. */
export type Exchange =
  | Answer
  | Rejection
  /** A success without a reply in it: a web page, half a JSON. */
  | { readonly kind: "unreadable"; readonly status: number; readonly contentType: string; readonly body: string }
  /** No connection, or one that broke. `sent`: the server may have worked (and billed) before it did. */
  | { readonly kind: "disconnected"; readonly message: string; readonly sent: boolean }
  /** `sent`: the time ran out with the request under way, not while it waited for its turn. */
  | { readonly kind: "timed-out"; readonly sent: boolean }
  /** The caller's signal. */
  | { readonly kind: "stopped"; readonly sent: boolean }
  /** Not sent: the SDK cannot put this request into the wire's format. */
  | { readonly kind: "unsendable"; readonly message: string }
  /** Not sent: the endpoint asked for silence for longer than the request may take. */
  | { readonly kind: "held-back"; readonly ms: number }
  /** Not sent: the endpoint failed too often. */
  | { readonly kind: "broken"; readonly ms: number };

/** Whether the server may have worked for an exchange of which nothing came back. */
export function isLost(exchange: Exchange): boolean {
  return "sent" in exchange && exchange.sent;
}

export const NO_USAGE: Usage = {
  inputTokens: undefined,
  outputTokens: undefined,
  cachedInputTokens: undefined,
  reasoningTokens: undefined,
};
