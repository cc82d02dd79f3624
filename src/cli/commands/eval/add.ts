import { resolve } from "node:path";
import type { Command } from "commander";
import type { Config } from "../../../config/config.ts";
import { EXIT, PatchProError } from "../../../domain/errors.ts";
import type { SourceText } from "../../../domain/text.ts";
import type { RepairTrace } from "../../../domain/trace.ts";
import type { EvalCase } from "../../../eval/cases/case.ts";
import { caseFiles } from "../../../eval/cases/case-files.ts";
import { parseExpectation } from "../../../eval/cases/expectation.ts";
import type { CaseSpec } from "../../../eval/cases/format.ts";
import { caseFromTrace, isShown } from "../../../eval/cases/from-trace.ts";
import { expectationText } from "../../../eval/cases/listing.ts";
import { runCases } from "../../../eval/run/run-cases.ts";
import { type CommandContext, type CommonOptions, settle } from "../../context.ts";
import { examplesText } from "../../help.ts";
import { openGround, writeCase } from "../../wire/evals.ts";
import { configurationFor, fileVersions } from "../../wire/recorded-sources.ts";
import { openTraces } from "../../wire.ts";

interface AddOptions extends CommonOptions {
  readonly suite: string;
  readonly name?: string;
  readonly out?: string;
  readonly expect?: CaseSpec["expect"];
}

/** `patchpro eval add`: a recorded repair becomes a case. */
export function addEvalAdd(evals: Command, contextOf: () => CommandContext, exit: (code: number) => void): void {
  evals
    .command("add")
    .description(
      "make a case of a recorded repair or attempt: its file, its findings, its replies, and what became of it",
    )
    .argument("<id>", "a repair's or an attempt's id, or its beginning")
    .option("--suite <name>", "a folder below evals/", "cases")
    .option("--name <name>", "the case's folder (from rule, file and id)")
    .option("--out <dir>", "the case's folder, if it is to lie elsewhere")
    .option(
      "--expect <outcome>",
      "what must become of it, in place of what did: accepted, skipped, rejected:CHECK or rejected:CHECK:CODE",
      parseExpectation,
    )
    .addHelpText(
      "after",
      examplesText([
        { command: "patchpro eval add 01K9ZQ", does: "writes evals/cases/…, and runs it once" },
        {
          command: "patchpro eval add 01K9ZQ --expect accepted",
          does: "for a patch that was turned down and should not have been: the case fails until that is mended",
        },
      ]),
    )
    .action(async (id: string, _own: unknown, self: Command) => {
      exit(await add(id, self.optsWithGlobals<AddOptions>(), contextOf()));
    });
}

async function add(id: string, options: AddOptions, context: CommandContext): Promise<number> {
  const { root, config } = settle(context, options);
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
    ...(options.expect && { expect: options.expect }),
    ...(options.name !== undefined && { name: options.name }),
  });
  const where = resolve(context.cwd, options.out ?? resolve(root, "evals", options.suite, kase.name));
  const shown = await writeCase(where, caseFiles(kase));
  const said = await tried(kase, root, config, context);
  await context.stdout(`${shown}\n  expects: ${expectationText(kase.spec)}\n  ${said}\n`);
  return EXIT.done;
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
async function tried(kase: EvalCase, root: string, config: Config, context: CommandContext): Promise<string> {
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
    return result?.status === "passed" ? "it passes now" : `it does not pass now: ${result?.reason ?? "no result"}`;
  } finally {
    await ground.close();
  }
}
