import path from "node:path";
import { PatchProError } from "../domain/errors.ts";
import type { Config } from "./config.ts";
import { fillDefaults } from "./defaults.ts";
import { CONFIG_SOURCES, readConfigFile } from "./files.ts";
import { type ConfigSource, parseConfig } from "./parse.ts";
import { formatProblems, type Problem } from "./problem.ts";

export interface LoadedConfig {
  readonly config: Config;
  /** Relative to the root; undefined: nothing is configured and everything is a default. */
  readonly file: string | undefined;
  /** Things that a person should know: a second configuration that is not used, a file that could not be read. */
  readonly warnings: readonly string[];
}

/**
 * Reads the configuration of a repository, or of one `explicit` file (relative to `root`; a `.json` file is read as JSON).
 * Throws `PatchProError("config")` that lists everything wrong, each with file, line and column.
 */
export function loadConfig(root: string, explicit?: string): LoadedConfig {
  if (explicit !== undefined) return loadExplicit(root, explicit);
  const warnings: string[] = [];
  const problems: Problem[] = [];
  let used: { readonly file: string; readonly config: Config | undefined } | undefined;
  for (const source of CONFIG_SOURCES) {
    const text = readConfigFile(root, source.file);
    if (text === undefined) continue;
    const parsed = parseConfig(source, text);
    if (parsed.kind === "absent") continue;
    if (parsed.kind === "unreadable" && (!parsed.isOurs || used)) {
      warnings.push(
        `${source.file}:${parsed.problem.line}:${parsed.problem.column} cannot be read (${parsed.problem.message}); it was left aside.`,
      );
    } else if (used) {
      warnings.push(`${titleOf(source)} is not used, because ${used.file} is. Keep one of them.`);
    } else {
      if (parsed.kind === "unreadable") problems.push(parsed.problem);
      if (parsed.kind === "invalid") problems.push(...parsed.problems);
      used = { file: source.file, config: parsed.kind === "config" ? parsed.config : undefined };
    }
  }
  if (problems.length > 0) throw invalid(problems);
  return { config: used?.config ?? fillDefaults({}), file: used?.file, warnings };
}

function loadExplicit(root: string, file: string): LoadedConfig {
  const text = readConfigFile(root, file);
  if (text === undefined)
    throw new PatchProError(
      "config",
      `there is no configuration file ${file}`,
      `Create ${path.resolve(root, file)}, or name another one.`,
    );
  const parsed = parseConfig(sourceFor(file), text);
  if (parsed.kind === "config") return { config: parsed.config, file, warnings: [] };
  if (parsed.kind === "absent")
    throw new PatchProError(
      "config",
      `${file} holds no configuration of PatchPro`,
      "Add `[tool.patchpro]` or `patchpro` to it, or name another file.",
    );
  throw invalid(parsed.kind === "unreadable" ? [parsed.problem] : parsed.problems);
}

function sourceFor(file: string): ConfigSource {
  const known = CONFIG_SOURCES.find((source) => source.file === path.basename(file));
  return { file, syntax: known?.syntax ?? (file.endsWith(".json") ? "json" : "toml"), section: known?.section ?? [] };
}

/** How a person calls it: `[tool.patchpro] in pyproject.toml`. */
export function titleOf(source: ConfigSource): string {
  if (source.section.length === 0) return source.file;
  return source.syntax === "toml"
    ? `[${source.section.join(".")}] in ${source.file}`
    : `"${source.section.join(".")}" in ${source.file}`;
}

function invalid(problems: readonly Problem[]): PatchProError {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return new PatchProError(
    "config",
    `${count} in the configuration\n${formatProblems(problems)}`,
    "Mend the places above; nothing was run.",
  );
}
