import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { createProcessRunner } from "../../src/adapters/system/process.ts";
import { resolveUri } from "../../src/adapters/system/resolve-uri.ts";
import type { Report } from "../../src/domain/finding.ts";
import { decodeText } from "../../src/domain/text.ts";
import { readEslint } from "../../src/findings/readers/eslint.ts";
import { readRuff } from "../../src/findings/readers/ruff.ts";
import { readSemgrep } from "../../src/findings/readers/semgrep.ts";
import type { Completed, ProcessRunner } from "../../src/ports/process.ts";
import type { StagedVariant, Workspace } from "../../src/ports/workspace.ts";

export const runner: ProcessRunner = createProcessRunner({ env: process.env });

export const here = path.dirname(path.dirname(import.meta.dirname));

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) remove(folder);
});

/** A folder with the given files, its name without symbolic links; it goes when the tests of the file are over. */
export function temporaryFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), "patchpro-analyzers-")));
  folders.push(folder);
  writeFiles(folder, files);
  return folder;
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** The parts of a workspace that analyzers use, without git. */
export function workspaceAt(root: string): Pick<Workspace, "root" | "list" | "read" | "resolve"> {
  return {
    root,
    list: async (under = []) =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
        .filter(
          (name) =>
            under.length === 0 || under.some((one) => one === "." || name === one || name.startsWith(`${one}/`)),
        )
        .sort(),
    read: async (name) => readFile(path.join(root, name)).then(decodeText, () => undefined),
    resolve: async (uri, base) => resolveUri({ root, namedRoot: root, toplevel: root }, uri, base),
  };
}

/** A variant that gives one file another text, without a diff: analyzers do not look at it. */
export function variantOf(id: string, files: Readonly<Record<string, string | null>>): StagedVariant["variant"] {
  return {
    id,
    diff: new Uint8Array(),
    changes: Object.entries(files).map(([name, after]) => ({
      path: name,
      before: null,
      after,
      encoding: "utf8" as const,
    })),
  };
}

/** Puts each variant into a folder of its own beside a copy of the repository's configuration files. */
export function stageBeside(
  root: string,
  stage: string,
  variants: readonly StagedVariant["variant"][],
): StagedVariant[] {
  return variants.map((variant, at) => {
    const folder = path.join(stage, `v${at}`);
    mkdirSync(folder, { recursive: true });
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(?:toml|ya?ml)$|^\.eslintrc|^eslint\.config/.test(entry.name)) continue;
      const name = path.relative(root, path.join(entry.parentPath, entry.name));
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      cpSync(path.join(root, name), path.join(folder, name));
    }
    for (const { path: name, after } of variant.changes) if (after !== null) writeFiles(folder, { [name]: after });
    return { variant, root: folder };
  });
}

export function readRuffJson(text: string): Report[] {
  return readRuff(JSON.parse(text), "ruff");
}

export function readEslintJson(text: string): Report[] {
  return readEslint(JSON.parse(text), "eslint");
}

export function readSemgrepJson(text: string): Report[] {
  return readSemgrep(JSON.parse(text), "semgrep");
}

/** A runner under which every program ends the same way. */
export function endingIn(ended: Completed["ended"], rest: Partial<Completed> = {}): ProcessRunner {
  return { run: async () => ({ ended, exitCode: undefined, stdout: Buffer.alloc(0), stderr: "", ms: 1, ...rest }) };
}

/** Whether this file system takes the name. */
export function canHold(name: string): boolean {
  const folder = temporaryFolder();
  try {
    writeFiles(folder, { [name]: "" });
    return (
      existsSync(path.join(folder, name)) &&
      readdirSync(path.join(folder, path.dirname(name))).includes(path.basename(name))
    );
  } catch {
    return false;
  } finally {
    remove(folder);
  }
}
