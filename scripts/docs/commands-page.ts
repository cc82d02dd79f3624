import type { Command } from "commander";
import { buildProgram } from "../../src/cli/program.ts";
import { readEnvironment } from "../../src/config/environment.ts";
import { GENERATED } from "./page.ts";

const WIDTH = 100;

/** Every command of `patchpro`, with its own commands after it, in the order of `--help`. */
export function commands(): Command[] {
  const nowhere = async (): Promise<void> => {};
  const context = {
    cwd: ".",
    environment: readEnvironment({}),
    toolVersion: "",
    signal: new AbortController().signal,
    stdout: nowhere,
    stderr: () => {},
  };
  const within = (command: Command): Command[] => [command, ...command.commands.flatMap(within)];
  return within(buildProgram(context, () => {}));
}

/** What `--help` prints for a command, 100 columns wide. */
export function helpOf(command: Command): string {
  let text = "";
  const plain = { getOutHelpWidth: () => WIDTH, getOutHasColors: () => false };
  const writeOut = (part: string): void => {
    text += part;
  };
  command.configureOutput({ ...plain, writeOut }).outputHelp();
  return text.trim();
}

/** The words that a person types for a command: `patchpro run`. */
export function wordsOf(command: Command): string {
  return command.parent ? `${wordsOf(command.parent)} ${command.name()}` : command.name();
}

/** `docs/commands.md`. */
export function commandsPage(): string {
  const sections = commands().map((command) => `## ${wordsOf(command)}\n\n\`\`\`text\n${helpOf(command)}\n\`\`\`\n`);
  return `# Commands\n\n${GENERATED}\n\n${sections.join("\n")}`;
}
