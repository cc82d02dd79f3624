import type { CheckCode } from "../domain/check.ts";

/** What is asked of a model. Provider adapters add nothing to the words. */
export interface ModelRequest {
  readonly system: string;
  readonly user: string;
  /** JSON Schema (draft-7, strict: every field required) of the wanted reply; undefined for plain text. */
  readonly schema?: Readonly<Record<string, unknown>>;
  readonly maxOutputTokens: number;
  readonly temperature?: number;
  /** Milliseconds for the whole exchange, waiting and retries included. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** What was asked for, independent of the wording: the key of recordings. */
  readonly key: RequestKey;
}

/** Identifies a task so that a recording outlives changes of the prompt's wording. */
export interface RequestKey {
  readonly task: string;
  /** SHA-256 (hex) of the file's text as shown to the model. */
  readonly fileHash: string;
  /** Fingerprints of the findings asked about, sorted. */
  readonly findings: readonly string[];
  /** 1-based. */
  readonly attempt: number;
}

/** Tokens as the provider counted them; undefined where it did not say. Input includes cached, output includes reasoning. */
export interface Usage {
  readonly inputTokens: number | undefined;
  readonly outputTokens: number | undefined;
  readonly cachedInputTokens: number | undefined;
  readonly reasoningTokens: number | undefined;
}

/** How the reply was asked for on the wire. */
export type ReplyMode = "json-schema" | "json-object" | "tool" | "text";

export type ModelReply =
  | {
      readonly ok: true;
      readonly text: string;
      readonly finishReason: string;
      readonly mode: ReplyMode;
      readonly model: string;
      readonly usage: Usage;
      /** US dollars; undefined when the price of the model is not known. */
      readonly costUsd: number | undefined;
      readonly latencyMs: number;
      readonly transportRetries: number;
      readonly warnings: readonly string[];
      /** The answer was paid for before: a recording, or a run that was cut off. */
      readonly replayed?: boolean;
    }
  | {
      readonly ok: false;
      readonly code: CheckCode;
      /** One sentence, secrets removed. */
      readonly reason: string;
      readonly retryable: boolean;
      readonly usage: Usage;
      readonly costUsd: number | undefined;
      readonly latencyMs: number;
      readonly transportRetries: number;
      readonly httpStatus?: number;
      /** What did arrive and was paid for: a reply that was cut off, the words of a refusal. */
      readonly text?: string;
      readonly warnings?: readonly string[];
    };

/** A language model behind some endpoint. `ask` never throws for what the outside does; it answers `ok: false`. */
export interface Provider {
  /** `openai:gpt-5-mini`, `replay:FILE`, … as configured. */
  readonly name: string;
  ask(request: ModelRequest): Promise<ModelReply>;
  /** The most that a request could cost in USD, from its length and `maxOutputTokens`; undefined if the price is unknown. */
  ceilingUsd(request: ModelRequest): number | undefined;
}
