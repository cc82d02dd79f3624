import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { scriptedProvider } from "../../src/adapters/providers/scripted.ts";
import { modelTools } from "../../src/cli/wire/models.ts";
import { repairTools, wire } from "../../src/cli/wire.ts";
import { fillDefaults } from "../../src/config/defaults.ts";
import { readEnvironment } from "../../src/config/environment.ts";
import type { Strategy } from "../../src/domain/outcome.ts";
import type { RunResult } from "../../src/domain/run.ts";
import { run } from "../../src/pipeline/run.ts";
import type { ModelRequest } from "../../src/ports/provider.ts";
import { type CorpusFile, SELECT } from "./corpus.ts";

export interface Driven {
  readonly result: RunResult;
  readonly requests: readonly ModelRequest[];
}

export interface DriveOptions {
  readonly strategy: "auto" | Strategy;
  /** `wasm` where no native Ruff is on PATH. */
  readonly flavour: "auto" | "native" | "wasm";
  readonly attempts?: number;
  /** Called between the parts of the run, for measuring. */
  readonly emit?: (what: string) => void;
}

/** The whole pipeline on a corpus in a repository of its own, with real git and Ruff, and a model that says what `answer` says. */
export async function drive(
  files: readonly CorpusFile[],
  answer: (request: ModelRequest) => string,
  options: DriveOptions,
): Promise<Driven> {
  const folder = mkdtempSync(path.join(tmpdir(), "patchpro-model-"));
  const environment = readEnvironment();
  const signal = new AbortController().signal;
  const context = {
    cwd: folder,
    environment: { ...environment, keys: { ...environment.keys, openai: "none" } },
    toolVersion: "bench",
    signal,
    stdout: async () => undefined,
    stderr: () => undefined,
  };
  try {
    for (const { path: name, text } of files) write(folder, name, text);
    write(folder, "tests/test_all.py", "def test_all():\n    assert 1 + 1 == 2\n");
    write(
      folder,
      "ruff.toml",
      `[lint]\nselect = ${JSON.stringify(SELECT)}\n[lint.per-file-ignores]\n"tests/*" = ["D"]\n`,
    );
    execFileSync("git", ["init", "-q"], { cwd: folder });
    const defaults = fillDefaults({ sources: ["model"], model: { name: "openai:none", strategy: options.strategy } });
    const config = {
      ...defaults,
      analyzers: { ...defaults.analyzers, ruff: { ...defaults.analyzers.ruff, flavour: options.flavour } },
    };
    const wired = await wire(folder, config, environment);
    const emit = (event: { kind: string; what?: string }): void => options.emit?.(event.what ?? event.kind);
    const shared = { ...(await repairTools(wired, config, signal)), emit };
    const model = await modelTools(wired, config, context, shared, { runId: "bench" });
    if (!model) throw new Error("no model is configured");
    const provider = scriptedProvider((request) => answer(request));
    const settings = { ...model.tools.settings, attempts: options.attempts ?? 2 };
    const policy = { sources: ["model" as const], unsafe: "verify" as const, rules: new Map() };
    const result = await run(
      { runId: "bench", paths: [], minSeverity: "info", excluded: () => false, policy },
      { ...shared, toolVersion: "bench", model: { ...model.tools, chain: [provider], settings } },
    );
    await wired.close();
    return { result, requests: provider.calls };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(folder: string, name: string, text: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
