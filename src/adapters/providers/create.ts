import { PatchProError } from "../../domain/errors.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Provider } from "../../ports/provider.ts";
import { anthropic } from "./anthropic.ts";
import { readBaseUrl } from "./base-url.ts";
import { compatible } from "./compatible.ts";
import type { Dialect } from "./dialect.ts";
import { type Connection, endpointProvider } from "./endpoint.ts";
import { createEndpoints, type Endpoints } from "./endpoints.ts";
import { google } from "./google.ts";
import { openai } from "./openai.ts";
import { DEFAULT_RETRY, type RetrySettings } from "./policy.ts";
import { FREE, type PriceTable, priceOf } from "./prices.ts";
import { redactor } from "./redact.ts";
import { type ModelSpec, parseSpec } from "./spec.ts";

/** A model as the configuration names it. Keys are passed in: nothing here reads the environment. */
export interface ProviderOptions {
  /** `openai:NAME`, `anthropic:NAME`, `google:NAME`, `compatible:NAME`, `ollama:NAME`, … */
  readonly spec: string;
  /** Instead of the provider's own address. `openai:NAME` with one is asked by plain chat completions. */
  readonly baseUrl?: string | undefined;
  readonly apiKey?: string | undefined;
  /** Added to every request; their values are secrets. */
  readonly headers?: Readonly<Record<string, string>>;
  /** `responses`: the server at `baseUrl` speaks OpenAI's Responses API. */
  readonly wire?: "chat" | "responses";
  /** The user's own prices, before ours. */
  readonly prices?: PriceTable;
  /** The user says that this endpoint costs nothing. */
  readonly free?: boolean;
  readonly clock: Clock;
  /** Draws from [0, 1), for the jitter of retries. */
  readonly random?: () => number;
  /** Shared by providers that may talk to the same endpoint. */
  readonly endpoints?: Endpoints;
  readonly retry?: RetrySettings;
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * A provider for a model at an endpoint. Nothing is sent and no SDK is loaded before the first `ask`.
 * Throws `PatchProError("config")` for a model that is not named well, a missing address or a missing key.
 */
export function createProvider(options: ProviderOptions): Provider {
  return endpointProvider(connectionOf(options));
}

function connectionOf(options: ProviderOptions): Connection {
  const spec = parseSpec(options.spec);
  const dialect = dialectOf(spec, options);
  const address = addressOf(spec, options, dialect);
  const apiKey = options.apiKey?.trim() ?? "";
  if (apiKey === "" && options.baseUrl === undefined && spec.kind !== "compatible") throw missingKey(options.spec);

  const { clock } = options;
  const endpoints = options.endpoints ?? createEndpoints(() => clock.now());
  const basic = apiKey === "" && address.basicAuth !== undefined ? { authorization: address.basicAuth } : {};
  const headers = { ...basic, ...options.headers };
  const query = Object.values(address.query);
  return {
    name: options.spec,
    model: spec.model,
    baseUrl: address.url,
    // The SDK looks for a key in the environment if it is given none; the place-holder is not sent.
    apiKey: apiKey === "" ? "none" : apiKey,
    dialect,
    http: { headers, query: address.query, keyed: apiKey !== "", ...(options.fetch ? { fetch: options.fetch } : {}) },
    price: options.free === true ? FREE : priceOf(spec.model, ownPrices(options)),
    redact: redactor([
      apiKey,
      ...address.secrets,
      ...Object.values(headers),
      ...query.filter((value) => value.length > 15),
    ]),
    endpoint: endpoints.at(address.url),
    clock,
    random: options.random ?? Math.random,
    retry: options.retry ?? DEFAULT_RETRY,
  };
}

/** A server at an address of the user's own is only known to speak chat completions, whoever's model it serves. */
function dialectOf(spec: ModelSpec, options: ProviderOptions): Dialect {
  if (spec.kind === "anthropic") return anthropic;
  if (spec.kind === "google") return google;
  const own = spec.kind === "openai" && (options.baseUrl === undefined || isOpenAi(options.baseUrl));
  return (options.wire ?? (own ? "responses" : "chat")) === "responses" ? openai : compatible;
}

function isOpenAi(baseUrl: string): boolean {
  return URL.canParse(baseUrl) && new URL(baseUrl).hostname === "api.openai.com";
}

function addressOf(spec: ModelSpec, options: ProviderOptions, dialect: Dialect) {
  const written = options.baseUrl ?? spec.baseUrl;
  if (written !== undefined) return readBaseUrl(written, dialect.barePath);
  const hint = "Set the model's base URL, such as http://localhost:8000/v1.";
  throw new PatchProError("config", `"${options.spec}" needs an address`, hint);
}

/** `openai:gpt-5-mini` in the user's table means this model too. */
function ownPrices({ spec, prices = {} }: ProviderOptions): PriceTable {
  const named = Object.hasOwn(prices, spec) ? prices[spec] : undefined;
  return named === undefined ? prices : { ...prices, [parseSpec(spec).model]: named };
}

function missingKey(spec: string): PatchProError {
  const hint = "Set the provider's key in the environment, or a base URL of a server that needs none.";
  return new PatchProError("config", `"${spec}" needs a key`, hint);
}
