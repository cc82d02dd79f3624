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
  let modules: Promise<Module[]> | undefined;
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
  return async (files) => {
    const away = files.filter((file) => path.resolve(file.root) !== path.resolve(root));
    if (away.length === 0) return;
    modules ??= modulesIn(root, DEFAULT_SRC);
    const byName = Map.groupBy(await modules, (module) => module.name);
    const limit = pLimit(FOLDERS_AT_ONCE);
    await Promise.all(
      [...Map.groupBy(away, (file) => file.root)].map(([stagedRoot, group]) =>
        limit(async () => {
          const needed = new Set<string>();
          for (const file of group) {
            const around = await packagesOf(file.path);
            for (const folder of around) needed.add(`${folder}/__init__.py`);
            for (const name of importedNames(file.text)) {
              const [top = ""] = name.split(".");
              for (const module of byName.get(top) ?? [])
                needed.add(module.kind === "file" ? module.path : `${module.path}/`);
              // What a file's own package holds is first-party in any case; of others Ruff wants to see the very module.
              if (name === top || !byName.has(top) || path.posix.basename(around.at(-1) ?? "") === top) continue;
              for (const place of await placesOfModule(name)) needed.add(place);
            }
          }
          await putStandIns(stagedRoot, needed);
        }),
      ),
    );
  };
}

/** Dotted words of a Python text's import lines: more than the imported modules, never less. */
function importedNames(text: string): Set<string> {
  const names = new Set<string>();
  for (const [line] of text.matchAll(/^[ \t]*(?:from|import)[ \t][^\r\n]*/gm)) {
    for (const [word] of line.matchAll(/[\p{L}\p{N}_]+(?:\.[\p{L}\p{N}_]+)*/gu)) names.add(word);
  }
  return names;
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
