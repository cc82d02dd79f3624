import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { messageOf } from "../../domain/errors.ts";
import type { Problem } from "../problem.ts";

/** A codemod file, not read as YAML yet. */
export interface CodemodFile {
  /** As shown to people, `/` between parts. */
  readonly file: string;
  readonly text: string;
}

/** The files of a folder, and what is wrong with those that were not read. */
export interface CodemodFiles {
  readonly files: readonly CodemodFile[];
  readonly problems: readonly Problem[];
}

/** Where a repository keeps its own codemods, relative to its root. */
export const CODEMOD_FOLDER = ".patchpro/codemods";

const MOST_FILES = 100;
const LARGEST = 256 * 1024;

/** The files that come with PatchPro: `codemods` beside `package.json`, in a checkout as in the published package. */
export function ownCodemodFiles(): CodemodFiles {
  return filesIn(fileURLToPath(new URL("../../../", import.meta.url)), "codemods");
}

/** The repository's own files; none where it has no such folder. Links are followed inside of the repository only. */
export function repositoryCodemodFiles(root: string): CodemodFiles {
  return filesIn(root, CODEMOD_FOLDER);
}

function filesIn(root: string, folder: string): CodemodFiles {
  const full = path.join(root, folder);
  if (!lstatSync(full, { throwIfNoEntry: false })) return { files: [], problems: [] };
  const files: CodemodFile[] = [];
  const problems: Problem[] = [];
  try {
    const outside = leadsOutside(root, full);
    if (outside) return { files, problems: [problemOf(folder, ...outside)] };
    const names = readdirSync(full).filter((name) => /\.ya?ml$/i.test(name));
    if (names.length > MOST_FILES)
      problems.push(
        problemOf(folder, `${names.length} files, more than ${MOST_FILES}`, "Put several codemods into one."),
      );
    for (const name of names.sort().slice(0, MOST_FILES)) {
      const file = `${folder}/${name}`;
      const read = readFile(root, path.join(full, name));
      if (typeof read === "string") files.push({ file, text: read });
      else problems.push(problemOf(file, ...read));
    }
  } catch (error) {
    problems.push(problemOf(folder, `cannot be read: ${messageOf(error)}`, "Check its permissions."));
  }
  return { files, problems };
}

type Wrong = readonly [message: string, remedy: string];

function readFile(root: string, file: string): string | Wrong {
  try {
    const outside = leadsOutside(root, file);
    if (outside) return outside;
    const found = statSync(file);
    if (!found.isFile()) return ["is not a file", "Take it away, or give it another ending."];
    if (found.size > LARGEST)
      return [`is larger than ${LARGEST / 1024} KiB`, "Codemods are a few lines; split the file."];
    return readFileSync(file, "utf8");
  } catch (error) {
    return [`cannot be read: ${messageOf(error)}`, "Check its permissions, and where it leads if it is a link."];
  }
}

function leadsOutside(root: string, place: string): Wrong | undefined {
  const between = path.relative(realpathSync(root), realpathSync(place));
  if (between !== ".." && !between.startsWith(`..${path.sep}`) && !path.isAbsolute(between)) return undefined;
  return ["is a link that leads out of the repository", "Copy what it leads to into the repository."];
}

function problemOf(file: string, message: string, remedy: string): Problem {
  return { file, line: 1, column: 1, message, remedy };
}
