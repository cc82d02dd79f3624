import path from "node:path";
import { fileURLToPath } from "node:url";
import { createEslint } from "../../adapters/analyzers/eslint/eslint.ts";
import { findEslint } from "../../adapters/analyzers/eslint/find.ts";
import { type KeptDriver, keepDriver } from "../../adapters/analyzers/eslint/kept-driver.ts";
import { createWasmRuff } from "../../adapters/analyzers/ruff/wasm.ts";
import { withoutSecrets } from "../../adapters/system/environment.ts";
import { type LineFile, openLineFile } from "../../adapters/system/line-file.ts";
import { readPromptFiles } from "../../adapters/system/prompt-files.ts";
import { roomiestTemporaryFolder } from "../../adapters/system/temporary-place.ts";
import { plantTree } from "../../adapters/system/throw-away-tree.ts";
import type { Config } from "../../config/config.ts";
import type { Environment } from "../../config/environment.ts";
import { PatchProError } from "../../domain/errors.ts";
import type { ReportedFinding } from "../../domain/finding.ts";
import type { SourceText } from "../../domain/text.ts";
import { purse } from "../../eval/run/purse.ts";
import type { AskedText, SynthAnalyzers } from "../../eval/synth/confirm.ts";
import { parseSynthPrompts } from "../../eval/synth/llm/prompts.ts";
import type { LlmStratum } from "../../eval/synth/llm/stratum.ts";
import { ESLINT_CONFIGURATION, ruffConfiguration } from "../../eval/synth/selection.ts";
import { readReports } from "../../findings/readers/detect.ts";
import type { Analyzer } from "../../ports/analyzer.ts";
import type { CommandContext } from "../context.ts";
import { modelChain } from "./models.ts";

/** Where PatchPro itself is installed: its ESLint is the one whose findings are the same everywhere. */
const OWN = fileURLToPath(new URL("../../../", import.meta.url));

/** The embedded Ruff, and ESLint where it is installed, in an empty folder with the configuration of synthetic findings. */
export interface OpenedAnalyzers extends SynthAnalyzers {
  close(): Promise<void>;
}

/** Opens the analyzers that confirm synthetic findings; each starts when it is first asked. `root`: where an ESLint may be installed too. */
export function openSynthAnalyzers(root: string, environment: Environment): OpenedAnalyzers {
  const files = new Map<string, SourceText>([
    ["ruff.toml", { text: ruffConfiguration(new Map()), encoding: "utf8" }],
    ["eslint.config.mjs", { text: ESLINT_CONFIGURATION, encoding: "utf8" }],
  ]);
  const tmp = environment.tempDir ?? roomiestTemporaryFolder();
  const { root: folder, dispose } = plantTree({ files, tmp, repository: false });
  const workspace = {
    root: folder,
    list: async () => [...files.keys()],
    read: async (file: string) => files.get(file),
  };
  const ruff = createWasmRuff({ workspace, settings: {} });
  let eslint: Promise<Analyzer> | undefined;
  let driver: KeptDriver | undefined;
  const openEslint = async (): Promise<Analyzer> => {
    const found = (await findEslint(OWN)) ?? (await findEslint(root));
    if (!found)
      throw new PatchProError(
        "analyzer",
        "ESLint is not installed, so that nothing confirms findings in JavaScript",
        "Install it (`npm install --save-dev eslint`), or leave JavaScript out with --language python.",
      );
    driver = keepDriver(withoutSecrets(environment.raw));
    return createEslint({ eslint: found, workspace, runner: driver, read: readReports, settings: {} });
  };
  return {
    toolOf: (language) => (language === "python" ? "ruff" : "eslint"),
    async ask(language, texts) {
      if (texts.length === 0) return [];
      if (language !== "python") eslint ??= openEslint();
      return answersOf(language === "python" ? ruff : await (eslint ?? openEslint()), folder, texts);
    },
    async close() {
      await ruff.close();
      await eslint?.catch(() => undefined);
      await driver?.close();
      await dispose();
    },
  };
}

async function answersOf(
  analyzer: Analyzer,
  root: string,
  texts: readonly AskedText[],
): Promise<readonly (readonly ReportedFinding[])[]> {
  const staged = texts.map(({ path: file, text }, at) => ({
    root,
    variant: {
      id: String(at),
      changes: [{ path: file, before: null, after: text, encoding: "utf8" as const }],
      diff: new Uint8Array(),
    },
  }));
  const reports = await analyzer.analyzeVariants(staged, "fixes");
  const byId = new Map(reports.map(({ variantId, report }) => [variantId, report.findings]));
  return texts.map((_, at) => byId.get(String(at)) ?? []);
}

/** A file of lines that is there whole or not at all; relative to where the command was typed. */
export function openSynthFile(context: CommandContext, out: string): Promise<LineFile> {
  return openLineFile(path.resolve(context.cwd, out));
}

/** The model that writes a share of the findings, and its prompt. Throws `PatchProError` for a bad name or a missing key. */
export async function openLlmStratum(
  config: Config,
  context: CommandContext,
  { share, budgetUsd }: { readonly share: number; readonly budgetUsd?: number | undefined },
): Promise<LlmStratum> {
  const [provider] = await modelChain(config, context);
  if (!provider)
    throw new PatchProError(
      "usage",
      "--llm-share needs a model, and none is configured",
      "Give --model PROVIDER:NAME, or set `name` under [model] in the configuration.",
    );
  const prompts = parseSynthPrompts(await readPromptFiles(path.join(OWN, "prompts")));
  const guarded = budgetUsd === undefined ? provider : purse(budgetUsd).guard(provider);
  return { provider: guarded, prompts, share, timeoutMs: config.model.timeoutMs };
}
