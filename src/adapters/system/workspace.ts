import { relative, sep } from "node:path";
import type { ProcessRunner } from "../../ports/process.ts";
import type { Workspace } from "../../ports/workspace.ts";
import { changedInIndex, changedSince } from "./changed-lines.ts";
import { gitIn } from "./git.ts";
import { listFiles } from "./list-files.ts";
import { readSource } from "./read-source.ts";
import { locateRepository, ownIndex } from "./repository.ts";
import { resolveUri } from "./resolve-uri.ts";
import { stageVariants } from "./stage.ts";

export interface WorkspaceOptions {
  /** The folder to work on: the top of a git work tree or a folder below it. */
  readonly root: string;
  readonly runner: ProcessRunner;
  /** Folder for throw-away folders; made if missing. */
  readonly tmp: string;
  /** The index that git handed to a hook (`GIT_INDEX_FILE`), for "staged"; another repository's is passed over. */
  readonly indexFile?: string | undefined;
}

/** Opens the repository around `root`. Throws `PatchProError("repository", …)` if there is none or no git. */
export async function openWorkspace({ root: folder, runner, tmp, indexFile }: WorkspaceOptions): Promise<Workspace> {
  const repository = await locateRepository(folder, runner);
  const { root } = repository;
  const git = gitIn(runner, root);
  return {
    root,
    prefix: root === repository.toplevel ? "" : `${relative(repository.toplevel, root).split(sep).join("/")}/`,
    read: (path) => readSource(root, path),
    list: (under) => listFiles(git, root, under),
    resolve: async (uri, base) => resolveUri(repository, uri, base),
    stage: (variants, isolation) => stageVariants({ repository, runner, tmp }, variants, isolation),
    changedLines: async (since) =>
      since === "staged"
        ? changedInIndex(git, await ownIndex(git, repository, indexFile))
        : changedSince(git, since.ref),
  };
}
