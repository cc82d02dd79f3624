import { PatchProError } from "../domain/errors.ts";
import type { Config } from "./config.ts";
import { MODEL_NAME } from "./input.ts";
import { type OtlpTarget, otlpTarget } from "./otlp.ts";

/** What PatchPro reads from the environment: taken once, at the start, and passed on as a value. Empty variables count as unset. */
export interface Environment {
  /** Secrets. They go to the provider they are for and nowhere else. */
  readonly keys: {
    readonly openai: string | undefined;
    readonly anthropic: string | undefined;
    readonly google: string | undefined;
    /** For endpoints that speak OpenAI's language. */
    readonly compatible: string | undefined;
  };
  /** `PATCHPRO_MODEL`: `provider:name`, several separated by commas. */
  readonly model: string | undefined;
  /** `PATCHPRO_BASE_URL`. */
  readonly baseUrl: string | undefined;
  readonly openaiBaseUrl: string | undefined;
  /** `PATCHPRO_STORE_URL`; may hold a password. */
  readonly storeUrl: string | undefined;
  /** `OTEL_EXPORTER_OTLP_ENDPOINT`, `…_HEADERS` and their kin. */
  readonly otlp: OtlpTarget | undefined;
  /** `NO_COLOR` (no-color.org). */
  readonly noColor: boolean;
  /** `FORCE_COLOR`: true, false, or not said. */
  readonly forceColor: boolean | undefined;
  /** `CI` is set and not `false` or `0`. */
  readonly ci: boolean;
  readonly githubActions: boolean;
  readonly term: string | undefined;
  readonly columns: number | undefined;
  /** The first of `LC_ALL`, `LC_CTYPE`, `LANG`. */
  readonly locale: string | undefined;
  /** A terminal on Windows that draws Unicode (`WT_SESSION`, `TERM_PROGRAM`, `ConEmuANSI`). */
  readonly modernTerminal: boolean;
  readonly tempDir: string | undefined;
  readonly home: string | undefined;
  /** `GIT_INDEX_FILE`: the index of the commit that is being made, where a git hook started us. */
  readonly gitIndexFile: string | undefined;
  /** Everything, for programs that PatchPro starts; the process runner takes the secrets out. */
  readonly raw: Readonly<Record<string, string>>;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Reads the environment. The only place that asks for `process.env`. */
export function readEnvironment(variables: Variables = process.env): Environment {
  const get = (name: string): string | undefined => variables[name]?.trim() || undefined;
  return {
    keys: {
      openai: get("OPENAI_API_KEY"),
      anthropic: get("ANTHROPIC_API_KEY"),
      google: get("GOOGLE_GENERATIVE_AI_API_KEY") ?? get("GEMINI_API_KEY"),
      compatible: get("PATCHPRO_API_KEY"),
    },
    model: get("PATCHPRO_MODEL"),
    baseUrl: get("PATCHPRO_BASE_URL"),
    openaiBaseUrl: get("OPENAI_BASE_URL"),
    storeUrl: get("PATCHPRO_STORE_URL"),
    otlp: otlpTarget(get),
    noColor: get("NO_COLOR") !== undefined,
    forceColor: truth(get("FORCE_COLOR")),
    ci: truth(get("CI")) ?? false,
    githubActions: truth(get("GITHUB_ACTIONS")) ?? false,
    term: get("TERM"),
    columns: wholeNumber(get("COLUMNS")),
    locale: get("LC_ALL") ?? get("LC_CTYPE") ?? get("LANG"),
    modernTerminal: [get("WT_SESSION"), get("TERM_PROGRAM"), get("ConEmuANSI")].some((value) => value !== undefined),
    tempDir: get("TMPDIR") ?? get("TEMP") ?? get("TMP"),
    home: get("HOME") ?? get("USERPROFILE"),
    gitIndexFile: get("GIT_INDEX_FILE"),
    raw: Object.fromEntries(
      Object.entries(variables).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
  };
}

/**
 * The configuration with what the environment says instead: the model, its address and the store.
 * Throws `PatchProError("config")` if `PATCHPRO_MODEL` names no provider.
 */
export function withEnvironment(config: Config, environment: Environment): Config {
  const chain = environment.model
    ?.split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const wrong = chain?.find((name) => !MODEL_NAME.test(name));
  if (wrong !== undefined) {
    throw new PatchProError(
      "config",
      `PATCHPRO_MODEL: "${wrong}" names no provider`,
      "Write PROVIDER:NAME, such as openai:gpt-5-mini; several separated by commas.",
    );
  }
  return {
    ...config,
    model: {
      ...config.model,
      chain: chain ?? config.model.chain,
      baseUrl: environment.baseUrl ?? config.model.baseUrl,
    },
    store: { url: environment.storeUrl ?? config.store.url },
  };
}

function truth(value: string | undefined): boolean | undefined {
  if (value === undefined) return undefined;
  return !["0", "false", "no", "off"].includes(value.toLowerCase());
}

function wholeNumber(value: string | undefined): number | undefined {
  return value !== undefined && /^[1-9]\d{0,4}$/.test(value) ? Number(value) : undefined;
}
