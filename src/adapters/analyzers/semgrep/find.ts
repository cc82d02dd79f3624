import path from "node:path";
import type { ProcessRunner } from "../../../ports/process.ts";

/** A Semgrep, or a program that speaks like it, that answered when asked for its version. */
export interface FoundSemgrep {
  readonly file: string;
  readonly version: string;
}

export const SEMGREP_CANDIDATES: readonly string[] =
  process.platform === "win32"
    ? [".venv\\Scripts\\semgrep.exe", "venv\\Scripts\\semgrep.exe", "semgrep", "opengrep"]
    : [".venv/bin/semgrep", "venv/bin/semgrep", "semgrep", "opengrep"];

/** Keeps Semgrep off the network and out of the terminal's colours. */
export const SEMGREP_ENV: Readonly<Record<string, string>> = {
  SEMGREP_SEND_METRICS: "off",
  SEMGREP_ENABLE_VERSION_CHECK: "0",
  NO_COLOR: "1",
};

/** The first candidate that runs; undefined if none does. Names with a slash are relative to the repository's root. */
export async function findSemgrep(
  runner: ProcessRunner,
  root: string,
  candidates: readonly string[] = SEMGREP_CANDIDATES,
): Promise<FoundSemgrep | undefined> {
  for (const candidate of candidates) {
    const file = /[\\/]/.test(candidate) ? path.resolve(root, candidate) : candidate;
    // Without --disable-version-check Semgrep asks its server, and waits minutes where there is no network.
    const args = /opengrep/.test(path.basename(candidate)) ? ["--version"] : ["--version", "--disable-version-check"];
    const completed = await runner.run({
      file,
      args,
      cwd: root,
      env: SEMGREP_ENV,
      timeoutMs: 60_000,
      maxOutputBytes: 4096,
    });
    const version = /^\d+\.\d+\.\d+\S*/m.exec(completed.stdout.toString("utf8"))?.[0];
    if (completed.ended === "exited" && completed.exitCode === 0 && version) return { file, version };
  }
  return undefined;
}
