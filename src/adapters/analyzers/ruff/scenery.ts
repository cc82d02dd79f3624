import { mkdir, realpath, writeFile } from "node:fs/promises";
import path from "node:path";
import pLimit from "p-limit";
import type { StagedFile } from "../staged-files.ts";
import { DEFAULT_SRC, type Module, modulesIn, packagesAround, placesOf } from "./modules.ts";

const FOLDERS_AT_ONCE = 8;

/**
 * Ruff looks around the file that it checks: at `__init__.py` beside it (implicit namespace packages) and at the modules
 * under `src` (which imports are first-party). A staged folder may hold the changed files alone, so empty stand-ins are put
 * there where something that a file imports or belongs to is missing. Nothing is written through a link that leads out of the staged folder.
 */
export function createScenery(root: string): (files: readonly StagedFile[]) => Promise<void> {
  let modules: Promise<ModulesByName> | undefined;
  const packages = new Map<string, Promise<string[]>>();
  const packagesOf = (file: string): Promise<string[]> => {
    const folder = path.posix.dirname(file);
    const known = packages.get(folder) ?? packagesAround(root, file);
    packages.set(folder, known);
    return known;
  };
  const places = new Map<string, Promise<string[]>>();
  const placesOfModule = (name: string): Promise<string[]> => {
    const known = places.get(name) ?? placesOf(root, DEFAULT_SRC, name);
    places.set(name, known);
    return known;
  };
  const neededFor = async (file: string, names: Iterable<string>, byName: ModulesByName): Promise<Set<string>> => {
    const around = await packagesOf(file);
    const needed = new Set(around.map((folder) => `${folder}/__init__.py`));
    for (const name of names) {
      const [top = ""] = name.split(".");
      for (const module of byName.get(top) ?? []) needed.add(module.kind === "file" ? module.path : `${module.path}/`);
      // What a file's own package holds is first-party in any case; of others Ruff wants to see the very module.
      if (name === top || !byName.has(top) || path.posix.basename(around.at(-1) ?? "") === top) continue;
      for (const place of await placesOfModule(name)) needed.add(place);
    }
    return needed;
  };
  const first = new Map<string, { readonly text: string; readonly needed: Promise<ReadonlySet<string>> }>();
  // Hundreds of variants of one file differ in a line or two. What only the first one needs is in the repository and does no harm.
  const needs = async ({ path: name, text }: StagedFile, byName: ModulesByName): Promise<Iterable<string>> => {
    const known = first.get(name);
    if (known)
      return [
        ...(await known.needed),
        ...(await neededFor(name, importedNames(differingLines(known.text, text)), byName)),
      ];
    const needed = neededFor(name, importedNames(text), byName);
    first.set(name, { text, needed });
    return needed;
  };
  return async (files) => {
    const away = files.filter((file) => path.resolve(file.root) !== path.resolve(root));
    if (away.length === 0) return;
    modules ??= modulesIn(root, DEFAULT_SRC).then((found) => Map.groupBy(found, (module) => module.name));
    const byName = await modules;
    const limit = pLimit(FOLDERS_AT_ONCE);
    await Promise.all(
      [...Map.groupBy(away, (file) => file.root)].map(([stagedRoot, group]) =>
        limit(async () => {
          const needed = new Set<string>();
          for (const file of group) for (const name of await needs(file, byName)) needed.add(name);
          await putStandIns(stagedRoot, needed);
        }),
      ),
    );
  };
}

type ModulesByName = ReadonlyMap<string, readonly Module[]>;

/** Dotted words of a Python text's import lines: more than the imported modules, never less. */
function importedNames(text: string): Set<string> {
  const names = new Set<string>();
  for (const [line] of text.matchAll(/^[ \t]*(?:from|import)[ \t][^\r\n]*/gm)) {
    for (const [word] of line.matchAll(/[\p{L}\p{N}_]+(?:\.[\p{L}\p{N}_]+)*/gu)) names.add(word);
  }
  return names;
}

const BLOCK = 4_096;

/** The lines of `text` between the ends that it has in common with `other`. */
function differingLines(other: string, text: string): string {
  const most = Math.min(other.length, text.length);
  let head = 0;
  while (head + BLOCK <= most && other.slice(head, head + BLOCK) === text.slice(head, head + BLOCK)) head += BLOCK;
  let tail = 0;
  const block = (of: string): string => of.slice(of.length - tail - BLOCK, of.length - tail);
  while (head + tail + BLOCK <= most && block(other) === block(text)) tail += BLOCK;
  const start = head === 0 ? 0 : text.lastIndexOf("\n", head - 1) + 1;
  const end = text.indexOf("\n", text.length - tail);
  return text.slice(start, end === -1 ? text.length : end);
}

async function putStandIns(stagedRoot: string, names: ReadonlySet<string>): Promise<void> {
  const inside = await realpath(stagedRoot);
  const safe = new Map<string, boolean>();
  for (const name of names) {
    const folder = path.join(stagedRoot, path.posix.dirname(name));
    const mayWrite = safe.get(folder) ?? (await staysInside(folder, inside));
    safe.set(folder, mayWrite);
    if (!mayWrite) continue;
    const target = path.join(stagedRoot, name);
    if (name.endsWith("/")) await mkdir(target).catch(ignoreExisting);
    else await writeFile(target, "", { flag: "wx" }).catch(ignoreExisting);
  }
}

async function staysInside(folder: string, inside: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true });
    const real = await realpath(folder);
    return real === inside || real.startsWith(inside + path.sep);
  } catch {
    return false;
  }
}

function ignoreExisting(error: unknown): void {
  if (error instanceof Error && "code" in error && (error.code === "EEXIST" || error.code === "ENOTDIR")) return;
  throw error;
}
