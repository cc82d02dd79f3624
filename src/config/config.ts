import type { CheckName } from "../domain/check.ts";
import type { Report, Severity } from "../domain/finding.ts";
import type { Source, Strategy } from "../domain/outcome.ts";
import type { RuleRoute, UnsafePolicy } from "../domain/policy.ts";

/**
 * What code reads: every default filled in. Paths are as written, relative to the root; times are milliseconds.
 * It is a `RoutingPolicy` (domain/policy.ts) as it stands.
 */
export interface Config {
  /** In the order in which they are tried. */
  readonly sources: readonly Source[];
  readonly unsafe: UnsafePolicy;
  /** In the order of the ladder; always with `anchored` and `applies`. */
  readonly require: readonly CheckName[];
  readonly minSeverity: Severity;
  readonly failOn: Severity | "never";
  readonly exclude: readonly string[];
  readonly analyzers: AnalyzersConfig;
  readonly tests: TestsConfig | undefined;
  readonly scope: ScopeConfig;
  readonly model: ModelConfig;
  readonly budget: { readonly run: Budget; readonly finding: Budget; readonly file: Budget };
  /** By rule id. */
  readonly rules: ReadonlyMap<string, RuleRoute>;
  readonly store: { readonly url: string | undefined };
  /** The last rung of the ladder; undefined: nothing is judged. */
  readonly judge: { readonly model: string | undefined };
  readonly dataset: DatasetConfig;
}

/** Whether a repository's code may be learned from, and under which licences (SPDX ids) it is. */
export interface DatasetPermission {
  readonly consent: boolean;
  readonly licences: readonly string[];
}

export interface DatasetConfig extends DatasetPermission {
  /** The same for other repositories whose traces are in the store, by name. */
  readonly repositories: ReadonlyMap<string, DatasetPermission>;
}

interface AnalyzerBasics {
  /** `auto`: when the tool and files for it are there. */
  readonly enabled: boolean | "auto";
  readonly timeoutMs: number;
}

export interface RuffConfig extends AnalyzerBasics {
  readonly binary: string | undefined;
  /** Undefined: the selection of the user's own Ruff configuration. */
  readonly select: readonly string[] | undefined;
  readonly ignore: readonly string[];
  readonly config: string | undefined;
  readonly flavour: "auto" | "native" | "wasm";
}

export interface EslintConfig extends AnalyzerBasics {
  readonly binary: string | undefined;
  readonly config: string | undefined;
}

export interface SemgrepConfig extends AnalyzerBasics {
  readonly binary: string | undefined;
  readonly configs: readonly string[];
}

export interface CustomAnalyzerConfig extends AnalyzerBasics {
  readonly name: string;
  /** Program and arguments, never empty. */
  readonly command: readonly string[];
  readonly format: Report["format"];
  /** Globs; undefined: every file. */
  readonly files: readonly string[] | undefined;
}

export interface AnalyzersConfig {
  readonly ruff: RuffConfig;
  readonly eslint: EslintConfig;
  readonly semgrep: SemgrepConfig;
  readonly custom: readonly CustomAnalyzerConfig[];
}

export interface TestsConfig {
  readonly command: readonly string[];
  readonly timeoutMs: number;
}

export interface ScopeConfig {
  readonly maxFiles: number;
  /** Lines removed plus lines added, for each finding that a patch is meant to close. */
  readonly maxChangedLines: number;
  readonly maxDistance: number;
  /** `scope.allow` in the file. */
  readonly allowPaths: readonly string[];
  readonly protect: readonly string[];
}

/** US dollars for a million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
  readonly cachedInput: number | undefined;
}

export interface ModelConfig {
  /** `provider:name`, cheapest first; empty: no model. */
  readonly chain: readonly string[];
  readonly baseUrl: string | undefined;
  readonly strategy: "auto" | Strategy;
  readonly maxOutputTokens: number;
  readonly temperature: number | undefined;
  readonly timeoutMs: number;
  readonly concurrency: number;
  readonly contextTokens: number;
  readonly prices: ReadonlyMap<string, Price>;
}

/** What may be spent; undefined: no limit. */
export interface Budget {
  readonly usd: number | undefined;
  readonly tokens: number | undefined;
  readonly ms: number | undefined;
  readonly attempts: number | undefined;
}
