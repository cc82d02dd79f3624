/** A command line and what it does. */
export interface Example {
  readonly command: string;
  readonly does: string;
}

/** The examples below a command's `--help` (commander's `addHelpText("after", …)`). */
export function examplesText(examples: readonly Example[]): string {
  const title = examples.length === 1 ? "Example:" : "Examples:";
  return `\n${title}\n${examples.map(({ command, does }) => `  $ ${command}\n      ${does}`).join("\n")}\n`;
}

/** What the exit codes mean, for the help of the whole program. */
export const EXIT_CODES_TEXT = `
Exit codes:
  0  done
  1  something at or above --fail-on is left
  2  bad usage, configuration or input
  3  a provider, an analyzer or the network failed
  4  the budget ran out with work left
  70 a bug in PatchPro
`;
