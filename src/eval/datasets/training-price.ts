/** When the prices below were published; they change, and the provider's page decides. */
export const TRAINING_PRICES_AS_OF = "2025-05";

/**
 * US dollars per million training tokens, supervised or preference, by base model without its date:
 * https://developers.openai.com/api/docs/pricing (fine-tuning).
 */
const TRAINING_PRICES: Readonly<Record<string, number>> = {
  "gpt-4.1": 25,
  "gpt-4.1-mini": 5,
  "gpt-4.1-nano": 1.5,
  "gpt-4o": 25,
  "gpt-4o-mini": 3,
};

/** Epochs that are reckoned with where the provider is to choose: its choice for small sets is about this. */
export const USUAL_EPOCHS = 3;

/** What training is likely to cost. `usd` undefined: the price is not known, which is not 0. */
export interface TrainingCost {
  readonly model: string;
  readonly tokens: number;
  readonly epochs: number;
  readonly usd: number | undefined;
}

/** Tokens times epochs at the list price. `model`: with or without date. */
export function trainingCost(model: string, tokens: number, epochs = USUAL_EPOCHS): TrainingCost {
  const name = model.replace(/^openai:/, "").replace(/-\d{4}-\d{2}-\d{2}$/, "");
  const price = Object.hasOwn(TRAINING_PRICES, name) ? TRAINING_PRICES[name] : undefined;
  return { model, tokens, epochs, usd: price === undefined ? undefined : (tokens * epochs * price) / 1e6 };
}

/** Models with a known training price. */
export function pricedModels(): readonly string[] {
  return Object.keys(TRAINING_PRICES);
}
