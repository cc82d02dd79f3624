import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { runProgram } from "../../../src/cli/program.ts";
import { readEnvironment } from "../../../src/config/environment.ts";
import { type ReportV1, reportV1 } from "../../../src/report/schema.ts";
import type { Playground } from "../../pipeline/toy/repair.ts";

/** The project's own folder. */
export const project = dirname(dirname(dirname(import.meta.dirname)));
const launcher = join(project, "bin", "patchpro.js");
const toyMain = join(project, "test", "pipeline", "toy", "main.ts");

/** How a command ended, and what it printed. */
export interface Told {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Setting {
  /** Below the playground's root. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
  /** Called with everything that is written to standard error. */
  readonly onErr?: (text: string) => void;
}

function environmentOf({ tmp }: Playground, env: Setting["env"]): Record<string, string | undefined> {
  const own = {
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    NO_COLOR: "1",
    COLUMNS: "100",
    TMPDIR: tmp,
    TEMP: tmp,
    TMP: tmp,
  };
  return { ...process.env, FORCE_COLOR: undefined, ...own, ...env };
}

/** Runs a command line in this process. */
export async function patchpro(
  playground: Playground,
  words: readonly string[],
  { cwd = ".", env, signal, onErr }: Setting = {},
): Promise<Told> {
  let [out, err] = ["", ""];
  const code = await runProgram(words, {
    cwd: join(playground.root, cwd),
    environment: readEnvironment(environmentOf(playground, env)),
    toolVersion: "0.0.0-test",
    signal: signal ?? new AbortController().signal,
    stdout: async (text) => {
      out += Buffer.from(text).toString();
    },
    stderr: (text) => {
      err += text;
      onErr?.(text);
    },
  });
  return { code, out, err };
}

/** Runs a command line as a process of its own, where the process matters: standard input, PATH, signals. */
export function patchproProcess(
  playground: Playground,
  words: readonly string[],
  { cwd = ".", env, input = "" }: Setting & { readonly input?: string | Uint8Array } = {},
): Told {
  const options = {
    cwd: join(playground.root, cwd),
    env: definedOnly(environmentOf(playground, env)),
    input,
    encoding: "utf8" as const,
    timeout: 120_000,
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...words], options);
  return { code: status, out: stdout, err: stderr };
}

/** Starts a command line in a process group of its own. */
export function startPatchpro(playground: Playground, words: readonly string[], { env }: Setting = {}) {
  const child = spawn(process.execPath, [launcher, ...words], {
    cwd: playground.root,
    env: definedOnly(environmentOf(playground, env)),
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  const ended = new Promise<Told>(
    (
      resolve, // a signal that comes while the process is ending anyway ends it; shells call that 130 too
    ) => child.on("close", (code, signal) => resolve({ code: signal === "SIGINT" ? 130 : code, ...said })),
  );
  return {
    ended,
    said,
    /** Ctrl-C, as the terminal sends it: to the whole group, if it is still there. */
    interrupt: () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGINT");
    },
    /** No time to tidy up: the whole group is gone at once. */
    kill: () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
    },
  };
}

function definedOnly(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Everything in a folder: names, bytes, rights and links, which are not followed; git's own folder left out. */
export function treeHash(folder: string): string {
  const hash = createHash("sha256");
  const walk = (at: string): void => {
    for (const name of readdirSync(join(folder, at)).sort()) {
      if (name === ".git") continue;
      const file = join(folder, at, name);
      const found = lstatSync(file);
      const content = found.isSymbolicLink() ? readlinkSync(file) : found.isFile() ? readFileSync(file) : "";
      hash
        .update(`${join(at, name)}\0${found.mode}\0`)
        .update(content)
        .update("\0");
      if (found.isDirectory()) walk(join(at, name));
    }
  };
  walk("");
  return hash.digest("hex");
}

/** The newest run's folder below a root. */
export function newestRun(root: string): string {
  const runs = join(root, ".patchpro", "runs");
  return join(runs, readdirSync(runs).sort().at(-1) ?? "");
}

/** The report in a run's folder, as the schema has it. */
export function reportIn(folder: string): ReportV1 {
  return reportV1.parse(JSON.parse(readFileSync(join(folder, "report.json"), "utf8")));
}

/** `.patchpro.toml` with the toy linter as a command, and with the built-in analyzers off. */
export function toyConfig(more = "", { rules = "toy.json", before = "", name = "toy" } = {}): string {
  const command = JSON.stringify([process.execPath, toyMain, rules, "{paths}"]);
  return `${before}\n[analyzers.ruff]\nenabled = false\n[analyzers.eslint]\nenabled = false\n[analyzers.semgrep]\nenabled = false\n[analyzers.${name}]\ncommand = ${command}\nformat = "findings"\n${more}`;
}
