import path from "node:path";
import picomatch from "picomatch";
import { createCommandAnalyzer } from "../../adapters/analyzers/command/command.ts";
import { createEslint } from "../../adapters/analyzers/eslint/eslint.ts";
import { findEslint } from "../../adapters/analyzers/eslint/find.ts";
import { findRuff } from "../../adapters/analyzers/ruff/find.ts";
import { createNativeRuff } from "../../adapters/analyzers/ruff/native.ts";
import { createWasmRuff } from "../../adapters/analyzers/ruff/wasm.ts";
import { findSemgrep } from "../../adapters/analyzers/semgrep/find.ts";
import { createSemgrep } from "../../adapters/analyzers/semgrep/semgrep.ts";
import { conventionalConfigs } from "../../adapters/analyzers/semgrep/settings.ts";
import type { Config } from "../../config/config.ts";
import { nearest } from "../../config/nearest.ts";
import { PatchProError } from "../../domain/errors.ts";
import { readReports } from "../../findings/readers/detect.ts";
import type { Analyzer } from "../../ports/analyzer.ts";
import type { ProcessRunner } from "../../ports/process.ts";
import type { Workspace } from "../../ports/workspace.ts";

type Settings = Config["analyzers"];

/** Those that can be asked. */
export interface Picked {
  readonly analyzers: readonly Analyzer[];
  /** Those that the repository is set up for and that are not installed, one sentence each: why, and what to do. */
  readonly absent: readonly Absent[];
}

export interface Absent {
  readonly name: string;
  readonly why: string;
}

/** The analyzers that the configuration asks for, or that fit the repository. `only`: names asked for on the command line. Throws `PatchProError`. */
export async function pickAnalyzers(
  settings: Settings,
  workspace: Workspace,
  runner: ProcessRunner,
  only: readonly string[] | undefined,
): Promise<Picked> {
  const known = ["ruff", "eslint", "semgrep", ...settings.custom.map(({ name }) => name)];
  for (const name of only ?? []) {
    if (known.includes(name)) continue;
    const meant = nearest(name, known);
    throw new PatchProError(
      "usage",
      `there is no analyzer "${name}"${meant ? `; did you mean "${meant}"?` : ""}`,
      `Known here: ${known.join(", ")}. Others: [analyzers.NAME] command = […] in the configuration.`,
    );
  }
  const files = await workspace.list();
  const asked = (name: string, enabled: boolean | "auto"): boolean => only?.includes(name) ?? enabled !== false;
  const picked = await Promise.all([
    asked("ruff", settings.ruff.enabled)
      ? pickRuff(settings.ruff, files, workspace, runner, only !== undefined)
      : undefined,
    asked("eslint", settings.eslint.enabled)
      ? pickEslint(settings.eslint, files, workspace, runner, only !== undefined)
      : undefined,
    asked("semgrep", settings.semgrep.enabled)
      ? pickSemgrep(settings.semgrep, workspace, runner, only !== undefined)
      : undefined,
    ...settings.custom
      .filter(({ name, enabled }) => asked(name, enabled))
      .map((custom) => pickCommand(custom, workspace, runner)),
  ]);
  return {
    analyzers: picked.flatMap((one) => (one && "identify" in one ? [one] : [])),
    absent: picked.flatMap((one) => (one && "why" in one ? [one] : [])),
  };
}

async function pickRuff(
  settings: Settings["ruff"],
  files: readonly string[],
  workspace: Workspace,
  runner: ProcessRunner,
  wanted: boolean,
): Promise<Analyzer | undefined> {
  if (settings.enabled === "auto" && !wanted && !files.some((file) => /\.pyi?$/.test(file))) return undefined;
  const narrowed = {
    ...(settings.select && { select: settings.select }),
    ignore: settings.ignore,
    ...(settings.config !== undefined && { config: settings.config }),
    timeoutMs: settings.timeoutMs,
  };
  const ruff =
    settings.flavour === "wasm"
      ? undefined
      : await findRuff(runner, workspace.root, settings.binary === undefined ? undefined : [settings.binary]);
  if (ruff) return createNativeRuff({ ruff, workspace, runner, read: readReports, settings: narrowed });
  if (settings.flavour === "native" || settings.binary !== undefined)
    throw missing(
      "ruff",
      settings.binary ?? "ruff",
      "Install Ruff (`pip install ruff`), or take flavour and binary out of [analyzers.ruff]: an embedded Ruff is always there.",
    );
  return createWasmRuff({ workspace, settings: narrowed });
}

async function pickEslint(
  settings: Settings["eslint"],
  files: readonly string[],
  workspace: Workspace,
  runner: ProcessRunner,
  wanted: boolean,
): Promise<Analyzer | Absent | undefined> {
  const demanded = settings.enabled === true || wanted;
  const configured =
    settings.config ?? files.find((file) => /(^|\/)(eslint\.config\.[cm]?[jt]s|\.eslintrc(\.\w+)?)$/.test(file));
  if (!demanded && configured === undefined) return undefined;
  const eslint = await findEslint(workspace.root);
  if (!eslint && demanded)
    throw missing(
      "eslint",
      "eslint",
      "Install it in the repository (`npm install --save-dev eslint`), or take it out of the configured analyzers.",
    );
  if (!eslint) return { name: "eslint", why: await whyNoEslint(configured ?? "", workspace.root) };
  return createEslint({
    eslint,
    workspace,
    runner,
    read: readReports,
    settings: { ...(settings.config !== undefined && { config: settings.config }), timeoutMs: settings.timeoutMs },
  });
}

/** A package of a workspace may have an ESLint of its own, which the root does not see. */
async function whyNoEslint(configured: string, root: string): Promise<string> {
  const folder = path.posix.dirname(configured);
  const own = folder !== "." && (await findEslint(path.join(root, folder)));
  return own
    ? `${configured} is here, but ESLint is installed in ${folder} only: name that with --root`
    : `${configured} is here, but ESLint is not installed: \`npm ci\`, or \`npm install --save-dev eslint\``;
}

async function pickSemgrep(
  settings: Settings["semgrep"],
  workspace: Workspace,
  runner: ProcessRunner,
  wanted: boolean,
): Promise<Analyzer | Absent | undefined> {
  const demanded = settings.enabled === true || wanted;
  const [rules] = settings.configs.length > 0 ? settings.configs : await conventionalConfigs(workspace);
  if (!demanded && rules === undefined) return undefined;
  const semgrep = await findSemgrep(
    runner,
    workspace.root,
    settings.binary === undefined ? undefined : [settings.binary],
  );
  if (!semgrep && demanded)
    throw missing(
      "semgrep",
      settings.binary ?? "semgrep",
      "Install Semgrep (`pip install semgrep`), or take it out of the configured analyzers.",
    );
  if (!semgrep)
    return { name: "semgrep", why: `${rules} is here, but Semgrep is not installed: \`pip install semgrep\`` };
  return createSemgrep({
    semgrep,
    workspace,
    runner,
    read: readReports,
    settings: { ...(settings.configs.length > 0 && { configs: settings.configs }), timeoutMs: settings.timeoutMs },
  });
}

async function pickCommand(
  custom: Settings["custom"][number],
  workspace: Workspace,
  runner: ProcessRunner,
): Promise<Analyzer> {
  const { name, command, format, timeoutMs, files } = custom;
  const analyzer = createCommandAnalyzer({
    settings: { name, command, format, timeoutMs },
    workspace,
    runner,
    read: readReports,
  });
  return files ? { ...analyzer, handles: picomatch([...files], { dot: true }) } : analyzer;
}

function missing(name: string, program: string, hint: string): PatchProError {
  return new PatchProError("analyzer", `${name} is asked for, but ${program} is not there or does not start`, hint);
}
