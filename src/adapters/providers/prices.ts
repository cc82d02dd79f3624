import type { ModelRequest, Usage } from "../../ports/provider.ts";
import { PRICE_TABLE } from "./price-table.ts";

/** US dollars per million tokens. */
interface Rates {
  readonly input: number;
  /** Tokens that the provider read from its cache; the full input price if undefined. */
  readonly cachedInput?: number;
  readonly output: number;
}

export interface Price extends Rates {
  /** What the whole request costs instead once its input is longer than this. */
  readonly longer?: Rates & { readonly aboveInputTokens: number };
}

/** Prices by model id, without the provider: `gpt-5-mini`. */
export type PriceTable = Readonly<Record<string, Price>>;

/** The price of models that cost nothing: for endpoints that the user declares free. */
export const FREE: Price = { input: 0, output: 0 };

/** `-2025-08-07`, `-20250929`, `@20250929`, `-001`, `-latest`, `-preview`, `-preview-11-2025`: the same model, dated. */
const DATED = /^(?:[-@](?:latest|exp|preview)|[-@]\d{3,8}|-\d{2,4}-\d{2,4}(?:-\d{2})?)+$/;

/**
 * The price of a model: the user's own before ours, an exact id (with or without `provider:`) before an id that only adds a
 * date. Undefined for a model that is not known: an unknown price is never 0.
 */
export function priceOf(model: string, own: PriceTable = {}): Price | undefined {
  const id = model.replace(/^models\//, "");
  const bare = id.slice(id.indexOf(":") + 1);
  return find(own, id) ?? find(own, bare) ?? find(PRICE_TABLE, id) ?? find(PRICE_TABLE, bare);
}

function find(table: PriceTable, model: string): Price | undefined {
  if (Object.hasOwn(table, model)) return table[model];
  const undated = Object.keys(table)
    .filter((id) => model.startsWith(id) && DATED.test(model.slice(id.length)))
    .sort((a, b) => b.length - a.length)[0];
  return undated === undefined ? undefined : table[undated];
}

/** US dollars for known counts. Cached tokens are part of the input, thoughts are part of the output. */
export function costOf(
  tokens: { readonly input: number; readonly cachedInput: number; readonly output: number },
  price: Price,
): number {
  const { longer } = price;
  const rates = longer !== undefined && tokens.input > longer.aboveInputTokens ? longer : price;
  const cached = Math.min(tokens.cachedInput, tokens.input);
  const micro =
    (tokens.input - cached) * rates.input + cached * (rates.cachedInput ?? rates.input) + tokens.output * rates.output;
  return micro / 1_000_000;
}

/** UTF-16 units per token, on the low side: code has 3 to 4, so this counts too many tokens rather than too few. */
const CHARS_PER_TOKEN = 3;

export function estimateTokens(chars: number): number {
  return Math.ceil(chars / CHARS_PER_TOKEN);
}

/** US dollars of one exchange; a count that the server did not give is estimated from the length of the text. */
export function costOfExchange(
  usage: Usage,
  chars: { readonly input: number; readonly output: number },
  price: Price | undefined,
): number | undefined {
  if (price === undefined) return undefined;
  const input = usage.inputTokens ?? estimateTokens(chars.input);
  const output = usage.outputTokens ?? estimateTokens(chars.output);
  return costOf({ input, cachedInput: usage.cachedInputTokens ?? 0, output }, price);
}

/** The most one sending of a request can cost in US dollars: all input at the full price and a reply of full length. */
export function ceilingOf(request: ModelRequest, price: Price | undefined): number | undefined {
  if (price === undefined) return undefined;
  return costOf({ input: estimateTokens(inputChars(request)), cachedInput: 0, output: request.maxOutputTokens }, price);
}

/** UTF-16 units that a request sends, the wanted shape included. */
export function inputChars(request: Pick<ModelRequest, "system" | "user" | "schema">): number {
  const shape = request.schema === undefined ? 0 : JSON.stringify(request.schema).length;
  return request.system.length + request.user.length + shape;
}
