import path from "node:path";
import type { Workspace } from "../../../ports/workspace.ts";
import {
  CONFIGURATION_NAMES,
  type ConfigurationFile,
  isTable,
  readConfiguration,
  type Table,
  table,
} from "./configuration.ts";

/** The configuration that counts for a file, `extend` followed. */
export interface EffectiveConfiguration {
  /** Folder that its patterns start from, relative to the repository's root; `""` for the root. */
  readonly folder: string;
  readonly options: Table;
}

/** Longer chains of `extend` are a circle. */
const LONGEST_CHAIN = 16;

/** Finds, for a file, the nearest configuration inside the repository as Ruff does. What was read is kept. */
export function createConfigurationFinder(
  workspace: Pick<Workspace, "read">,
  only: string | undefined,
  notice: (text: string) => void,
): (file: string) => Promise<EffectiveConfiguration> {
  const ofFolder = new Map<string, Promise<EffectiveConfiguration>>();

  async function load(file: string, depth = 0): Promise<EffectiveConfiguration | undefined> {
    const found = await readConfiguration(workspace, file);
    return found && { folder: folderOf(found.path), options: await extended(found, depth) };
  }

  async function extended(file: ConfigurationFile, depth: number): Promise<Table> {
    const own = { ...(file.requiresPython ? { "target-version": file.requiresPython } : {}), ...file.options };
    const { extend } = file.options;
    if (typeof extend !== "string") return own;
    const target = path.posix.join(folderOf(file.path), extend);
    const parent = target.startsWith("..") || depth >= LONGEST_CHAIN ? undefined : await load(target, depth + 1);
    if (!parent) notice(`${file.path} extends ${extend}, which the embedded Ruff cannot read: it goes without.`);
    return parent ? merge(parent.options, own) : own;
  }

  async function search(folder: string): Promise<EffectiveConfiguration> {
    for (const name of CONFIGURATION_NAMES) {
      const found = await load(path.posix.join(folder, name));
      if (found) return found;
    }
    return folder === "" ? { folder: "", options: {} } : nearest(folderOf(folder));
  }

  function nearest(folder: string): Promise<EffectiveConfiguration> {
    const known = ofFolder.get(folder) ?? search(folder);
    ofFolder.set(folder, known);
    return known;
  }

  return async (file) => {
    if (only === undefined) return nearest(folderOf(file));
    const found = await load(only);
    return { folder: "", options: found?.options ?? {} };
  };
}

function folderOf(file: string): string {
  const folder = path.posix.dirname(file);
  return folder === "." ? "" : folder;
}

/** The child's options over the parent's: tables are merged, lists named `extend-…` and `ignore` are joined, the rest replaced. */
function merge(parent: Table, child: Table): Table {
  const merged: Record<string, unknown> = { ...parent };
  if (child.select !== undefined) for (const key of ["extend-select", "ignore"]) delete merged[key];
  for (const [key, value] of Object.entries(child)) {
    const inherited = merged[key];
    if (isTable(value) && isTable(inherited)) merged[key] = merge(inherited, value);
    else if (Array.isArray(value) && Array.isArray(inherited) && /^(?:extend-|ignore$)/.test(key))
      merged[key] = [...inherited, ...value];
    else merged[key] = value;
  }
  return merged;
}

/** The entries of a table of lists, such as `per-file-ignores`, wherever Ruff lets it stand. */
export function listsUnder(options: Table, key: string): [string, string[]][] {
  return [table(options, key), table(table(options, "lint"), key)].flatMap((found) =>
    Object.entries(found ?? {}).map(([name, list]): [string, string[]] => [name, stringsOf(list)]),
  );
}

export function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
