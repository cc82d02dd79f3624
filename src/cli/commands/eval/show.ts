import type { Command } from "commander";
import type { Config } from "../../../config/config.ts";
import { EXIT, PatchProError } from "../../../domain/errors.ts";
import { readCase, readSuite } from "../../../eval/cases/load.ts";
import { problemText } from "../../../eval/cases/problem.ts";
import { type PastResult, renderCase } from "../../../eval/cases/render-case.ts";
import { selectCases } from "../../../eval/cases/select.ts";
import { type CommandContext, type CommonOptions, settle } from "../../context.ts";
import { examplesText } from "../../help.ts";
import { openSuite } from "../../wire/evals.ts";
import { openTraces } from "../../wire.ts";

interface ShowOptions extends CommonOptions {
  readonly suite: string;
}

/** Runs that are looked through, and results that are shown. */
const RUNS = 100;
const RESULTS = 10;

/** `patchpro eval show`: one case, and how it ended lately. */
export function addEvalShow(evals: Command, contextOf: () => CommandContext, exit: (code: number) => void): void {
  evals
    .command("show")
    .description("one case, and its last results")
    .argument("<name>", "a case's name")
    .option("--suite <name>", "a folder below evals/", "cases")
    .addHelpText(
      "after",
      examplesText([
        { command: "patchpro eval show imports-stdlib-order", does: "prints what it holds and how it ended" },
      ]),
    )
    .action(async (name: string, _own: unknown, self: Command) => {
      exit(await show(name, self.optsWithGlobals<ShowOptions>(), contextOf()));
    });
}

async function show(name: string, options: ShowOptions, context: CommandContext): Promise<number> {
  const { root, config } = settle(context, options);
  const folder = openSuite(root, options.suite);
  const { heads, problems } = await readSuite(folder, (one) => one === name);
  const [head] = problems.length > 0 ? [] : selectCases(heads, { names: [name] });
  const kase = head ? await readCase(head, folder) : { problems };
  if ("problems" in kase) {
    const [first] = kase.problems;
    throw new PatchProError("input", first ? problemText(first) : `${name} cannot be read`, "Mend the case.");
  }
  await context.stdout(renderCase(kase, await pastResults(name, options.suite, root, config)));
  return EXIT.done;
}

async function pastResults(name: string, suite: string, root: string, config: Config): Promise<PastResult[]> {
  const store = await openTraces(root, config);
  try {
    const past: PastResult[] = [];
    for (const run of await store.evals.list({ limit: RUNS })) {
      if (run.suite !== suite && !run.suite.startsWith(`${suite}/`)) continue;
      for (const result of await store.evals.results(run.id)) if (result.name === name) past.push({ run, result });
      if (past.length >= RESULTS) break;
    }
    return past.slice(0, RESULTS);
  } finally {
    await store.close();
  }
}
