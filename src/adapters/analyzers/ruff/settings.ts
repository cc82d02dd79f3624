/** How the repository's selection is narrowed, or its configuration replaced: `[analyzers.ruff]`. */
export interface RuffSettings {
  /** Rule codes or prefixes that take the place of the selection in Ruff's own configuration. */
  readonly select?: readonly string[];
  /** Rule codes or prefixes left out on top of what Ruff's own configuration leaves out. */
  readonly ignore?: readonly string[];
  /** A `ruff.toml` used for every file in place of what Ruff would find; relative to the repository's root. */
  readonly config?: string;
  /** Milliseconds for one invocation; 120,000 if undefined. */
  readonly timeoutMs?: number;
}

export const RUFF_TIMEOUT_MS = 120_000;

/** Rules under which Ruff has reported that its parser gave up, and files that it could not read at all. */
export const RUFF_SYNTAX_RULES: ReadonlySet<string> = new Set(["invalid-syntax", "E999", "E902"]);

/** Python sources and stubs. Notebooks are left out: their findings have no place in the file that a patch could change. */
export function isPythonSource(path: string): boolean {
  return /\.(?:py|pyi|pyw)$/.test(path);
}
