import type { Command } from "commander";
import { findRoot } from "../../config/root.ts";
import { EXIT } from "../../domain/errors.ts";
import type { CommandContext, CommonOptions } from "../context.ts";
import { examplesText } from "../help.ts";
import { parseOption } from "../options.ts";
import { repairLine, repairReply } from "../repair-reply.ts";
import { openFolder, readInput, readLines } from "../wire.ts";

interface RepairOptions extends CommonOptions {
  readonly path?: string;
  readonly line?: number;
  readonly json?: boolean;
  readonly batch?: string;
}

/** `patchpro repair`: any reply of a model becomes a canonical diff, or a refusal that says why. */
export function addRepair(program: Command, contextOf: () => CommandContext, exit: (code: number) => void): void {
  program
    .command("repair")
    .description("turn any model reply (on standard input) into a canonical diff, or refuse it with the reason")
    .option("--path <file>", "the file meant, if the reply does not say")
    .option("--line <number>", "the line of the finding: chooses between equal places", parseOption.wholeNumber)
    .option("--json", "print everything as data")
    .option(
      "--batch <file>",
      "JSON lines {id, files: {path: text}, reply, path?, line?} in, one answer a line out, in order; - for standard input",
    )
    .addHelpText(
      "after",
      examplesText([
        {
          command: "pbpaste | patchpro repair --root . > fix.diff",
          does: "makes a patch that `git apply` takes of what a chat said",
        },
        {
          command: "patchpro repair --batch replies.jsonl > results.jsonl",
          does: "mends thousands of replies in one process",
        },
      ]),
    )
    .action(async (_own: unknown, self: Command) => {
      exit(await repair(self.optsWithGlobals<RepairOptions>(), contextOf()));
    });
}

async function repair(options: RepairOptions, context: CommandContext): Promise<number> {
  if (options.batch !== undefined) {
    let number = 0;
    for await (const line of readLines(options.batch, context.cwd)) {
      number += 1;
      if (line.trim() !== "")
        await context.stdout(`${JSON.stringify(repairLine(line, `${options.batch}:${number}`))}\n`);
    }
    return EXIT.done;
  }
  const { root } = findRoot(context.cwd, options.root);
  const folder = openFolder(root);
  const [input] = await readInput("-", context.cwd, []);
  const reply = Buffer.from(input?.bytes ?? []).toString("utf8");
  const answer = await repairReply(reply, { root, path: options.path, line: options.line }, folder);
  if (options.json) await context.stdout(`${JSON.stringify(answer.record, null, 2)}\n`);
  else if (answer.diff) await context.stdout(answer.diff);
  else context.stderr(`refused: ${answer.record.reason ?? "no reason"}\n`);
  return answer.diff ? EXIT.done : EXIT.findingsLeft;
}
