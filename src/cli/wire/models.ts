import path from "node:path";
import { fileURLToPath } from "node:url";
import { createProvider } from "../../adapters/providers/create.ts";
import { createEndpoints, DEFAULT_ENDPOINT } from "../../adapters/providers/endpoints.ts";
import { probeProvider } from "../../adapters/providers/probe.ts";
import { appendTo, readRecordingFile } from "../../adapters/providers/recording-file.ts";
import { recordingProvider, replayProvider } from "../../adapters/providers/replay.ts";
import { resumingProvider } from "../../adapters/providers/resume.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { changesOfDiff } from "../../adapters/system/foreign-diff.ts";
import { readIfThere, removeIfThere } from "../../adapters/system/optional-file.ts";
import { readPromptFiles } from "../../adapters/system/prompt-files.ts";
import { dataFolder } from "../../adapters/system/run-folder.ts";
import type { Config } from "../../config/config.ts";
import type { Environment } from "../../config/environment.ts";
import { PatchProError } from "../../domain/errors.ts";
import { ulidMaker } from "../../domain/ulid.ts";
import { type PromptSet, parsePromptSet } from "../../fix/model/prompt-set.ts";
import type { ModelTools } from "../../pipeline/model/tools.ts";
import type { RepairTools } from "../../pipeline/repair.ts";
import type { Provider } from "../../ports/provider.ts";
import type { CommandContext } from "../context.ts";
import type { Wired } from "../wire.ts";
import { recordRun } from "./traces.ts";

/** The configured models, cheapest first. `record`: a file that every exchange is added to. Throws `PatchProError` for a bad name or a missing key. */
export async function modelChain(
  config: Config,
  { environment, cwd }: CommandContext,
  record?: string,
): Promise<Provider[]> {
  const endpoints = createEndpoints(() => systemClock.now(), {
    ...DEFAULT_ENDPOINT,
    concurrency: config.model.concurrency,
  });
  const chain = await Promise.all(
    config.model.chain.map((spec) => providerFor(spec, config, environment, cwd, endpoints)),
  );
  if (record === undefined) return chain;
  const append = appendTo(path.resolve(cwd, record));
  return chain.map((provider) => recordingProvider(provider, append));
}

async function providerFor(
  spec: string,
  { model }: Config,
  environment: Environment,
  cwd: string,
  endpoints: ReturnType<typeof createEndpoints>,
): Promise<Provider> {
  if (spec.startsWith("replay:")) {
    const file = path.resolve(cwd, spec.slice("replay:".length));
    return replayProvider(await readRecordingFile(file), `replay:${path.basename(file)}`);
  }
  const prices = Object.fromEntries(
    [...model.prices].map(([name, { input, output, cachedInput }]) => [
      name,
      { input, output, ...(cachedInput !== undefined && { cachedInput }) },
    ]),
  );
  const kind = spec.slice(0, spec.indexOf(":"));
  const baseUrl = model.baseUrl ?? (kind === "openai" ? environment.openaiBaseUrl : undefined);
  return createProvider({
    spec,
    baseUrl,
    apiKey: keyFor(kind, baseUrl !== undefined, environment),
    prices,
    clock: systemClock,
    endpoints,
  });
}

/** What the model's attempts work with; undefined where no model is configured, or the sources leave models out. */
export async function modelTools(
  wired: Pick<Wired, "workspace" | "runner" | "tmp" | "analyzers">,
  config: Config,
  context: CommandContext,
  shared: RepairTools & Pick<ModelTools, "emit" | "tests">,
  { runId, record }: { readonly runId: string; readonly record?: string | undefined },
): Promise<{ tools: ModelTools; end(stopped: boolean): Promise<void> } | undefined> {
  if (config.model.chain.length === 0 || !config.sources.includes("model")) return undefined;
  const journal = path.join(dataFolder(wired.workspace.root), "answers.jsonl");
  const answered = await readIfThere(journal);
  const chain = (await modelChain(config, context, record)).map((provider) =>
    resumingProvider(provider, answered, appendTo(journal)),
  );
  const traces = await recordRun({ root: wired.workspace.root, runId, config }, context, (text) =>
    shared.emit({ kind: "notice", text }),
  );
  const emit: ModelTools["emit"] = (event) => {
    shared.emit(event);
    if (event.kind === "progress") traces.recorder.runProgress(runId, { done: event.done, total: event.total });
  };
  const tools = assembleModelTools(
    wired,
    config,
    { ...shared, emit },
    { runId, chain, prompts: await shippedPrompts(), ...traces },
  );
  return {
    tools,
    async end(stopped) {
      await traces.end(stopped ? "stopped" : "done");
      // Only a run that was cut off is gone on with; after any other the answers are in its traces.
      if (!stopped) await removeIfThere(journal);
    },
  };
}

/** What a run's attempts are made with, whoever answers and whoever takes them down. */
export function assembleModelTools(
  { analyzers, runner, tmp }: Pick<Wired, "runner" | "tmp" | "analyzers">,
  config: Config,
  shared: RepairTools & Pick<ModelTools, "emit" | "tests">,
  run: Pick<ModelTools, "runId" | "chain" | "recorder" | "examples" | "prompts">,
): ModelTools {
  const newUlid = ulidMaker();
  const { strategy, maxOutputTokens, temperature, timeoutMs, contextTokens, concurrency } = config.model;
  const attempts = config.budget.finding.attempts ?? 3;
  return {
    ...shared,
    runId: run.runId,
    chain: run.chain,
    recorder: run.recorder,
    examples: (ruleId) => run.examples(ruleId),
    prompts: run.prompts,
    settings: { strategy, maxOutputTokens, temperature, timeoutMs, contextTokens, concurrency, attempts },
    // Attempts at a finding are counted by the loop, for each model of the chain and each strategy.
    budget: { ...config.budget, finding: { ...config.budget.finding, attempts: undefined } },
    ruleDoc: async (tool, ruleId) => analyzers.find(({ name }) => name === tool)?.describeRule?.(ruleId),
    applyRaw: async (diff, { ground }) => {
      try {
        return await changesOfDiff(Buffer.from(diff), "the reply", async (name) => ground.texts.get(name), {
          runner,
          tmp,
        });
      } catch (error) {
        if (error instanceof PatchProError && error.code === "input") return { refused: error.message };
        throw error;
      }
    },
    newId: () => newUlid(systemClock.now()),
  };
}

/** PatchPro's own prompts, read anew: whoever runs many pipelines keeps them. */
export async function shippedPrompts(): Promise<PromptSet> {
  return parsePromptSet(await readPromptFiles(fileURLToPath(new URL("../../../prompts", import.meta.url))));
}

/** Where the configuration sends a kind of provider, with the key for that place. */
export function endpointOf(
  spec: string,
  { model }: Config,
  environment: Environment,
): { readonly baseUrl: string | undefined; readonly apiKey: string | undefined } {
  const kind = spec.slice(0, Math.max(0, spec.indexOf(":")));
  const baseUrl = model.baseUrl ?? (kind === "openai" ? environment.openaiBaseUrl : undefined);
  return { baseUrl, apiKey: keyFor(kind, baseUrl !== undefined, environment) };
}

/** A key goes only to the provider it is for; another address gets the key that was set for such endpoints. */
export function keyFor(kind: string, elsewhere: boolean, { keys, openaiBaseUrl }: Environment): string | undefined {
  switch (kind) {
    case "openai":
      return elsewhere && openaiBaseUrl === undefined ? keys.compatible : (keys.openai ?? keys.compatible);
    case "anthropic":
      return elsewhere ? keys.compatible : keys.anthropic;
    case "google":
      return elsewhere ? keys.compatible : keys.google;
    default:
      return keys.compatible;
  }
}

/** Asks every configured model one tiny question, for `doctor`. */
export async function probeModels(
  config: Config,
  context: CommandContext,
): Promise<{ what: string; state: "fine" | "note" | "broken"; detail: string }[]> {
  const chain = await modelChain(config, context);
  if (chain.length === 0)
    return [
      {
        what: "model",
        state: "note",
        detail:
          "none configured: findings without a fix of the tool's own stay open (--model PROVIDER:NAME, or [model] name)",
      },
    ];
  return Promise.all(
    chain.map(async (provider) => {
      if (provider.name.startsWith("replay:"))
        return {
          what: provider.name,
          state: "fine" as const,
          detail: "a recording: it answers what was asked when it was made",
        };
      const probe = await probeProvider(provider, config.model.timeoutMs, context.signal);
      return {
        what: provider.name,
        state: probe.usable ? ("fine" as const) : ("broken" as const),
        detail: probe.sentences.join(" "),
      };
    }),
  );
}
