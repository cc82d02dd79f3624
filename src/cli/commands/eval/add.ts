import type { Command } from "commander";
import { EXIT } from "../../../domain/errors.ts";
import { parseExpectation } from "../../../eval/cases/expectation.ts";
import { type CommandContext, type CommonOptions, settle } from "../../context.ts";
import { examplesText } from "../../help.ts";
import { addCase, type CaseWish } from "../../loop/add-case.ts";

type AddOptions = CommonOptions & Omit<CaseWish, "id">;

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
  const { suite, name, out, expect } = options;
  const wish = {
    id,
    suite,
    ...(name !== undefined && { name }),
    ...(out !== undefined && { out }),
    ...(expect && { expect }),
  };
  const { folder, expects, said } = await addCase(wish, root, config, context);
  await context.stdout(`${folder}\n  expects: ${expects}\n  ${said}\n`);
  return EXIT.done;
}
