import type { LanguageModel } from "ai";
import type { ReplyMode } from "../../ports/provider.ts";
import type { SdkOptions } from "./sdk-exchange.ts";

/** What one wire format needs of us; each is a file of its own. */
export interface Dialect {
  /** How a shape can be asked for, best first; the last is always `text`. */
  readonly ladder: readonly ReplyMode[];
  /** The path that an address without one means. */
  readonly barePath: string;
  readonly sdkOptions: SdkOptions;
  /** The SDK's model for one request; the SDK's package is loaded at the first. */
  model(binding: Binding): Promise<LanguageModel>;
}

interface Binding {
  readonly model: string;
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly fetch: typeof globalThis.fetch;
  /** The server wants the limit under its newer name, `max_completion_tokens`. */
  readonly newerLimit: boolean;
}
