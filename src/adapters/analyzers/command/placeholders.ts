/** What may stand in a configured command: `{output}` a file for the report, `{paths}` what is to be analyzed. */
export interface FilledCommand {
  readonly file: string;
  readonly args: readonly string[];
}

/** Whether the command writes its report to a file of ours in place of standard output. */
export function wantsOutputFile(command: readonly string[]): boolean {
  return command.some((word) => word.includes("{output}"));
}

/**
 * Fills a configured command. `{output}` is replaced wherever it stands; a word that is `{paths}` alone becomes one word per
 * path, `.` if there is none. Paths that begin with a dash get `./` before them.
 */
export function fillCommand(
  [file = "", ...args]: readonly string[],
  { output, paths }: { output: string; paths: readonly string[] },
): FilledCommand {
  const names = paths.length === 0 ? ["."] : paths.map((one) => (/^[-@]/.test(one) ? `./${one}` : one));
  const fill = (word: string): string[] => (word === "{paths}" ? names : [word.replaceAll("{output}", () => output)]);
  return { file, args: args.flatMap(fill) };
}
