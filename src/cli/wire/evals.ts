import path from "node:path";
import { createEslint } from "../../adapters/analyzers/eslint/eslint.ts";
import { findEslint } from "../../adapters/analyzers/eslint/find.ts";
import { keepDriver } from "../../adapters/analyzers/eslint/kept-driver.ts";
import { createRuffPool } from "../../adapters/analyzers/ruff/pool.ts";
import { createWasmRuff } from "../../adapters/analyzers/ruff/wasm.ts";
import { findSemgrep } from "../../adapters/analyzers/semgrep/find.ts";
import { createSemgrep } from "../../adapters/analyzers/semgrep/semgrep.ts";
import { runBehaviourTest } from "../../adapters/system/behaviour-test.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { withoutSecrets } from "../../adapters/system/environment.ts";
import { openFolder } from "../../adapters/system/folder.ts";
import { gitIn, succeeded } from "../../adapters/system/git.ts";
import { createKeptRunner } from "../../adapters/system/kept-runner/kept-runner.ts";
import { createProcessRunner } from "../../adapters/system/process.ts";
import { roomiestTemporaryFolder } from "../../adapters/system/temporary-place.ts";
import { makeFolder, plantTree } from "../../adapters/system/throw-away-tree.ts";
import { openWorkspace } from "../../adapters/system/workspace.ts";
import { writeFiles } from "../../adapters/system/write-files.ts";
import type { Config } from "../../config/config.ts";
import { fillDefaults } from "../../config/defaults.ts";
import { messageOf, PatchProError } from "../../domain/errors.ts";
import type { SourceText } from "../../domain/text.ts";
import { ulidMaker } from "../../domain/ulid.ts";
import type { Files } from "../../eval/cases/case.ts";
import { eslintConfiguration } from "../../eval/cases/eslint-configuration.ts";
import type { SuiteFolder } from "../../eval/cases/load.ts";
import { ownRulesOnly } from "../../eval/run/own-rules.ts";
import type { EvalGround, LiveModels, Workplace, WorkplaceOrder } from "../../eval/run/workplace.ts";
import { readReports } from "../../findings/readers/detect.ts";
import type { Analyzer } from "../../ports/analyzer.ts";
import type { Workspace } from "../../ports/workspace.ts";
import type { CommandContext } from "../context.ts";
import { repairTools } from "../wire.ts";
import { pickCodemods } from "./codemods.ts";
import { assembleModelTools, modelChain, shippedPrompts } from "./models.ts";
import { recordRun } from "./traces.ts";

/** Names of a suite: a folder below `evals/`. */
const SUITE_NAME = /^[\w-][\w.-]*$/;

/** The folder of a suite's cases. Throws `PatchProError` for a name that is none, or a suite that is not there. */
export function openSuite(root: string, suite: string): SuiteFolder {
  if (!SUITE_NAME.test(suite))
    throw new PatchProError(
      "usage",
      `"${suite}" is no name of a suite`,
      "A suite is a folder below evals/, such as cases.",
    );
  const folder = openFolder(path.join(root, "evals", suite));
  return {
    list: async () => {
      try {
        return await folder.list();
      } catch (error) {
        throw new PatchProError(
          "input",
          `there are no cases in evals/${suite}: ${messageOf(error)}`,
          "`patchpro eval add ID` makes a case of a recorded repair.",
          { cause: error },
        );
      }
    },
    read: (file) => folder.read(file),
  };
}

/** Where cases are run. */
export interface OpenGround extends EvalGround {
  close(): Promise<void>;
}

/**
 * A ground for cases: throw-away repositories, one embedded Ruff and one ESLint process for all of them. `root`: the
 * repository whose ESLint is used. `config`: of it, for what models are asked with; what is checked does not follow it.
 */
export function openGround(root: string, config: Config, context: CommandContext): OpenGround {
  const { environment, signal } = context;
  const runner = createKeptRunner({ env: environment.raw });
  const tmp = environment.tempDir ?? roomiestTemporaryFolder();
  const ruff = createRuffPool(2);
  const driver = keepDriver(withoutSecrets(environment.raw));
  const eslint = once(() => findEslint(root));
  const semgrep = once(() => findSemgrep(runner, root));
  const prompts = once(shippedPrompts);
  const newUlid = ulidMaker();

  const analyzerFor = async (order: WorkplaceOrder, workspace: Workspace): Promise<Analyzer> => {
    const { analyzer, select, ignore } = order;
    const listed = Array.isArray(select) ? select : undefined;
    if (analyzer === "ruff")
      return createWasmRuff({ workspace, settings: { ...(listed && { select: listed }), ignore }, pool: ruff });
    if (analyzer === "eslint")
      return createEslint({
        eslint: present(await eslint()),
        workspace,
        runner: driver,
        read: readReports,
        settings: {},
      });
    const settings = listed ? { configs: listed } : {};
    const scanner = createSemgrep({
      semgrep: present(await semgrep()),
      workspace,
      runner,
      read: readReports,
      settings,
    });
    return order.shared ? ownRulesOnly(scanner) : scanner;
  };

  async function open(order: WorkplaceOrder): Promise<Workplace> {
    const links =
      order.analyzer === "eslint" ? new Map([["node_modules", path.join(root, "node_modules")]]) : undefined;
    const tree = plantTree({ files: withConfiguration(order), tmp, repository: true, ...(links && { links }) });
    const workspace = listedOnce(await openWorkspace({ root: tree.root, runner, tmp }));
    const analyzer = await analyzerFor(order, workspace);
    const own = settingsOf(order, config);
    const shared = {
      ...(await repairTools({ workspace, analyzers: [analyzer] }, own, signal)),
      emit: () => undefined,
    };
    const loaded = await prompts();
    return {
      tools: { ...shared, ...(await pickCodemods(workspace.root, own)), toolVersion: context.toolVersion },
      analyze: () => analyzer.analyze([], signal),
      modelTools: ({ runId, chain, recorder, concurrency }) => {
        const tools = assembleModelTools({ runner, tmp, analyzers: [analyzer] }, own, shared, {
          runId,
          chain,
          recorder,
          prompts: loaded,
          examples: async () => [],
        });
        return concurrency === undefined ? tools : { ...tools, settings: { ...tools.settings, concurrency } };
      },
      async close() {
        await analyzer.close();
        await tree.dispose();
      },
    };
  }

  return {
    open,
    missing: async (analyzer) => {
      if (analyzer === "eslint" && !(await eslint()))
        return `ESLint is not installed in ${root} (npm install --save-dev eslint)`;
      if (analyzer === "semgrep" && !(await semgrep())) return "Semgrep is not installed (pip install semgrep)";
      return undefined;
    },
    runTest: ({ tests }, test, files) =>
      runBehaviourTest({ files: new Map<string, SourceText>([...files, ...tests]), test }, { runner, tmp }),
    now: () => systemClock.now(),
    newId: () => newUlid(systemClock.now()),
    async close() {
      await Promise.all([ruff.close(), driver.close(), runner.close()]);
    },
  };
}

/** The case's own settings where they decide what is checked; the user's where they decide how a model is asked. */
function settingsOf({ sources, strategy }: WorkplaceOrder, { model }: Config): Config {
  return { ...fillDefaults({ sources: [...sources] }), model: { ...model, strategy } };
}

function withConfiguration({ analyzer, select, files }: WorkplaceOrder): ReadonlyMap<string, SourceText> {
  const own = [...files.keys()].some((file) => /^eslint\.config\.[cm]?[jt]s$/.test(file));
  if (analyzer !== "eslint" || typeof select === "string" || own || Array.isArray(select)) return files;
  return new Map([...files, ["eslint.config.mjs", { text: eslintConfiguration(select), encoding: "utf8" as const }]]);
}

/** Nobody adds a file to a throw-away repository: git is asked once for its list. */
function listedOnce(workspace: Workspace): Workspace {
  const all = once(() => workspace.list());
  return { ...workspace, list: (under) => (under === undefined || under.length === 0 ? all() : workspace.list(under)) };
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

function present<T>(found: T | undefined): T {
  if (found === undefined) throw new Error("an analyzer was opened that is missing");
  return found;
}

/** What a run of evals is filed under: the commit of the repository, and whether its files differ from that. */
export async function stateOfRepository(
  root: string,
  { environment }: CommandContext,
): Promise<{ commit?: string; dirty?: boolean }> {
  const git = gitIn(createProcessRunner({ env: environment.raw }), root);
  const head = await git(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
  if (!succeeded(head)) return {};
  const status = await git(["status", "--porcelain=v1", "--untracked-files=normal", "--", "."]);
  return {
    commit: head.stdout.toString("utf8").trim(),
    ...(succeeded(status) && { dirty: status.stdout.length > 0 }),
  };
}

/** The configured models for a live run; each case's run is taken down in the repository's own store. */
export async function liveModels(root: string, config: Config, context: CommandContext): Promise<LiveModels> {
  const chain = await modelChain(config, context);
  return {
    chain,
    record: async (runId, caseNames) => {
      const order = { root, runId, config, kind: "eval" as const, repository: `eval: ${caseNames}` };
      return recordRun(order, context, context.stderr);
    },
  };
}

/** Writes a new case's folder: all of it, or nothing. Gives the folder. Throws `PatchProError("input")` if something is there. */
export async function writeCase(folder: string, files: Files): Promise<string> {
  const taken = await openFolder(folder)
    .list()
    .catch(() => []);
  if (taken.length > 0)
    throw new PatchProError(
      "input",
      `${folder} exists already`,
      "Choose another name with --name, or remove the folder.",
    );
  const root = makeFolder(folder);
  const changes = [...files].map(([path, { text, encoding }]) => ({ path, before: null, after: text, encoding }));
  const result = await writeFiles(root, changes);
  if (!result.written)
    throw new PatchProError(
      "input",
      `the case cannot be written: ${result.refused.map(({ path, reason }) => `${path} ${reason}`).join("; ")}`,
      "Choose another place with --out.",
    );
  return root;
}
