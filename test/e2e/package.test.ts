import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

const PROJECT = path.resolve(import.meta.dirname, "../..");
const packed = z.tuple([z.object({ files: z.array(z.object({ path: z.string() })) })]);

let folder: string;
let installed: string;

/** A project that has PatchPro as a dependency: the built files, without sources, among the checkout's own packages. */
beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "patchpro-package-")));
  installed = path.join(folder, "node_modules", "patchpro");
  mkdirSync(installed, { recursive: true });
  for (const name of ["bin", "codemods", "schemas", "prompts", "vendor", "package.json", "LICENSE", "README.md"])
    cpSync(path.join(PROJECT, name), path.join(installed, name), { recursive: true });
  for (const name of readdirSync(path.join(PROJECT, "node_modules"))) {
    if (name !== "patchpro" && !name.startsWith("."))
      symlinkSync(path.join(PROJECT, "node_modules", name), path.join(folder, "node_modules", name), "junction");
  }
  const tsc = path.join(PROJECT, "node_modules", "typescript", "bin", "tsc");
  spawnSync(process.execPath, [
    tsc,
    "-p",
    path.join(PROJECT, "tsconfig.build.json"),
    "--outDir",
    path.join(installed, "dist"),
  ]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function patchpro(...words: string[]): string {
  return execFileSync(process.execPath, [path.join(installed, "bin", "patchpro.js"), ...words], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

describe("the published package", () => {
  it("holds the built program, its prompts and its schemas, and no sources or tests", () => {
    const npm = process.env.npm_execpath;
    const words = ["pack", "--dry-run", "--json", "--ignore-scripts"];
    const text =
      npm === undefined
        ? execFileSync("npm", words, { cwd: installed, encoding: "utf8" })
        : execFileSync(process.execPath, [npm, ...words], { cwd: installed, encoding: "utf8" });
    const [{ files }] = packed.parse(JSON.parse(text));
    const names = files.map((file) => file.path);
    expect(names).toEqual(
      expect.arrayContaining([
        "LICENSE",
        "README.md",
        "package.json",
        "bin/patchpro.js",
        "dist/cli/main.js",
        "schemas/report.v1.json",
      ]),
    );
    expect(names.filter((name) => name.startsWith("prompts/")).length).toBeGreaterThan(0);
    expect(
      names.filter(
        (name) =>
          !/^(?:LICENSE|README\.md|package\.json|(?:bin|codemods|dist|dist-ui|schemas|prompts|vendor\/grammars)\/.+)$/.test(
            name,
          ),
      ),
    ).toEqual([]);
    expect(names.filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))).toEqual([]);
  });

  it("starts, and knows its version", () => {
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(path.join(PROJECT, "package.json"), "utf8")));
    expect(patchpro("--version").trim()).toBe(version);
  });

  it("proves a patch with the embedded Ruff, whose worker and module it finds", () => {
    execFileSync("git", ["init", "-q"], { cwd: folder });
    writeFileSync(path.join(folder, ".gitignore"), "node_modules\n");
    writeFileSync(path.join(folder, "app.py"), "import os\n\nprint(1)\n");
    writeFileSync(path.join(folder, ".patchpro.toml"), '[analyzers.ruff]\nflavour = "wasm"\nselect = ["F401"]\n');
    const report: unknown = JSON.parse(patchpro("run", "--quiet", "--format", "json"));
    expect(report).toMatchObject({ summary: { findings: 1, accepted: 1 } });
  });

  it("holds its codemods and the grammars that they need", () => {
    writeFileSync(path.join(folder, "app.py"), "import re\n\nprint(re.split(a, b, 1))\n");
    writeFileSync(path.join(folder, ".patchpro.toml"), '[analyzers.ruff]\nflavour = "wasm"\nselect = ["B034"]\n');
    const report: unknown = JSON.parse(patchpro("run", "--quiet", "--format", "json"));
    expect(report).toMatchObject({ summary: { findings: 1, bySource: { codemod: 1 } } });
  });
});
