import type { GateVerdict } from "./gate.ts";
import { nameList, renderComparison } from "./render-compare.ts";
import { points, signedPoints } from "./words.ts";

const HEADLINES = {
  pass: "The gate is open: head is not worse than base.",
  warn: "The gate is open, with a warning.",
  block: "The gate is shut.",
} as const;

/** A verdict as text. The whole comparison comes below it where anything changed. Ends with a line end. */
export function renderGate({ verdict, findings, comparison, policy }: GateVerdict): string {
  const { n, same, difference } = comparison;
  const lines = findings.map(
    ({ level, message, cases }) => `  ${level}: ${message}${cases.length > 0 ? ` ${nameList(cases)}` : ""}`,
  );
  if (n > 0 && same === n) {
    const summary = `  ${n} cases compared, none flipped (95 %: ${points(difference.low)} to ${points(difference.high)}).`;
    return `${[HEADLINES[verdict], ...lines, summary].join("\n")}\n`;
  }
  const rule = `  Blocks below 0.0 pp for certain, warns where ${signedPoints(-policy.margin)} is not ruled out.`;
  return `${[HEADLINES[verdict], ...lines, rule].join("\n")}\n\n${renderComparison(comparison)}`;
}
