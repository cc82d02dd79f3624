import { stripVTControlCharacters } from "node:util";
import { messageOf, PatchProError } from "../../domain/errors.ts";
import type { Report } from "../../domain/finding.ts";
import type { Command, Completed, ProcessRunner } from "../../ports/process.ts";

/** How a tool is spoken of when it does not do its work. */
export interface ToolWords {
  /** As people know it: `ruff`, `eslint`, the name in `[analyzers.NAME]`. */
  readonly name: string;
  /** One sentence: how to get the tool. */
  readonly install: string;
  /** The key that gives it more time, for the remedy of a hang. */
  readonly timeoutKey: string;
  /** What a person can type to see the same, where the command that ran is one of ours. */
  readonly byHand?: string;
}

/**
 * Runs a tool to its end and gives back what it printed, whatever its exit code: many tools exit 1 when they find something.
 * Throws `PatchProError("analyzer")` if it is missing, hangs, floods, is killed or exits with a code that `accepts` refuses;
 * throws the signal's reason if it was called off.
 */
export async function runTool(
  runner: ProcessRunner,
  command: Command,
  words: ToolWords,
  accepts: (exitCode: number) => boolean = () => true,
): Promise<Completed> {
  const completed = await runner.run(command);
  if (completed.ended === "aborted") {
    command.signal?.throwIfAborted();
    throw toolFailure(words, command, completed, "was called off", "Run it again.");
  }
  if (completed.ended !== "exited") {
    const [problem, hint] = whyItEnded(completed, command, words);
    throw toolFailure(words, command, completed, problem, hint);
  }
  if (!accepts(completed.exitCode ?? -1)) {
    throw toolFailure(
      words,
      command,
      completed,
      `failed with exit code ${completed.exitCode}`,
      rerunHint(command, words),
    );
  }
  return completed;
}

/** Of a command that is shown; Ruff's takes 13 with one path. */
const MOST_WORDS = 20;
/** Of a tool's last words. */
const MOST_LINES = 4;

/** Turns what a tool printed into reports; throws where it cannot be read. `source` is named in notices. */
export type ReadReport = (text: string, source: string) => readonly Report[];

/** Reads a tool's answer. Throws `PatchProError("analyzer")` with what the tool wrote to standard error if it is no report. */
export function readAnswer(
  read: ReadReport,
  text: string,
  words: ToolWords,
  command: Command,
  completed: Completed,
): readonly Report[] {
  try {
    return read(text, words.name);
  } catch (error) {
    const problem = `answered with something that is no report, exit code ${completed.exitCode}: ${messageOf(error)}`;
    throw toolFailure(words, command, completed, problem, rerunHint(command, words), error);
  }
}

/** A failure that names the command, how it ended and the last words that the tool wrote to standard error. */
export function toolFailure(
  tool: ToolWords,
  command: Command,
  completed: Completed,
  problem: string,
  hint: string,
  cause?: unknown,
): PatchProError {
  const words = lastWords(completed.stderr);
  const said = words === "" ? "" : `; it said: ${words}`;
  return new PatchProError("analyzer", `${tool.name} ${problem} (\`${tool.byHand ?? shown(command)}\`)${said}`, hint, {
    cause,
  });
}

/** What to do when a tool ran and its answer is of no use. */
export function rerunHint(command: Command, { byHand = shown(command) }: ToolWords): string {
  return `Run \`${byHand}\` in ${command.cwd} by hand and mend what it complains about.`;
}

function whyItEnded(completed: Completed, command: Command, words: ToolWords): readonly [string, string] {
  switch (completed.ended) {
    case "not-found":
      return ["was not found", words.install];
    case "not-executable":
      return ["could not be started", `Check that ${command.file} is a program this system can run. ${words.install}`];
    case "timed-out":
      return [
        `did not finish within ${Math.round(command.timeoutMs / 100) / 10} s and was stopped`,
        `Give it more time with ${words.timeoutKey}, or fewer files at once.`,
      ];
    case "too-much-output":
      return ["printed more than PatchPro reads and was stopped", "Narrow the selection of rules or the paths."];
    default:
      return ["was killed by a signal", `It may have run out of memory. ${rerunHint(command, words)}`];
  }
}

/** The command as a person would type it, shortened: thousands of file names help nobody. */
function shown({ file, args }: Command): string {
  const words = [file, ...args].map((word) => (/^[\w./:=@,+-]+$/.test(word) ? word : JSON.stringify(word)));
  const line = words.slice(0, MOST_WORDS).join(" ");
  const text = words.length > MOST_WORDS ? `${line} … (${words.length - MOST_WORDS} more)` : line;
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}

/** The last line that names an error, for some runtimes end with their version; the last few if none does, for a cause alone does not say of what. */
function lastWords(stderr: string): string {
  const lines = stripVTControlCharacters(stderr)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const error = lines.findLast((line) => /^(?:\w*(?:error|exception|panic|fatal)\b)/i.test(line));
  return (error ?? lines.slice(-MOST_LINES).join("; ")).slice(0, 600);
}
