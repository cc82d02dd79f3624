import { z } from "zod";
import { messageOf, PatchProError } from "../../domain/errors.ts";
import type { Embedder } from "../../ports/embedder.ts";
import { readBaseUrl } from "./base-url.ts";
import { oneLine, redactor } from "./redact.ts";
import { parseSpec } from "./spec.ts";

/** Texts in one request: endpoints take at least as many. */
const AT_ONCE = 64;
const LONGEST_TEXT = 4000;

const reply = z.object({ data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()).min(1) })) });

export interface EmbedderOptions {
  /** `openai:NAME`, `compatible:NAME`, `ollama:NAME`: an endpoint with `/embeddings` as OpenAI has it. */
  readonly spec: string;
  /** Instead of the provider's own address. */
  readonly baseUrl?: string | undefined;
  readonly apiKey?: string | undefined;
  /** Milliseconds for each request. */
  readonly timeoutMs: number;
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * Vectors from an OpenAI-compatible endpoint (platform.openai.com/docs/api-reference/embeddings). Throws
 * `PatchProError("config")` for a model that is not named well or has no address; `embed` rejects with
 * `PatchProError("provider")` if the endpoint does not answer with one vector for each text.
 */
export function createEmbedder(options: EmbedderOptions): Embedder {
  const { kind, model, baseUrl: own } = parseSpec(options.spec);
  const written = options.baseUrl ?? own;
  if (written === undefined || kind === "anthropic" || kind === "google")
    throw new PatchProError(
      "config",
      `${options.spec} has no embeddings endpoint of the form that OpenAI has`,
      "Name openai:MODEL, ollama:MODEL, or compatible:MODEL with [model] base_url; or leave --embedder out.",
    );
  const address = readBaseUrl(written, "/v1").url.replace(/\/+$/, "");
  const apiKey = options.apiKey?.trim() ?? "";
  const redact = redactor([apiKey]);
  const ask = options.fetch ?? fetch;

  const batch = async (texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> => {
    const limit = AbortSignal.timeout(options.timeoutMs);
    const answer = await ask(`${address}/embeddings`, {
      method: "POST",
      redirect: "error",
      headers: { "content-type": "application/json", ...(apiKey !== "" && { authorization: `Bearer ${apiKey}` }) },
      body: JSON.stringify({ model, input: texts.map((text) => text.slice(0, LONGEST_TEXT) || " ") }),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    const body = await answer.text();
    if (!answer.ok) throw new Error(`HTTP ${answer.status}: ${oneLine(redact(body))}`);
    const { data } = reply.parse(JSON.parse(body));
    const vectors = data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => Float32Array.from(embedding));
    if (vectors.length !== texts.length || vectors.some(({ length }) => length !== vectors[0]?.length))
      throw new Error(`${vectors.length} vectors came for ${texts.length} texts`);
    return vectors;
  };

  return {
    name: options.spec,
    async embed(texts, signal) {
      const vectors: Float32Array[] = [];
      try {
        for (let at = 0; at < texts.length; at += AT_ONCE)
          vectors.push(...(await batch(texts.slice(at, at + AT_ONCE), signal)));
      } catch (error) {
        signal?.throwIfAborted();
        throw new PatchProError(
          "provider",
          `${options.spec} gave no embeddings: ${oneLine(redact(messageOf(error)))}`,
          "Check the model's name, the address and the key; without --embedder the built-in one is used.",
          { cause: error },
        );
      }
      return vectors;
    },
  };
}
