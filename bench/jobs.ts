import { readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { eslintAlone, ruffAlone } from "./check/analyzer.ts";
import { nodeCompiles, pythonCompiles } from "./check/compile.ts";
import { fetchNpmPackages } from "./fetch/npm.ts";
import { PROJECT, programOf, sourceList } from "./fetch/places.ts";
import { fetchPythonPackages, installRuff } from "./fetch/python.ts";
import { type Contents, makeRepository } from "./fetch/repository.ts";
import type { Job, Sizes } from "./job.ts";

const RUFF = "0.16.9";
/** The Ruff that is embedded in PatchPro, for a comparison of like with like. */
export const EMBEDDED_RUFF = "0.17.4";

const STRICT = "E,F,W,I,B,UP,S,C4,SIM,N,RET,PIE,PT,BLE,RUF,PL,PTH,ARG".split(",");
const SELECTIONS = { default: "", strict: `[lint]\nselect = ${JSON.stringify(STRICT)}\n` } as const;
export type Selection = keyof typeof SELECTIONS;

/** Some packages of `bench/sources/python.txt`. */
export const QUICK: readonly string[] = ["flask", "requests", "httpie"];

/** The folder of Ruff's program, installed if it is not. */
export function ruffFolder(python: string): string {
  return path.dirname(programOf(installRuff(python, RUFF), "ruff"));
}

/** Ruff on real Python packages, all in one repository. */
export function ruffJob(python: string, selection: Selection, sizes: Sizes, only?: readonly string[]): Job {
  const name = `ruff-${selection}${only ? `-${only.join("-")}` : ""}`;
  const root = makeRepository(name, pythonContents(python, SELECTIONS[selection], only));
  const programs = [ruffFolder(python)];
  const ruff = programOf(installRuff(python, RUFF), "ruff");
  return {
    name,
    root,
    python,
    tool: ruffAlone(python, ruff),
    compile: pythonCompiles(python),
    naive: (file) => [
      [python, "-c", "import sys; compile(open(sys.argv[1], 'rb').read(), 'x', 'exec')", file],
      [ruff, "check", "--no-cache", "--exit-zero", "--quiet", "--output-format", "json", "--", file],
    ],
    programs,
    sizes,
  };
}

/** The packages' Python files, with a Ruff configuration that no other one above can change. */
export function pythonContents(python: string, ruffToml: string, only?: readonly string[]): Contents {
  const packages = [...fetchPythonPackages(python)].filter(([name]) => !only || only.includes(name));
  return {
    folders: packages.map(([, from]) => ({ from })),
    extensions: [".py", ".pyi"],
    exclude: /\.data[/\\]/,
    files: { "ruff.toml": ruffToml },
  };
}

const BUILT = /(?:^|[/\\])(?:dist|build|min|lib[/\\]umd)[/\\]|\.min\.js$/;

/** ESLint on real npm packages, with the checkout's own ESLint. */
export function eslintJob(python: string, sizes: Sizes, only?: readonly string[]): Job {
  const packages = [...fetchNpmPackages()].filter(([name]) => !only || only.includes(name));
  const root = makeRepository(`eslint${only ? `-${only.join("-")}` : ""}`, {
    folders: packages.map(([name, from]) => ({ from: path.join(from, "package"), under: name })),
    extensions: [".js", ".cjs", ".mjs"],
    exclude: BUILT,
    files: {
      "eslint.config.mjs": readFileSync(sourceList("eslint.config.mjs"), "utf8"),
      "package.json": '{ "private": true }\n',
      ".gitignore": "node_modules\n",
    },
  });
  const furnish = (copy: string): void =>
    symlinkSync(path.join(PROJECT, "node_modules"), path.join(copy, "node_modules"), "junction");
  furnish(root);
  const eslint = path.join(PROJECT, "node_modules", "eslint", "bin", "eslint.js");
  return {
    name: path.basename(root),
    root,
    python,
    tool: eslintAlone(python, eslint),
    compile: nodeCompiles,
    naive: (file) => [
      [process.execPath, "--check", file],
      [process.execPath, eslint, "--format", "json", file],
    ],
    programs: [],
    furnish,
    sizes,
  };
}
