import {
  constants,
  cpSync,
  type Dirent,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
} from "node:fs";
import { basename, delimiter, dirname, join } from "node:path";
import { diskError } from "../disk-error.ts";
import { type Git, gitNames } from "../git.ts";
import { isGitFolder, nearestRealPath, relativeInside } from "../paths.ts";
import { makeLink } from "../stage/links.ts";

/** Installed packages. Build results are left out: tests must not write into those of the user. */
const DEPENDENCIES =
  /^(?:node_modules|bower_components|\.?venv|env|\.tox|\.nox|\.eggs|.+\.egg-info|vendor|\.yarn|\.pnp\.c?js)$/;

/**
 * Makes dependency folders that git ignores, and submodules, reachable from a work tree beside the user's. Those that hold
 * one of the `changed` paths (relative to `from`) are copied: a link would lead to the user's files.
 */
export async function linkDependencies(
  git: Git,
  from: string,
  to: string,
  changed: readonly string[] = [],
): Promise<void> {
  const ignored = ["ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory"];
  const names = (await gitNames(git, ignored, "Listing ignored folders")).map((name) => name.replace(/\/$/, ""));
  const staged = await gitNames(git, ["ls-files", "-z", "--stage"], "Listing submodules");
  const submodules = staged
    .filter((line) => line.startsWith("160000 "))
    .map((line) => line.slice(line.indexOf("\t") + 1));
  try {
    const wanted = [...names.filter((name) => DEPENDENCIES.test(basename(name))), ...submodules];
    for (const name of wanted) {
      if (changed.some((path) => path.startsWith(`${name}/`))) copyFolder(join(from, name), join(to, name));
      else linkFolder(name, from, to);
    }
  } catch (error) {
    throw diskError(to, error);
  }
}

/**
 * A package installed "in place" (`pip install -e .`) points at the user's files, so that tests would run without the
 * patch. What stands in PYTHONPATH comes first.
 */
export function pythonPath(root: string): Record<string, string> {
  const isPython = ["pyproject.toml", "setup.py", "setup.cfg"].some((name) => existsSync(join(root, name)));
  return isPython
    ? { PYTHONPATH: [join(root, "src"), root].filter((folder) => existsSync(folder)).join(delimiter) }
    : {};
}

/** Without git's own: it would lead back to the user's repository. */
function copyFolder(from: string, to: string): void {
  const filter = (path: string): boolean => {
    const entry = lstatSync(path);
    return !isGitFolder(basename(path)) && (entry.isFile() || entry.isDirectory() || entry.isSymbolicLink());
  };
  cpSync(from, to, { recursive: true, filter, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE });
}

function linkFolder(name: string, from: string, to: string): void {
  const place = join(to, name);
  if (!existsSync(join(from, name)) || relativeInside(to, nearestRealPath(dirname(place))) === undefined) return;
  mkdirSync(dirname(place), { recursive: true });
  const target = join(from, name);
  const folder = lstatSync(target).isDirectory();
  if (folder && basename(name) === "node_modules") {
    linkPackages(target, place, from, to);
  } else {
    rmSync(place, { recursive: true, force: true });
    makeLink({ target, folder }, place);
  }
}

/**
 * Links packages one by one, because those of the repository's own workspaces are symlinks to its folders: they must
 * lead to the copy, which holds the patch.
 */
function linkPackages(folder: string, place: string, from: string, to: string): void {
  mkdirSync(place, { recursive: true });
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const [target, link] = [join(folder, entry.name), join(place, entry.name)];
    if (entry.isDirectory() && entry.name.startsWith("@")) linkPackages(target, link, from, to);
    else makeLink({ target: ownPackage(entry, target, from, to) ?? target, folder: !entry.isFile() }, link);
  }
}

function ownPackage(entry: Dirent, target: string, from: string, to: string): string | undefined {
  if (!entry.isSymbolicLink()) return undefined;
  try {
    const inside = relativeInside(from, realpathSync.native(target));
    const isOwn = inside !== undefined && !inside.split("/").includes("node_modules");
    return isOwn && existsSync(join(to, inside)) ? join(to, inside) : undefined;
  } catch {
    return undefined;
  }
}
