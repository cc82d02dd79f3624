/**
 * Runs in a process of its own, with the repository's ESLint. Reads one JSON object (`DriverInput`) from standard input and
 * writes one line of JSON per result to standard output; with `--serve`, one object per line, until the input ends. Imports nothing of PatchPro, so that any Node that runs the
 * repository's ESLint can run it.
 */
import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

/** What the driver is asked. */
export interface DriverInput {
  readonly root: string;
  /** Entry of the repository's ESLint, absolute. */
  readonly eslint: string;
  readonly configFile?: string | undefined;
  readonly detail: "sightings" | "fixes";
  readonly task:
    | { readonly kind: "paths"; readonly paths: readonly string[] }
    | { readonly kind: "texts"; readonly texts: readonly { readonly path: string; readonly text: string }[] };
}

interface Message {
  readonly fatal?: boolean;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly ruleId: string | null;
  readonly fix?: unknown;
  readonly suggestions?: unknown;
}
interface Result {
  readonly filePath: string;
  readonly messages: readonly Message[];
  readonly suppressedMessages?: readonly Message[];
}
interface Eslint {
  lintFiles(patterns: readonly string[]): Promise<Result[]>;
  lintText(text: string, options: { filePath: string; warnIgnored: boolean }): Promise<Result[]>;
  isPathIgnored(filePath: string): Promise<boolean>;
}
type EslintClass = new (options: Readonly<Record<string, unknown>>) => Eslint;
interface EslintModule {
  readonly ESLint: EslintClass & { readonly version: string };
  readonly loadESLint?: () => Promise<EslintClass>;
}

const print = process.stdout.write.bind(process.stdout);
// Configurations and plugins print; standard output is for results alone.
process.stdout.write = process.stderr.write.bind(process.stderr) as typeof process.stdout.write;

try {
  if (process.argv.includes("--serve")) await serve();
  else await main(await standardInput());
} catch (error) {
  console.error(failureText(error));
  process.exitCode = 1;
}

/** The last line is what PatchPro shows of a failure. */
function failureText(error: unknown): string {
  const [summary] = String(error).split("\n");
  return `${error instanceof Error ? error.stack : ""}\n${summary}`;
}

/** Answers one line of input after the other, so that many small tasks share one start of ESLint. */
async function serve(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    try {
      await main(line);
      await emit({ served: true });
    } catch (error) {
      await emit({ served: false, failure: failureText(error) });
    }
  }
}

async function main(text: string): Promise<void> {
  const input = JSON.parse(text) as DriverInput;
  const module = (await import(pathToFileURL(input.eslint).href)) as EslintModule & { readonly default?: EslintModule };
  const eslintModule = module.ESLint ? module : module.default;
  if (!eslintModule?.ESLint) throw new Error(`${input.eslint} has no ESLint class: PatchPro needs ESLint 8 or newer`);
  // ESLint 8 picks the old or the new kind of configuration here, as its command line does.
  const Chosen = eslintModule.loadESLint ? await eslintModule.loadESLint() : eslintModule.ESLint;
  const eslint = new Chosen({
    cwd: input.root,
    fix: false,
    errorOnUnmatchedPattern: false,
    ...(input.configFile ? { overrideConfigFile: input.configFile } : {}),
  });
  if (input.task.kind === "paths") await lintPaths(eslint, input, input.task.paths);
  else await lintTexts(eslint, input, input.task.texts);
  await emit({ done: true, version: eslintModule.ESLint.version });
}

async function lintPaths(eslint: Eslint, input: DriverInput, paths: readonly string[]): Promise<void> {
  const wanted = paths.length === 0 ? ["."] : paths.map((one) => path.resolve(input.root, one));
  for (const one of wanted) {
    for (const result of await lintPath(eslint, one)) await emit(lineOf(result, input));
  }
}

/** A file whose name holds glob characters is read as a name only if it exists, and then not by every version: lint those as texts. */
async function lintPath(eslint: Eslint, one: string): Promise<Result[]> {
  if (!/[*?[\]{}!()\\]/.test(path.basename(one)) || !existsSync(one)) return eslint.lintFiles([one]);
  if (!(await stat(one)).isFile()) return eslint.lintFiles([one]);
  return eslint.lintText(await readFile(one, "utf8"), { filePath: one, warnIgnored: true });
}

async function lintTexts(
  eslint: Eslint,
  input: DriverInput,
  texts: readonly { readonly path: string; readonly text: string }[],
): Promise<void> {
  for (const [index, { path: name, text }] of texts.entries()) {
    const filePath = path.join(input.root, name);
    const [result] = await eslint.lintText(text, { filePath, warnIgnored: true });
    await emit({ index, ...lineOf(result ?? { filePath, messages: [] }, input) });
  }
}

function lineOf(result: Result, { detail }: DriverInput): Record<string, unknown> {
  const ignored = result.messages.find(
    (message) => message.ruleId === null && !message.fatal && /^File ignored/.test(message.message),
  );
  const shown = (message: Message): Message => {
    if (detail === "fixes") return message;
    const { fix, suggestions, ...rest } = message;
    return rest;
  };
  return {
    ...(ignored ? { ignored: ignored.message } : {}),
    syntaxErrors: result.messages
      .filter((message) => message.fatal)
      .map((message) => `${message.line ?? 1}:${message.column ?? 1} ${message.message}`),
    result: {
      filePath: result.filePath,
      messages: result.messages.filter((message) => message !== ignored).map(shown),
      suppressedMessages: (result.suppressedMessages ?? []).map(shown),
    },
  };
}

function emit(line: Record<string, unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    print(`${lineOfJson(line)}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

/** One line also for `node:readline`, which ends lines at these two. */
function lineOfJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

async function standardInput(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(Buffer.from(part as Buffer));
  return Buffer.concat(parts).toString("utf8");
}
