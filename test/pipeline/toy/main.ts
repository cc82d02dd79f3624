// The toy linter as a program: `node main.ts RULES.json [PATHS…]`, run in a repository's root. Looks at every file but its rules.
// Prints PatchPro's own findings format.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type ToyRule, toyLinter } from "./linter.ts";
import { toyDocument } from "./report.ts";

const [rulesFile = "", ...targets] = process.argv.slice(2);
const rules: readonly ToyRule[] = JSON.parse(readFileSync(rulesFile, "utf8"));
const lint = toyLinter(rules);

const read = (path: string): string | undefined => {
  try {
    const bytes = readFileSync(path);
    const text = bytes.toString("utf8");
    return text.includes("\uFFFD") ? bytes.toString("latin1") : text;
  } catch {
    return undefined;
  }
};

/** Like most linters: everything below, but not what begins with a dot. */
function filesBelow(target: string): string[] {
  if (statSync(target, { throwIfNoEntry: false })?.isFile()) return [target];
  return readdirSync(target, { withFileTypes: true }).flatMap((entry) => {
    const name = target === "." ? entry.name : join(target, entry.name);
    if (entry.name.startsWith(".") || entry.name === "node_modules") return [];
    return statSync(name, { throwIfNoEntry: false })?.isDirectory() ? filesBelow(name) : [name];
  });
}

const files = (targets.length === 0 ? ["."] : targets)
  .flatMap(filesBelow)
  .filter((path) => path !== rulesFile)
  .sort();
const findings = files.flatMap((path) => {
  const text = read(path);
  return text === undefined ? [] : toyDocument(path, text, lint(path, text, read)).findings;
});
process.stdout.write(JSON.stringify({ version: 1, tool: "toy", findings }));
