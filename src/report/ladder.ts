import { CHECKS, type CheckResult } from "../domain/check.ts";
import { oneLine, visibleLines } from "./safe-text.ts";
import { penFor, type TerminalStyle } from "./terminal-style.ts";
import { padEnd, wrap } from "./text-width.ts";

/** The rungs that one patch climbed, for the terminal. Ends with a line end. */
export function renderLadder(
  checks: readonly CheckResult[],
  failed: CheckResult | undefined,
  style: TerminalStyle,
): string {
  const pen = penFor(style);
  const mark = {
    pass: pen.tint("green", style.unicode ? "✓" : "ok"),
    fail: pen.tint("red", style.unicode ? "✗" : "NO"),
    skip: pen.tint("dim", style.unicode ? "–" : "--"),
  };
  const width = Math.max(...CHECKS.map((name) => name.length)) + 2;
  const lines = checks.flatMap((check) => {
    const [first = "", ...rest] =
      check.status === "fail"
        ? visibleLines(check.detail)
            .split("\n")
            .flatMap((line) => wrap(line, style.columns - width - 4))
        : wrap(oneLine(check.detail), style.columns - width - 4);
    return [
      `  ${mark[check.status]} ${padEnd(check.name, width)}${first}`,
      ...rest.map((line) => `    ${" ".repeat(width)}${line}`),
    ];
  });
  const unproved = checks.filter(({ status }) => status === "fail").map(({ name }) => `"${name}"`);
  const verdict = failed
    ? pen.tint("red", `Not proved: it fails "${failed.name}".`)
    : unproved.length > 0
      ? pen.tint("yellow", `Not wholly proved: it fails ${unproved.join(", ")}, not required by the configuration.`)
      : pen.tint("green", "Proved: every required check passes.");
  return `${[...lines, "", verdict].join("\n")}\n`;
}
