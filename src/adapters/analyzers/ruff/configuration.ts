import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "smol-toml";
import { messageOf, PatchProError } from "../../../domain/errors.ts";
import type { Workspace } from "../../../ports/workspace.ts";
import { lowestPython } from "./python-version.ts";

/** A table of a TOML file. */
export type Table = Readonly<Record<string, unknown>>;

/** One of Ruff's configuration files as it stands, `extend` not followed. */
export interface ConfigurationFile {
  /** Relative to the repository's root, `/` between parts. */
  readonly path: string;
  readonly options: Table;
  /** `requires-python` of the same project in Ruff's words (`py311`): decides the target where the options do not. */
  readonly requiresPython?: string;
}

/** In Ruff's order: the first that is there counts, the others in the same folder are not read. */
export const CONFIGURATION_NAMES = [".ruff.toml", "ruff.toml", "pyproject.toml"] as const;

/**
 * Reads one configuration file; undefined if it is not there or is a `pyproject.toml` without `[tool.ruff]`. Throws
 * `PatchProError("analyzer")` if it is not TOML, as Ruff would refuse to run too.
 */
export async function readConfiguration(
  workspace: Pick<Workspace, "read">,
  file: string,
): Promise<ConfigurationFile | undefined> {
  const source = await workspace.read(file);
  if (source === undefined) return undefined;
  const document = parseToml(source.text, file);
  if (path.posix.basename(file) !== "pyproject.toml") {
    const project = table(await besides(workspace, file), "project");
    return { path: file, options: document, ...target(project) };
  }
  const options = table(table(document, "tool"), "ruff");
  return options && { path: file, options, ...target(table(document, "project")) };
}

/**
 * Everything outside a file that decides what Ruff says about it, for hashing: the configuration files in the repository
 * and above it. A configuration in the user's home is not looked for.
 */
export async function fingerprintOfConfiguration(
  workspace: Pick<Workspace, "root" | "list" | "read">,
): Promise<readonly (readonly [string, unknown])[]> {
  const inside = (await workspace.list()).filter(isConfiguration).sort();
  const found: (readonly [string, unknown])[] = [];
  for (const file of inside) {
    const { text } = (await workspace.read(file)) ?? { text: "" };
    found.push([file, relevantPart(file, text)]);
  }
  for (let folder = path.dirname(workspace.root); ; folder = path.dirname(folder)) {
    for (const name of CONFIGURATION_NAMES) {
      const file = path.join(folder, name);
      const text = await readFile(file, "utf8").catch(() => undefined);
      if (text !== undefined) found.push([path.relative(workspace.root, file), relevantPart(file, text)]);
    }
    if (folder === path.dirname(folder)) return found;
  }
}

/** The table under a key; undefined if there is none. */
export function table(of: unknown, key: string): Table | undefined {
  const value = isTable(of) ? of[key] : undefined;
  return isTable(value) ? value : undefined;
}

export function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** `ruff.toml` takes the project's Python version from the `pyproject.toml` beside it. */
async function besides(workspace: Pick<Workspace, "read">, file: string): Promise<Table | undefined> {
  const name = path.posix.join(path.posix.dirname(file), "pyproject.toml");
  const source = await workspace.read(name);
  return source && parseToml(source.text, name);
}

function target(project: Table | undefined): { requiresPython?: string } {
  const lowest = lowestPython(project?.["requires-python"]);
  return lowest === undefined ? {} : { requiresPython: lowest };
}

function isConfiguration(file: string): boolean {
  return CONFIGURATION_NAMES.some((name) => name === path.posix.basename(file));
}

/** A version bump in `pyproject.toml` changes nothing for Ruff. */
function relevantPart(file: string, text: string): unknown {
  if (path.basename(file) !== "pyproject.toml") return text;
  try {
    const document = parse(text);
    return [table(document.tool, "ruff") ?? null, table(document, "project")?.["requires-python"] ?? null];
  } catch {
    return text;
  }
}

function parseToml(text: string, file: string): Table {
  try {
    return parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const [problem] = messageOf(error).split("\n");
    throw new PatchProError("analyzer", `ruff cannot read its configuration ${file}: ${problem}`, `Mend ${file}.`, {
      cause: error,
    });
  }
}
