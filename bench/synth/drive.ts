import { scriptedProvider } from "../../src/adapters/providers/scripted.ts";
import { modelTools } from "../../src/cli/wire/models.ts";
import { repairTools } from "../../src/cli/wire.ts";
import { readEnvironment } from "../../src/config/environment.ts";
import type { RunResult } from "../../src/domain/run.ts";
import { climbReferences } from "../../src/eval/synth/climb-references.ts";
import type { SynthRecord } from "../../src/eval/synth/record.ts";
import type { SynthOutcome } from "../../src/eval/synth/results.ts";
import { run } from "../../src/pipeline/run.ts";
import { plant } from "./ground.ts";
import { answerOf } from "./model.ts";
import type { Planted } from "./planted.ts";

/** Files in one repository: enough that starts do not count, few enough for memory. */
const AT_ONCE = 500;

const signal = new AbortController().signal;

/** (a): every reference fix climbs the ladder. */
export function referencesClimb(records: readonly SynthRecord[]): Promise<SynthOutcome[]> {
  return inParts(records, async (part) => {
    const ground = await plant(part);
    try {
      return await climbReferences(part, await repairTools(ground.wired, ground.config, signal));
    } finally {
      await ground.close();
    }
  });
}

/** (b) and (c): the whole pipeline, with the analyzers' own fixes alone or with a scripted model behind them. */
export function pipelineRuns(planted: readonly Planted[], strategy?: "batch" | "single"): Promise<SynthOutcome[]> {
  return inParts(planted, async (part) => {
    const started = performance.now();
    const result = await runPart(part, strategy);
    const wallMs = (performance.now() - started) / Math.max(1, part.flatMap(({ aims }) => aims).length);
    return outcomesOf(part, result, wallMs);
  });
}

async function runPart(part: readonly Planted[], strategy: "batch" | "single" | undefined): Promise<RunResult> {
  const ground = await plant(part, strategy && { strategy });
  try {
    const shared = { ...(await repairTools(ground.wired, ground.config, signal)), emit: () => undefined };
    const environment = readEnvironment();
    const context = {
      cwd: ground.root,
      environment: { ...environment, keys: { ...environment.keys, openai: "none" } },
      toolVersion: "bench",
      signal,
      stdout: async () => undefined,
      stderr: () => undefined,
    };
    const model = strategy && (await modelTools(ground.wired, ground.config, context, shared, { runId: "bench" }));
    const chain = [scriptedProvider((request) => answerOf(request, part))];
    const sources = strategy ? (["native", "model"] as const) : (["native"] as const);
    const result = await run(
      {
        runId: "bench",
        paths: [],
        minSeverity: "info",
        excluded: () => false,
        policy: { sources, unsafe: "verify", rules: new Map() },
      },
      {
        ...shared,
        toolVersion: "bench",
        ...(model && { model: { ...model.tools, chain, settings: { ...model.tools.settings, attempts: 2 } } }),
      },
    );
    await model?.end(false);
    return result;
  } finally {
    await ground.close();
  }
}

function outcomesOf(part: readonly Planted[], result: RunResult, wallMs: number): SynthOutcome[] {
  const after = new Map(result.changes.map((change) => [change.path, change.after]));
  const byPath = Map.groupBy(result.findings, ({ finding }) => finding.path);
  return part.flatMap((file) =>
    file.aims.map((record): SynthOutcome => {
      const lost = { record, accepted: false, exact: false, wallMs };
      const own = byPath.get(file.path)?.find(({ finding }) => finding.ruleId === record.rule);
      if (!own) return { ...lost, reason: "the run did not report the finding" };
      const { outcome } = own;
      if (outcome.kind !== "accepted")
        return {
          ...lost,
          reason: outcome.reason,
          ...(outcome.kind === "rejected" && { check: outcome.check, ...(outcome.code && { code: outcome.code }) }),
        };
      const { source, strategy } = outcome;
      const exact = after.get(file.path) === file.after;
      return { record, accepted: true, exact, source, ...(strategy && { strategy }), wallMs };
    }),
  );
}

async function inParts<Item>(
  items: readonly Item[],
  work: (part: readonly Item[]) => Promise<SynthOutcome[]>,
): Promise<SynthOutcome[]> {
  const outcomes: SynthOutcome[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const part = items.slice(from, from + AT_ONCE);
    outcomes.push(...(await work(part)));
    console.error(`  ${from + part.length}/${items.length}`);
  }
  return outcomes;
}
