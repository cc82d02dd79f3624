import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { createProcessRunner } from "../../src/adapters/system/process.ts";

/** Git as a person has it, but without this computer's configuration. */
const GIT_ENV = {
  ...process.env,
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "A",
  GIT_AUTHOR_EMAIL: "a@example.com",
  GIT_COMMITTER_NAME: "A",
  GIT_COMMITTER_EMAIL: "a@example.com",
};

export const runner = createProcessRunner({
  env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
});

export const windows = process.platform === "win32";

/** A new folder, its real path, removed after the test. */
export function temporaryFolder(): string {
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), "patchpro-system-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function git(folder: string, ...args: string[]): string {
  return execFileSync("git", ["-c", "protocol.file.allow=always", ...args], {
    cwd: folder,
    env: GIT_ENV,
    encoding: "utf8",
  });
}

export function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** A repository with one commit that holds `files`. */
export function repository(
  files: Readonly<Record<string, string | Uint8Array>> = { "a.py": "one\ntwo\nthree\n" },
): string {
  const folder = temporaryFolder();
  git(folder, "init", "-q", "-b", "main");
  write(folder, files);
  git(folder, "add", "-A", "-f");
  git(folder, "commit", "-q", "--allow-empty", "-m", "start");
  return folder;
}

/** Whether a mount of its own can be made here without touching the rest of the computer. */
export const canMount =
  process.platform === "linux" &&
  spawnSync("unshare", ["--user", "--map-root-user", "--mount", "sh", "-c", "mount -t tmpfs none /mnt"]).status === 0;
