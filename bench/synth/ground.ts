import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Wired, wire } from "../../src/cli/wire.ts";
import type { Config } from "../../src/config/config.ts";
import { fillDefaults } from "../../src/config/defaults.ts";
import { readEnvironment } from "../../src/config/environment.ts";
import { ESLINT_CONFIGURATION, ruffConfiguration } from "../../src/eval/synth/selection.ts";
import type { Planted } from "./planted.ts";

/** A throw-away repository in which each finding has its file. */
export interface Ground {
  readonly root: string;
  readonly wired: Wired;
  readonly config: Config;
  close(): Promise<void>;
}

/** Plants findings under the configuration that they were confirmed with. The embedded Ruff is used: the one that confirmed. */
export async function plant(
  planted: readonly Omit<Planted, "aims">[],
  model?: { readonly strategy: "batch" | "single" },
): Promise<Ground> {
  const root = mkdtempSync(path.join(tmpdir(), "patchpro-synth-"));
  const write = (name: string, text: string): void => {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  for (const { path: name, before } of planted) write(name, before);
  const leftOut = new Map(planted.map(({ path: name, ignore }) => [`${path.posix.dirname(name)}/*`, ignore]));
  write("ruff.toml", ruffConfiguration(leftOut));
  write(".gitignore", "node_modules\n");
  if (planted.some(({ language }) => language !== "python")) {
    write("eslint.config.mjs", ESLINT_CONFIGURATION);
    mkdirSync(path.join(root, "node_modules"));
    const eslint = path.dirname(createRequire(import.meta.url).resolve("eslint/package.json"));
    symlinkSync(eslint, path.join(root, "node_modules", "eslint"), "junction");
  }
  execFileSync("git", ["init", "-q"], { cwd: root });
  const defaults = fillDefaults({ model: { name: "openai:none", strategy: model?.strategy ?? "batch" } });
  const config = {
    ...defaults,
    sources: model ? (["native", "model"] as const) : (["native"] as const),
    analyzers: { ...defaults.analyzers, ruff: { ...defaults.analyzers.ruff, flavour: "wasm" as const } },
  };
  const wired = await wire(root, config, readEnvironment());
  return {
    root,
    wired,
    config,
    async close() {
      await wired.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
