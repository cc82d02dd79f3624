import path from "node:path";
import { type Table, table } from "./configuration.ts";
import { type EffectiveConfiguration, listsUnder, stringsOf } from "./effective.ts";
import { isExcluded, matchesFile } from "./patterns.ts";
import type { RuffSettings } from "./settings.ts";

/** What Ruff leaves out unless `exclude` says otherwise (crates/ruff_workspace, settings). */
const DEFAULT_EXCLUDE = [
  ".bzr",
  ".direnv",
  ".eggs",
  ".git",
  ".git-rewrite",
  ".hg",
  ".ipynb_checkpoints",
  ".mypy_cache",
  ".nox",
  ".pants.d",
  ".pyenv",
  ".pytest_cache",
  ".pytype",
  ".ruff_cache",
  ".svn",
  ".tox",
  ".venv",
  ".vscode",
  "__pypackages__",
  "_build",
  "buck-out",
  "dist",
  "node_modules",
  "site-packages",
  "venv",
];

/** Options about files, folders and output: the embedded Ruff sees one text without a name, so PatchPro obeys them. */
const ABOUT_FILES = [
  "extend",
  "exclude",
  "extend-exclude",
  "include",
  "extend-include",
  "force-exclude",
  "respect-gitignore",
  "cache-dir",
  "output-format",
  "fix",
  "fix-only",
  "show-fixes",
  "unsafe-fixes",
  "required-version",
  "src",
  "extension",
  "per-file-target-version",
  "per-file-ignores",
  "extend-per-file-ignores",
  "format",
  "analyze",
];

/** How one file is to be checked. */
export interface FileRules {
  /** For the embedded Ruff, as in `ruff.toml`. */
  readonly options: Table;
  /** Selectors that `per-file-ignores` turns off for this file. */
  readonly ignored: readonly string[];
}

/** What the configuration says about one file. `firstParty`: names of the repository's own modules. */
export function rulesForFile(
  { options, folder }: EffectiveConfiguration,
  file: string,
  firstParty: readonly string[],
  settings: RuffSettings,
): FileRules {
  const kept = without(options, ABOUT_FILES);
  const lint = without(table(options, "lint") ?? {}, ["exclude", "per-file-ignores", "extend-per-file-ignores"]);
  const isort = table(lint, "isort") ?? table(options, "isort") ?? {};
  const version = Object.entries(table(options, "per-file-target-version") ?? {}).find(([pattern]) =>
    matchesFile(pattern, file, folder),
  )?.[1];
  const narrowed = {
    ...lint,
    ...(settings.select ? { select: settings.select, "extend-select": [] } : {}),
    ...(settings.ignore ? { "extend-ignore": [...stringsOf(lint["extend-ignore"]), ...settings.ignore] } : {}),
    isort: { ...isort, "known-first-party": [...stringsOf(isort["known-first-party"]), ...firstParty] },
  };
  const ignored = ["per-file-ignores", "extend-per-file-ignores"].flatMap((key) =>
    listsUnder(options, key).flatMap(([pattern, selectors]) => (matchesFile(pattern, file, folder) ? selectors : [])),
  );
  return {
    options: { ...kept, ...(version === undefined ? {} : { "target-version": version }), lint: narrowed },
    ignored,
  };
}

/** Whether Ruff would pass by a file that it met in a folder. */
export function isLeftOut({ options, folder }: EffectiveConfiguration, file: string): boolean {
  const excluded = Array.isArray(options.exclude) ? stringsOf(options.exclude) : DEFAULT_EXCLUDE;
  const patterns = [
    ...excluded,
    ...stringsOf(options["extend-exclude"]),
    ...stringsOf(table(options, "lint")?.exclude),
  ];
  return isExcluded(patterns, file, folder);
}

/** Folders in which first-party modules stand, relative to the repository's root. */
export function sourceFolders({ options, folder }: EffectiveConfiguration): string[] {
  const src = Array.isArray(options.src) ? stringsOf(options.src) : [".", "src"];
  return src
    .map((one) => path.posix.join(folder, one))
    .filter((one) => !one.startsWith("..") && !path.posix.isAbsolute(one));
}

function without(options: Table, keys: readonly string[]): Table {
  return Object.fromEntries(Object.entries(options).filter(([key]) => !keys.includes(key)));
}
