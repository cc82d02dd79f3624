import { readFileSync } from "node:fs";
import path from "node:path";
import { compileFunction } from "node:vm";
import { z } from "zod";
import { command } from "../measure/command.ts";
import type { Invariant } from "./invariants.ts";

/** Which of some files (relative to a root) do not compile. */
export type Compile = (root: string, files: readonly string[]) => Set<string>;

/** With the Python at hand. */
export function pythonCompiles(python: string): Compile {
  const script = path.join(import.meta.dirname, "compile.py");
  return (root, files) => {
    const { stdout } = command(python, [script], { cwd: root, input: JSON.stringify(files) });
    return new Set(z.array(z.string()).parse(JSON.parse(stdout)));
  };
}

/** With this Node, as scripts: modules do not compile before either, and are left to ESLint's own parser. */
export const nodeCompiles: Compile = (root, files) =>
  new Set(
    files.filter((file) => {
      try {
        compileFunction(readFileSync(path.join(root, file), "utf8").replace(/^#!.*/, ""));
        return false;
      } catch {
        return true;
      }
    }),
  );

/** Every changed file that compiled in one tree compiles in the other. */
export function stillCompiles(compile: Compile, files: readonly string[], before: string, after: string): Invariant {
  const broken = compile(before, files);
  const exceptions = [...compile(after, files)].filter((file) => !broken.has(file)).map((file) => `${file} is broken`);
  return { name: "what compiled compiles", exceptions };
}
