import { lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PatchProError } from "../../domain/errors.ts";
import type { FileChange } from "../../domain/outcome.ts";
import { decodeText, encodeText, type SourceText } from "../../domain/text.ts";
import type { ProcessRunner } from "../../ports/process.ts";
import { gitIn, gitWords, succeeded } from "./git.ts";
import { unquoteBytes } from "./git-quoting.ts";
import { isPlainPath } from "./paths.ts";
import { makeTemporaryFolder } from "./temporary-folders.ts";

export interface DiffPlace {
  readonly runner: ProcessRunner;
  /** Folder for throw-away folders; made if missing. */
  readonly tmp: string;
  /** Those of the paths whose files have CRLF here and LF in git's own diffs; none if left out. */
  readonly crlfHere?: (paths: readonly string[]) => Promise<ReadonlySet<string>>;
}

/**
 * What a diff from anywhere does to the given files, as `git apply` understands it: applied in a throw-away folder that
 * holds only the files it names. Throws `PatchProError("input")` with git's words if it does not apply.
 */
export async function changesOfDiff(
  diff: Uint8Array,
  source: string,
  read: (path: string) => Promise<SourceText | undefined>,
  { runner, tmp, crlfHere }: DiffPlace,
): Promise<FileChange[]> {
  const folder = makeTemporaryFolder(tmp, "patchpro-diff-");
  const env = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1", GIT_CEILING_DIRECTORIES: dirname(folder) };
  const git = gitIn(runner, folder);
  const apply = () => git(["apply", "--whitespace=nowarn", "-"], { input: diff, env });
  try {
    const named = await git(["apply", "--numstat", "-z", "-"], { input: diff, env });
    if (!succeeded(named)) throw notApplicable(source, gitWords(named), diff);
    const paths = pathsIn(named.stdout.toString("utf8"));
    const odd = paths.find((path) => !isPlainPath(path));
    if (odd !== undefined) throw notApplicable(source, `${odd} is not a path inside the repository`, diff);
    const origins = originsIn(diff).filter((path) => isPlainPath(path) && !paths.includes(path));
    const before = new Map<string, SourceText | undefined>();
    for (const path of [...paths, ...origins]) {
      const text = await read(path);
      before.set(path, text);
      if (text) writeBelow(folder, path, text);
    }
    let applied = await apply();
    const crlf = succeeded(applied) ? undefined : await crlfHere?.([...before.keys()]);
    if (crlf !== undefined && crlf.size > 0) {
      for (const path of crlf) {
        const text = before.get(path);
        if (text) writeBelow(folder, path, { ...text, text: text.text.replaceAll("\r\n", "\n") });
      }
      applied = await apply();
    }
    if (!succeeded(applied)) throw notApplicable(source, gitWords(applied), diff);
    return [...before].flatMap(([path, old]): FileChange[] => {
      const found = lstatSync(join(folder, path), { throwIfNoEntry: false });
      const read = found?.isFile() ? decodeText(readFileSync(join(folder, path))) : undefined;
      const now = read && crlf?.has(path) ? { ...read, text: read.text.replaceAll("\n", "\r\n") } : read;
      const copied = origins.includes(path) && old?.text === now?.text;
      if (copied || (!old && !now)) return [];
      return [
        { path, before: old?.text ?? null, after: now?.text ?? null, encoding: (now ?? old)?.encoding ?? "utf8" },
      ];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeBelow(folder: string, path: string, text: SourceText): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), encodeText(text));
}

/** `added TAB deleted TAB path NUL`; of a rename or a copy only the new path. */
function pathsIn(numstat: string): string[] {
  const paths = new Set<string>();
  for (const part of numstat.split("\0")) {
    const path = part.replace(/^[-\d]+\t[-\d]+\t/, "");
    if (path !== "") paths.add(path);
  }
  return [...paths];
}

/** What renames and copies start from. */
function originsIn(diff: Uint8Array): string[] {
  const lines = Buffer.from(diff)
    .toString("latin1")
    .matchAll(/^(?:rename|copy) from (.*)$/gm);
  return [...lines].map(([, name = ""]) => unquoteBytes(name)).filter((name) => name !== undefined);
}

function notApplicable(source: string, words: string, diff: Uint8Array): PatchProError {
  return new PatchProError(
    "input",
    `${source} does not apply: ${words}`,
    hintFor(Buffer.from(diff).toString("latin1")),
  );
}

/** What settings of git put into a diff, or leave out, is not guessed: a diff made anew is the diff that was meant. */
function hintFor(diff: string): string {
  if (/^\x1b\[[\d;]*m/m.test(diff)) return "The diff holds colours. Make it anew with `git diff --no-color`.";
  const names = [...diff.matchAll(/^(?:---|\+\+\+) (?!\/dev\/null)"?(.{2})/gm)];
  if (names.length > 0 && names.every(([, start]) => !/^[abciwo]\/$/.test(start ?? "")))
    return "Its names do not begin with a/ and b/. Make it anew with `git diff --default-prefix` (or `--src-prefix=a/ --dst-prefix=b/`).";
  return "Give a unified diff that `git apply` takes on the files as they are; `patchpro repair` mends a broken one.";
}
