import { existsSync } from "node:fs";
import path from "node:path";
import { PatchProError } from "../../domain/errors.ts";
import type { ProcessRunner } from "../../ports/process.ts";

const LONGEST_MS = 300_000;

/**
 * The folder of the built page, `dist-ui` below PatchPro's own root (absolute). A checkout that has none builds it, after
 * `onBuild` was told; the published package always has it. Throws `PatchProError("input")` if it cannot be built.
 */
export async function pageFolder(
  own: string,
  runner: ProcessRunner,
  onBuild: () => void,
  signal: AbortSignal,
): Promise<string> {
  const folder = path.join(own, "dist-ui");
  if (existsSync(path.join(folder, "index.html"))) return folder;
  const vite = path.join(own, "node_modules", "vite", "bin", "vite.js");
  if (!existsSync(vite) || !existsSync(path.join(own, "web", "vite.config.ts")))
    throw new PatchProError(
      "input",
      `The page is not there: ${folder} holds no index.html`,
      "Install PatchPro again; in a checkout, run `npm ci`.",
    );
  onBuild();
  const built = await runner.run({
    file: process.execPath,
    args: [vite, "build", "web"],
    cwd: own,
    timeoutMs: LONGEST_MS,
    signal,
  });
  if (built.exitCode === 0 && existsSync(path.join(folder, "index.html"))) return folder;
  throw new PatchProError(
    "input",
    `The page could not be built: ${lastWords(built.stderr)}`,
    "Run `npm ci`, then `npm run build:ui`, and look at what it says.",
  );
}

function lastWords(stderr: string): string {
  return stderr.trim().split("\n").slice(-5).join("\n") || "the builder said nothing";
}
