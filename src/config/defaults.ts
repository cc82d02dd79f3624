import { CHECKS, type CheckName } from "../domain/check.ts";
import { SOURCES } from "../domain/outcome.ts";
import type { RuleRoute } from "../domain/policy.ts";
import type { AnalyzersConfig, Budget, Config, CustomAnalyzerConfig, ModelConfig } from "./config.ts";
import { BUILT_IN_ANALYZERS, type ConfigInput } from "./input.ts";

type Input<K extends keyof ConfigInput> = NonNullable<ConfigInput[K]>;

/** Fills every default. Pure: the same input gives the same configuration on every machine. */
export function fillDefaults(input: ConfigInput): Config {
  const tests = input.tests && {
    command: input.tests.command,
    timeoutMs: milliseconds(input.tests.timeout_seconds ?? 600),
  };
  return {
    sources: unique(input.sources ?? SOURCES),
    unsafe: input.unsafe ?? "verify",
    require: requiredChecks(input.require, tests !== undefined, input.judge?.model !== undefined),
    minSeverity: input.min_severity ?? "info",
    failOn: input.fail_on ?? "never",
    exclude: input.exclude ?? [],
    analyzers: analyzers(input.analyzers ?? {}),
    tests,
    scope: {
      maxFiles: input.scope?.max_files ?? 10,
      maxChangedLines: input.scope?.max_changed_lines ?? 200,
      maxDistance: input.scope?.max_distance ?? 200,
      allowPaths: input.scope?.allow ?? [],
      protect: input.scope?.protect ?? [],
    },
    model: model(input.model ?? {}),
    budget: {
      run: budget(input.budget),
      finding: budget({ attempts: 3, ...input.budget?.finding }),
      file: budget(input.budget?.file),
    },
    rules: new Map(Object.entries(input.rules ?? {}).map(([rule, policy]) => [rule, ruleRoute(policy)])),
    store: { url: input.store?.url },
    judge: { model: input.judge?.model },
    dataset: {
      ...permission(input.dataset),
      repositories: new Map(
        Object.entries(input.dataset?.repositories ?? {}).map(([name, written]) => [name, permission(written)]),
      ),
    },
  };
}

/** Nobody is taken to agree who does not say so. */
function permission(written: { consent?: boolean | undefined; licences?: string[] | undefined } | undefined) {
  return { consent: written?.consent ?? false, licences: unique(written?.licences ?? []) };
}

/** Without these two there is no patch at all, so no configuration can do without them. */
const ALWAYS_REQUIRED: readonly CheckName[] = ["anchored", "applies"];

function requiredChecks(written: readonly CheckName[] | undefined, hasTests: boolean, hasJudge: boolean): CheckName[] {
  if (written) return CHECKS.filter((check) => written.includes(check) || ALWAYS_REQUIRED.includes(check));
  return CHECKS.filter((check) => (check !== "judged" || hasJudge) && (check !== "tests" || hasTests));
}

function analyzers(input: Input<"analyzers">): AnalyzersConfig {
  const { ruff, eslint, semgrep, ...others } = input;
  return {
    ruff: {
      ...basics(ruff),
      binary: ruff?.binary,
      select: ruff?.select,
      ignore: ruff?.ignore ?? [],
      config: ruff?.config,
      flavour: ruff?.flavour ?? "auto",
    },
    eslint: { ...basics(eslint), binary: eslint?.binary, config: eslint?.config },
    semgrep: { ...basics(semgrep), binary: semgrep?.binary, configs: semgrep?.configs ?? [] },
    custom: customAnalyzers(others),
  };
}

function customAnalyzers(others: Record<string, Input<"analyzers">[string]>): CustomAnalyzerConfig[] {
  return Object.entries(others)
    .filter(([name]) => !BUILT_IN_ANALYZERS.some((known) => known === name))
    .map(([name, written]) => ({
      name,
      ...basics(written),
      command: written.command,
      format: written.format,
      files: written.files,
    }));
}

function basics(written: { enabled?: boolean | undefined; timeout_seconds?: number | undefined } | undefined) {
  return { enabled: written?.enabled ?? ("auto" as const), timeoutMs: milliseconds(written?.timeout_seconds ?? 300) };
}

function model(input: Input<"model">): ModelConfig {
  const prices = Object.entries(input.prices ?? {}).map(
    ([name, price]) => [name, { input: price.input, output: price.output, cachedInput: price.cached_input }] as const,
  );
  return {
    chain: unique([...(input.name === undefined ? [] : [input.name]), ...(input.chain ?? [])]),
    baseUrl: input.base_url,
    strategy: input.strategy ?? "auto",
    maxOutputTokens: input.max_output_tokens ?? 8192,
    temperature: input.temperature,
    timeoutMs: milliseconds(input.timeout_seconds ?? 600),
    concurrency: input.concurrency ?? 4,
    contextTokens: input.context_tokens ?? 24_000,
    prices: new Map(prices),
  };
}

function budget(written: NonNullable<Input<"budget">["finding"]> | undefined): Budget {
  return {
    usd: written?.usd,
    tokens: written?.tokens,
    ms: written?.seconds === undefined ? undefined : milliseconds(written.seconds),
    attempts: written?.attempts,
  };
}

function ruleRoute(written: Input<"rules">[string]): RuleRoute {
  return {
    ...(written.prefer !== undefined && { prefer: written.prefer }),
    ...(written.never !== undefined && { never: written.never }),
  };
}

function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
