import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { syntaxParsers } from "../../../src/adapters/parsers/index.ts";
import { createProcessRunner } from "../../../src/adapters/system/process.ts";
import { openWorkspace } from "../../../src/adapters/system/workspace.ts";
import { CHECKS, type CheckName } from "../../../src/domain/check.ts";
import type { UnsafePolicy } from "../../../src/domain/policy.ts";
import type { RunEvent, RunResult } from "../../../src/domain/run.ts";
import { createLocator } from "../../../src/findings/locate.ts";
import { type RunOrder, type RunTools, run } from "../../../src/pipeline/run.ts";
import type { TestCommand } from "../../../src/pipeline/test-rung.ts";
import type { Analyzer } from "../../../src/ports/analyzer.ts";
import { type ToyOptions, toyAnalyzer } from "./analyzer.ts";
import type { Lint } from "./linter.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

const ENV = {
  ...process.env,
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "A",
  GIT_AUTHOR_EMAIL: "a@example.com",
  GIT_COMMITTER_NAME: "A",
  GIT_COMMITTER_EMAIL: "a@example.com",
};
export const runner = createProcessRunner({ env: ENV });

export function git(folder: string, ...args: string[]): string {
  return execFileSync("git", args, { cwd: folder, env: ENV, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

export function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** A git repository that can be given other files again and again: `git init` costs more than most tests. */
export interface Playground {
  readonly root: string;
  /** Throw-away folders of runs go here; nothing may be left in it. */
  readonly tmp: string;
  /** Makes the files the whole content of the repository; nothing is committed. */
  fill(files: Files): void;
  read(path: string): string;
  remove(): void;
}

export function openPlayground(): Playground {
  const home = realpathSync.native(mkdtempSync(join(tmpdir(), "patchpro-toy-")));
  const [root, tmp] = [join(home, "repository"), join(home, "tmp")];
  mkdirSync(root);
  mkdirSync(tmp);
  git(root, "init", "-q", "-b", "main");
  return {
    root,
    tmp,
    fill(files) {
      for (const name of readdirSync(root)) if (name !== ".git") rmSync(join(root, name), { recursive: true });
      writeFiles(root, files);
    },
    read: (path) => readFileSync(join(root, path), "utf8"),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

export interface RepairOptions extends Partial<Omit<ToyOptions, "lint" | "workspace">> {
  readonly unsafe?: UnsafePolicy;
  readonly require?: readonly CheckName[];
  readonly tests?: TestCommand;
  readonly signal?: AbortSignal;
  readonly emit?: (event: RunEvent) => void;
  /** More analyzers beside the toy. */
  readonly beside?: readonly Lint[];
}

/** What a run on a playground is ordered to do and does it with: real git, the real ladder, and a linter in this process. */
export async function toolsWith(
  lint: Lint,
  { root, tmp }: Playground,
  options: RepairOptions = {},
): Promise<{ order: RunOrder; tools: RunTools }> {
  const workspace = await openWorkspace({ root, runner, tmp });
  const {
    unsafe = "verify",
    require = CHECKS.filter((name) => name !== "judged" && name !== "tests"),
    signal,
    emit = () => {},
    beside = [],
    tests,
    ...toy
  } = options;
  const analyzers: Analyzer[] = [
    toyAnalyzer({ lint, workspace, ...toy }),
    ...beside.map((other, at) => toyAnalyzer({ lint: other, workspace, name: `toy-${at + 2}` })),
  ];
  const identities = new Map(
    await Promise.all(analyzers.map(async (analyzer) => [analyzer.name, await analyzer.identify()] as const)),
  );
  const scope = { maxFiles: 10, maxChangedLines: 200, maxDistance: 200, allowPaths: [], protect: [] };
  const ladder = {
    workspace,
    analyzers,
    identities,
    parsers: syntaxParsers(),
    scope,
    require: new Set(require),
    now: () => performance.now(),
    ...(signal && { signal }),
  };
  const order = {
    runId: "toy",
    paths: [],
    minSeverity: "info" as const,
    excluded: () => false,
    policy: { sources: ["native" as const], unsafe, rules: new Map() },
  };
  return {
    order,
    tools: { unsafe, locate: createLocator(), ladder, toolVersion: "0", emit, ...(tests && { tests }) },
  };
}

/** The whole pipeline on a playground. */
export async function repairWith(lint: Lint, playground: Playground, options: RepairOptions = {}): Promise<RunResult> {
  const { order, tools } = await toolsWith(lint, playground, options);
  return run(order, tools);
}

/** The text of a file after everything that was accepted. */
export function textAfter(result: RunResult, path: string, playground: Playground): string {
  const change = result.changes.find((one) => one.path === path);
  return change ? (change.after ?? "") : playground.read(path);
}
