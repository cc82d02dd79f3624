import { InvalidArgumentError } from "commander";
import type { Config } from "../config/config.ts";
import { MODEL_NAME } from "../config/input.ts";
import { nearest } from "../config/nearest.ts";
import { SEVERITIES, type Severity } from "../domain/finding.ts";
import { SOURCES, type Source, STRATEGIES } from "../domain/outcome.ts";

/** What options of the command line say instead of the configuration. */
export interface Overrides {
  readonly sources?: readonly Source[];
  readonly unsafe?: Config["unsafe"];
  /** `provider:name`, several separated by commas: cheapest first. */
  readonly model?: readonly string[];
  readonly strategy?: Config["model"]["strategy"];
  readonly budgetUsd?: number;
  readonly minSeverity?: Severity;
  readonly failOn?: Config["failOn"];
  readonly exclude?: readonly string[];
}

/** The configuration with the options of the command line over it. `exclude` adds; everything else replaces. */
export function withOptions(config: Config, options: Overrides): Config {
  return {
    ...config,
    sources: options.sources ?? config.sources,
    unsafe: options.unsafe ?? config.unsafe,
    minSeverity: options.minSeverity ?? config.minSeverity,
    failOn: options.failOn ?? config.failOn,
    exclude: [...config.exclude, ...(options.exclude ?? [])],
    model: {
      ...config.model,
      chain: options.model ?? config.model.chain,
      strategy: options.strategy ?? config.model.strategy,
    },
    budget: { ...config.budget, run: { ...config.budget.run, usd: options.budgetUsd ?? config.budget.run.usd } },
  };
}

/** Formats of `run`. */
export const OUTPUT_FORMATS = ["text", "json", "markdown", "sarif"] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** Parsers for commander's `option(…, parser)`; each throws `InvalidArgumentError` that names what is allowed. */
export const parseOption = {
  sources: (text: string): Source[] => some(text).map((word) => oneOf(SOURCES, word)),
  unsafe: (text: string): Config["unsafe"] => oneOf(["verify", "never", "always"], text),
  severity: (text: string): Severity => oneOf(SEVERITIES, text),
  failOn: (text: string): Config["failOn"] => oneOf([...SEVERITIES, "never"], text),
  strategy: (text: string): Config["model"]["strategy"] => oneOf(["auto", ...STRATEGIES], text),
  format: (text: string): OutputFormat => oneOf(OUTPUT_FORMATS, text),
  models: (text: string): string[] => some(text).map(modelName),
  usd: (text: string): number => {
    const amount = Number(text);
    if (text.trim() === "" || !Number.isFinite(amount) || amount < 0)
      throw new InvalidArgumentError("Give an amount of US dollars, such as 0.50.");
    return amount;
  },
  wholeNumber: (text: string): number => {
    if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("Give a whole number.");
    return Number(text);
  },
  /** For options that may be given several times, or once with commas. */
  more: (text: string, before: readonly string[] = []): string[] => [...before, ...some(text)],
  /** The same for globs: a comma in braces (`{a,b}`) belongs to the glob. None at all is fine. */
  globs: (text: string, before: readonly string[] = []): string[] => [...before, ...list(text, /,(?![^{}]*\})/)],
} as const;

/** One of the allowed words; throws `InvalidArgumentError` with the nearest one and all of them. */
export function oneOf<Word extends string>(allowed: readonly Word[], text: string): Word {
  const found = allowed.find((word) => word === text.trim());
  if (found !== undefined) return found;
  const meant = nearest(text, allowed);
  throw new InvalidArgumentError(
    `${meant === undefined ? "" : `Did you mean "${meant}"? `}Allowed: ${allowed.join(", ")}.`,
  );
}

/** At least one word: with an empty list, out of a variable that was not set, a run would do nothing and say nothing. */
function some(text: string): string[] {
  const words = list(text);
  if (words.length === 0) throw new InvalidArgumentError("Name at least one.");
  return words;
}

function list(text: string, separator: RegExp | "," = ","): string[] {
  return text
    .split(separator)
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

function modelName(text: string): string {
  if (!MODEL_NAME.test(text))
    throw new InvalidArgumentError(`"${text}" names no provider. Write PROVIDER:NAME, such as openai:gpt-5-mini.`);
  return text;
}
