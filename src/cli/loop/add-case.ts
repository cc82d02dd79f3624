import { resolve } from "node:path";
import type { Config } from "../../config/config.ts";
import { PatchProError } from "../../domain/errors.ts";
import type { SourceText } from "../../domain/text.ts";
import type { RepairTrace } from "../../domain/trace.ts";
import type { EvalCase } from "../../eval/cases/case.ts";
import { caseFiles } from "../../eval/cases/case-files.ts";
import type { CaseSpec } from "../../eval/cases/format.ts";
import { caseFromTrace, isShown } from "../../eval/cases/from-trace.ts";
import { expectationText } from "../../eval/cases/listing.ts";
import { runCases } from "../../eval/run/run-cases.ts";
import type { CommandContext } from "../context.ts";
import { openGround, writeCase } from "../wire/evals.ts";
import { configurationFor, fileVersions } from "../wire/recorded-sources.ts";
import { openTraces } from "../wire.ts";

/** Which case is to be made of what. */
export interface CaseWish {
  /** A repair's or an attempt's, or its beginning. */
  readonly id: string;
  /** A folder below `evals/`. */
  readonly suite: string;
  readonly name?: string;
  /** The case's folder, relative to `cwd`, if it is to lie elsewhere. */
  readonly out?: string;
  /** What must become of it, in place of what did. */
  readonly expect?: CaseSpec["expect"];
}

/** A case that was written. */
export interface AddedCase {
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  readonly expects: string;
  readonly passes: boolean;
  /** What its first run came to, in words. */
  readonly said: string;
}

/** Makes a case of a recorded repair or attempt, writes its folder and runs it once. Throws `PatchProError`. */
export async function addCase(
  { id, suite, name, out, expect }: CaseWish,
  root: string,
  config: Config,
  context: CommandContext,
): Promise<AddedCase> {
  const { trace, attemptId } = await recorded(id, root, config);
  const [first] = trace.repair.findings;
  const rules = [...new Set(trace.repair.findings.map(({ ruleId }) => ruleId))];
  const tool = (["ruff", "eslint", "semgrep"] as const).find((one) => one === first?.tool) ?? "ruff";
  const { files, select } = await configurationFor(root, tool, trace.repair.path, rules, config);
  const prompt = trace.attempts.find((one) => attemptId === undefined || one.id === attemptId)?.prompt ?? "";
  const kase = caseFromTrace({
    trace,
    source: await asShown(root, trace.repair.path, prompt, context),
    configuration: files,
    select,
    ...(attemptId !== undefined && { attemptId }),
    ...(expect && { expect }),
    ...(name !== undefined && { name }),
  });
  const where = resolve(context.cwd, out ?? resolve(root, "evals", suite, kase.name));
  const folder = await writeCase(where, caseFiles(kase));
  const tried = await tryOnce(kase, root, config, context);
  return { name: kase.name, folder, expects: expectationText(kase.spec), ...tried };
}

async function recorded(id: string, root: string, config: Config): Promise<{ trace: RepairTrace; attemptId?: string }> {
  const store = await openTraces(root, config);
  try {
    const repair = await store.repair(id);
    if (repair) return { trace: repair };
    const owner = await store.repairOfAttempt(id);
    const trace = owner === undefined ? undefined : await store.repair(owner);
    const attempt = trace?.attempts.find((one) => one.id.startsWith(id));
    if (trace && attempt) return { trace, attemptId: attempt.id };
  } finally {
    await store.close();
  }
  throw new PatchProError("input", `there is no repair or attempt ${id}`, "`patchpro traces list` shows the ids.");
}

async function asShown(
  root: string,
  path: string,
  prompt: string,
  context: CommandContext,
): Promise<SourceText | undefined> {
  for await (const source of fileVersions(root, path, context)) if (isShown(source.text, prompt)) return source;
  return undefined;
}

/** Runs the new case once: what it says now may differ from what was recorded. */
async function tryOnce(
  kase: EvalCase,
  root: string,
  config: Config,
  context: CommandContext,
): Promise<Pick<AddedCase, "passes" | "said">> {
  const ground = openGround(root, config, context);
  try {
    const { results } = await runCases([kase], {
      ground,
      strategy: undefined,
      repetitions: 1,
      live: undefined,
      signal: context.signal,
      atOnce: 1,
      onResult: () => undefined,
    });
    const [result] = results;
    if (result?.status === "passed") return { passes: true, said: "it passes now" };
    return { passes: false, said: `it does not pass now: ${result?.reason ?? "no result"}` };
  } finally {
    await ground.close();
  }
}
