import { readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { type Git, succeeded } from "../git.ts";

const OWNER = "owner.json";
const owner = z.object({ host: z.string(), pid: z.int().positive() });

/** Writes beside a work tree whose it is, for those who find it when its process was killed. */
export function signWorktree(parent: string): void {
  writeFileSync(join(parent, OWNER), JSON.stringify({ host: hostname(), pid: process.pid }));
}

/** The work trees of this repository that a PatchPro of this machine made and did not live to remove. */
export async function abandonedWorktrees(git: Git): Promise<string[]> {
  const listed = await git(["worktree", "list", "--porcelain"]);
  if (!succeeded(listed)) return [];
  return [...listed.stdout.toString("utf8").matchAll(/^worktree (.*)$/gm)]
    .map(([, path = ""]) => path)
    .filter((path) => isNamedAsOurs(path) && isAbandoned(dirname(path)));
}

function isNamedAsOurs(path: string): boolean {
  const [, ending] = /^patchpro-(.{6})$/.exec(basename(path)) ?? [];
  return ending !== undefined && basename(dirname(path)) === `patchpro-tests-${ending}`;
}

/** What cannot be read, by rights or by content, is somebody else's. */
function isAbandoned(parent: string): boolean {
  try {
    const { host, pid } = owner.parse(JSON.parse(readFileSync(join(parent, OWNER), "utf8")));
    return host === hostname() && !isRunning(pid);
  } catch {
    return false;
  }
}

/** One that belongs to somebody else runs too. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
