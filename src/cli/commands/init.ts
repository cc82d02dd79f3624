import type { Command } from "commander";
import { titleOf } from "../../config/load.ts";
import { configIn, findRoot } from "../../config/root.ts";
import { renderStarterConfig } from "../../config/starter.ts";
import { EXIT, PatchProError } from "../../domain/errors.ts";
import type { CommandContext, CommonOptions } from "../context.ts";
import { examplesText } from "../help.ts";
import { openTree, writeNewFile } from "../wire.ts";

interface InitOptions extends CommonOptions {
  readonly force?: boolean;
}

/** `patchpro init`: a configuration to start from, with everything in it a comment. */
export function addInit(program: Command, contextOf: () => CommandContext, exit: (code: number) => void): void {
  program
    .command("init")
    .description("write a .patchpro.toml to start from")
    .option("--force", "replace the one that is there")
    .addHelpText(
      "after",
      examplesText([
        { command: "patchpro init && patchpro run", does: "works without it too: every setting has a default" },
      ]),
    )
    .action(async (_own: unknown, self: Command) => {
      exit(await init(self.optsWithGlobals<InitOptions>(), contextOf()));
    });
}

async function init(options: InitOptions, context: CommandContext): Promise<number> {
  const { root } = findRoot(context.cwd, options.root);
  const there = configIn(root);
  if (there && there.file !== ".patchpro.toml" && !options.force)
    throw new PatchProError(
      "usage",
      `${titleOf(there)} is the configuration here`,
      "Edit it there; a .patchpro.toml beside it, which --force writes, would be read instead of it.",
    );
  const { workspace } = await openTree(root, context.environment);
  const files = await workspace.list();
  const text = renderStarterConfig({
    python: files.some((file) => /\.pyi?$/.test(file)),
    javascript: files.some((file) => /\.[cm]?[jt]sx?$/.test(file)),
    semgrep: files.some((file) => /^\.semgrep(\.ya?ml$|\/)/.test(file)),
  });
  if (!(await writeNewFile(workspace.root, ".patchpro.toml", text, options.force === true))) {
    throw new PatchProError("usage", ".patchpro.toml is there already", "Edit it, or replace it with --force.");
  }
  await context.stdout(
    `Wrote .patchpro.toml in ${workspace.root}.\nNext: npx patchpro doctor, then npx patchpro run\n`,
  );
  return EXIT.done;
}
