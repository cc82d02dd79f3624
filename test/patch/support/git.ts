import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder outside any repository, with nobody's git configuration. */
class GitFolder {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), "patchpro-patch-")));

  write(path: string, bytes: Uint8Array): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), bytes);
  }

  /** Undefined where there is no such file. */
  read(path: string): Buffer | undefined {
    try {
      return readFileSync(join(this.root, path));
    } catch {
      return undefined;
    }
  }

  git(args: readonly string[], input: Uint8Array | string = ""): string {
    return execFileSync("git", ["-c", "core.autocrlf=false", "-c", "core.quotePath=false", ...args], {
      cwd: this.root,
      input,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["pipe", "pipe", "pipe"],
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: process.platform === "win32" ? "NUL" : "/dev/null",
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_CEILING_DIRECTORIES: dirname(this.root),
      },
    });
  }

  apply(diff: Uint8Array): void {
    this.git(["apply", "--whitespace=nowarn", "-"], diff);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Runs `work` in a new folder that is removed afterwards. */
export function inGitFolder(work: (folder: GitFolder) => void): void {
  const folder = new GitFolder();
  try {
    work(folder);
  } finally {
    folder.remove();
  }
}
