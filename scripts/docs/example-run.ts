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

/** Runs the README's example and gives what it prints, without colours, 100 columns wide. `more`: further words. */
export async function exampleRun(more: readonly string[] = []): Promise<string> {
  const { FORCE_COLOR: _colour, CI: _ci, ...inherited } = process.env;
  const env = { ...inherited, NO_COLOR: "1", COLUMNS: "100", LC_ALL: "C.UTF-8", TERM: "xterm" };
  const words = [path.join(PROJECT, "bin", "patchpro.js"), ...exampleWords(), ...more];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: PROJECT, env });
  return stdout.trim();
}

/** What the README shows of a run: the first rules only, and no notices. */
export function excerpt(output: string): string {
  const sections = output.split("\n\n").filter((section) => !section.startsWith("Good to know"));
  return sections
    .map((section) => (section.startsWith("Fixed and proved") ? shortened(section) : section))
    .join("\n\n");
}

function shortened(section: string): string {
  const lines = section.split("\n");
  return lines.length <= 6 ? section : [...lines.slice(0, 5), "  …"].join("\n");
}

/** What the README shows now. */
export function shownRun(): string {
  return blockOf(readPage(README), BLOCK)
    .replace(/^```text\n/, "")
    .replace(/\n```$/, "");
}

/** Shows another run. */
export function showRun(output: string): void {
  writeFileSync(
    path.join(PROJECT, README),
    withBlock(readPage(README), BLOCK, `\`\`\`text\n${excerpt(output)}\n\`\`\``),
  );
}

/** A run's output without what is different each time: its id and its duration. */
export function stable(output: string): string {
  return output.replaceAll(/\d{8}-\d{6}-[0-9a-f]{9}/g, "RUN").replaceAll(/^Spent .*$/gm, "Spent TIME");
}
