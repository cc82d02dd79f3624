import path from "node:path";
import type { Command } from "commander";
import { EXIT, PatchProError } from "../../domain/errors.ts";
import { type CommandContext, type CommonOptions, settle } from "../context.ts";
import { examplesText } from "../help.ts";
import { parseOption } from "../options.ts";
import { openInBrowser, servePage, writeBundle } from "../wire/ui.ts";

const HIGHEST_PORT = 65_535;

interface UiOptions extends CommonOptions {
  readonly port?: number;
  readonly open?: boolean;
  readonly bundle?: string;
}

/** `patchpro ui`: the page that shows what was recorded. */
export function addUi(program: Command, contextOf: () => CommandContext, exit: (code: number) => void): void {
  program
    .command("ui")
    .description("look at what was recorded, in the browser: search, compare, label")
    .option("--port <number>", "the port to listen on (default: a free one)", parseOption.wholeNumber)
    .option("--open", "open the page in the browser")
    .option("--bundle <dir>", "write a read-only folder that opens without a server, and end")
    .addHelpText(
      "after",
      examplesText([
        { command: "patchpro ui --open", does: "opens the page; Ctrl-C ends it" },
        {
          command: "patchpro ui --bundle traces",
          does: "writes a folder for others to look at, such as an artifact of CI: open traces/index.html",
        },
      ]),
    )
    .action(async (_own: unknown, self: Command) => {
      exit(await ui(self.optsWithGlobals<UiOptions>(), contextOf()));
    });
}

async function ui(options: UiOptions, context: CommandContext): Promise<number> {
  const { root, config } = settle(context, options);
  if (options.bundle !== undefined) {
    const folder = path.resolve(context.cwd, options.bundle);
    await writeBundle(root, config, context, folder);
    await context.stdout(`${path.join(folder, "index.html")}\n`);
    return EXIT.done;
  }
  if (options.port !== undefined && options.port > HIGHEST_PORT)
    throw new PatchProError(
      "usage",
      `${options.port} is no port.`,
      `Name one from 1 to ${HIGHEST_PORT}, or leave out --port.`,
    );
  const page = await servePage(root, config, context, { port: options.port });
  try {
    await context.stdout(`${page.url}\n`);
    if (!options.quiet) context.stderr("Open the address above in a browser of this computer. Ctrl-C ends this.\n");
    if (options.open && !(await openInBrowser(page.url, context)))
      context.stderr("No browser could be opened from here.\n");
    await aborted(context.signal);
  } finally {
    await page.close();
  }
  return EXIT.done;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
