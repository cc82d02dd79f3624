import { stripVTControlCharacters } from "node:util";
import type { Completed } from "../ports/process.ts";
import { failed, type Judgement, passed, skipped } from "./check.ts";

const TAIL_LINES = 20;
const TAIL_CHARACTERS = 4_000;
/** https://docs.pytest.org/en/stable/reference/exit-codes.html */
const PYTEST_NO_TESTS = 5;

/**
 * Rung 7: judges how the user's own build or test command ended in a throw-away copy with the patch.
 *
 * `command` is shown to people. `baseline` is how the same command ended without the patch, if that was tried:
 * a command that fails either way says nothing about the patch.
 */
export function tests(command: string, completed: Completed, baseline?: Completed): Judgement {
  const tail = tailOf(completed);
  const evidence = { command, ended: completed.ended, exitCode: completed.exitCode ?? null, ms: completed.ms, tail };
  if (completed.ended === "exited" && completed.exitCode === 0) return passed(`\`${command}\` passed.`, evidence);
  if (completed.ended === "aborted") return skipped(`\`${command}\` was interrupted.`, evidence);
  if (baseline?.ended === "exited" && baseline.exitCode !== 0 && completed.ended === "exited") {
    return skipped(
      `\`${command}\` fails without the patch too (exit code ${baseline.exitCode}): it proves nothing.`,
      evidence,
    );
  }
  if (baseline?.ended === "timed-out" && completed.ended === "timed-out") {
    return skipped(`\`${command}\` does not end in time without the patch either: it proves nothing.`, evidence);
  }
  const lastWords = tail === "" ? "" : `\n${tail}`;
  switch (completed.ended) {
    case "exited":
      return /\bpytest\b|\bpy\.test\b/.test(command) && completed.exitCode === PYTEST_NO_TESTS
        ? failed("NO_TESTS_FOUND", `\`${command}\` found no tests.${lastWords}`, evidence)
        : failed("TEST_FAILED", `\`${command}\` failed with exit code ${completed.exitCode}.${lastWords}`, evidence);
    case "timed-out":
      return failed(
        "TEST_TIMEOUT",
        `\`${command}\` did not end in time (${Math.round(completed.ms / 100) / 10} s).${lastWords}`,
        evidence,
      );
    case "too-much-output":
      return failed("TOOL_CRASH", `\`${command}\` was stopped: it printed too much.${lastWords}`, evidence);
    case "signalled":
      return failed("TOOL_CRASH", `\`${command}\` was killed by a signal.${lastWords}`, evidence);
    default:
      return failed("SANDBOX_ERROR", `\`${command}\` could not be started (${completed.ended}).`, evidence);
  }
}

/** The end of what a program printed, free of terminal control sequences. */
function tailOf(completed: Completed): string {
  const text = [completed.stdout.toString("utf8"), completed.stderr]
    .map((part) => part.slice(-4 * TAIL_CHARACTERS).trimEnd())
    .filter((part) => part !== "")
    .join("\n");
  const printable = stripVTControlCharacters(text)
    .replaceAll("\r\n", "\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
  return printable.split("\n").slice(-TAIL_LINES).join("\n").slice(-TAIL_CHARACTERS);
}
