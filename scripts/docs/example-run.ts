import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { blockOf, withBlock } from "./page.ts";
import { PROJECT, readPage } from "./pages.ts";

const README = "README.md";
const BLOCK = "run";

/** The words after `npx patchpro` in the README's first command. */
export function exampleWords(): string[] {
  const found = /^npm ci && npx patchpro (.+)$/m.exec(readPage(README));
  if (!found?.[1]) throw new Error("README.md has no line `npm ci && npx patchpro …`");
  return found[1].split(" ");
}

/** What that command prints, colours and a person's terminal left out. */
export async function exampleRun(extra: readonly string[] = []): Promise<string> {
  const env = { ...process.env, NO_COLOR: "1", COLUMNS: "100", LC_ALL: "C.UTF-8", FORCE_COLOR: undefined, TERM: "xterm", CI: undefined };
  const words = [path.join(PROJECT, "bin", "patchpro.js"), ...exampleWords(), ...extra];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: PROJECT, env });
  return stdout.trim();
}

/** The run that the README shows. */
export function shownRun(): string {
  return blockOf(readPage(README), BLOCK).replace(/^```text\n/, "").replace(/\n```$/, "");
}

/** Shows another one. */
export function withExampleRun(output: string): void {
  writeFileSync(path.join(PROJECT, README), withBlock(readPage(README), BLOCK, `\`\`\`text\n${output}\n\`\`\``));
}

/** A run's output without what is different each time: its id, its duration, the version of Ruff. */
export function stable(output: string): string {
  return output
    .replaceAll(/\d{8}-\d{6}-[0-9a-f]{6}/g, "RUN")
    .replaceAll(/^Spent .*$/gm, "Spent TIME")
    .trim();
}
