import path from "node:path";
import { openFolder } from "../../adapters/system/folder.ts";
import { gitIn, succeeded } from "../../adapters/system/git.ts";
import { readLines } from "../../adapters/system/input.ts";
import type { Config } from "../../config/config.ts";
import { messageOf, PatchProError } from "../../domain/errors.ts";
import { decodeText } from "../../domain/text.ts";
import type { RepairTrace } from "../../domain/trace.ts";
import type { TraceQuery } from "../../domain/trace-query.ts";
import type { TextFound } from "../../eval/datasets/base-text.ts";
import type { LabelledRepair } from "../../eval/datasets/export.ts";
import { HeldOutIndex } from "../../eval/datasets/held-out.ts";
import { heldOutCases, heldOutSynthetic } from "../../eval/datasets/held-out-sources.ts";
import { type Prove, proveWith } from "../../eval/datasets/prove.ts";
import type { TraceStore } from "../../ports/store.ts";
import type { CommandContext } from "../context.ts";
import { openTree, repairTools, type Wired, wire } from "../wire.ts";

/** Repairs under a query of which any attempt has a label, with those labels. */
export async function* labelledRepairs(store: TraceStore, query: TraceQuery): AsyncGenerator<LabelledRepair> {
  const labelled = { kind: "word", key: "label", values: ["good", "bad", "unsure"], negated: false } as const;
  for await (const id of store.repairIds({ terms: [...query.terms, labelled] })) {
    const trace = await store.repair(id);
    if (!trace) continue;
    const labels = new Map<string, Awaited<ReturnType<TraceStore["labels"]>>>();
    for (const attempt of trace.attempts) labels.set(attempt.id, await store.labels(attempt.id));
    yield { trace, labels };
  }
}

/** Reads texts that a file of a run may have had: as it stands, and as it was at the run's commit. Other repositories have none. */
export async function textReader(
  root: string,
  { environment }: CommandContext,
): Promise<(trace: RepairTrace) => Promise<TextFound[]>> {
  const { workspace, runner } = await openTree(root, environment);
  const git = gitIn(runner, workspace.root);
  return async ({ run, repair }) => {
    if (run.repository !== path.basename(workspace.root)) return [];
    const found: TextFound[] = [];
    const now = await workspace.read(repair.path);
    if (now?.encoding === "utf8") found.push({ text: now.text, from: "file" });
    if (run.commit !== undefined && /^[0-9a-f]{7,64}$/.test(run.commit)) {
      const then = await git(["show", `${run.commit}:${workspace.prefix}${repair.path}`]);
      const source = succeeded(then) ? decodeText(then.stdout) : undefined;
      if (source?.encoding === "utf8") found.push({ text: source.text, from: "commit" });
    }
    return found;
  };
}

/** What is kept for measuring: eval cases in folders, synthetic sets in files, calibrations and results in the store. */
export async function heldOut(
  store: TraceStore,
  places: { readonly cases: readonly string[]; readonly synthetic: readonly string[] },
  cwd: string,
): Promise<HeldOutIndex> {
  const index = new HeldOutIndex();
  for (const folder of places.cases) {
    const held = await heldOutCases(openFolder(folder)).catch((error: unknown) => {
      const hint = "Name a folder of eval cases with --exclude-cases.";
      throw new PatchProError("input", `${folder} cannot be read: ${messageOf(error)}`, hint, { cause: error });
    });
    for (const one of held) index.add(one);
  }
  for (const file of places.synthetic) {
    for await (const line of readLines(file, cwd)) {
      if (line.trim() === "") continue;
      const one = heldOutSynthetic(line);
      if (!one)
        throw new PatchProError(
          "input",
          `${file} holds a line that is no synthetic finding`,
          "Name a file that `patchpro eval synth` wrote.",
        );
      index.add(one);
    }
  }
  const calibrated = (await store.judgements.calibrations()).flatMap(({ report }) =>
    report.items.map(({ attemptId }) => ({ attemptId, heldBy: "calibration labels" })),
  );
  for (const { attemptId, heldBy, findingIds, patchHash } of await store.datasets.heldOut(calibrated))
    index.add({ name: heldBy, attemptId, findingIds, ...(patchHash !== undefined && { patchHash }) });
  return index;
}

/** Proves rows of this repository again, with its analyzers. */
export async function prover(
  root: string,
  config: Config,
  context: CommandContext,
): Promise<{ prove: Prove; close(): Promise<void> }> {
  const wired: Wired = await wire(root, config, context.environment);
  const tools = await repairTools(wired, config, context.signal);
  return { prove: proveWith(tools, path.basename(wired.workspace.root)), close: () => wired.close() };
}
