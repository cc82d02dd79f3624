import type { CheckCode } from "../../src/domain/check.ts";
import type { Finding } from "../../src/domain/finding.ts";
import type { Examined } from "../../src/verify/check.ts";

/** One patch of one file, and what the check must say of it. */
export interface Sample {
  readonly what: string;
  readonly path: string;
  /** Rule and message of the finding that the patch is meant for. */
  readonly rule: string;
  readonly message?: string;
  /** Text on the line that the finding points at; the first line if absent. */
  readonly at?: string;
  readonly before: string;
  readonly after: string | null;
  /** The code of the refusal; absent for honest patches. */
  readonly code?: CheckCode;
}

/** A sample in short: what, rule, before, after, and what differs from the defaults. */
export function sample(
  what: string,
  rule: string,
  before: string,
  after: string | null,
  more: Partial<Sample> & { path: string },
): Sample {
  return { what, rule, before, after, ...more };
}

export function examinedOf({ path, rule, message = "", at, before, after }: Sample): Examined {
  const offset = at === undefined ? 0 : before.indexOf(at);
  if (offset === -1) throw new Error(`the sample does not hold ${JSON.stringify(at)}`);
  const lines = before.slice(0, offset).split("\n");
  const startColumn = (lines.at(-1)?.length ?? 0) + 1;
  const finding: Finding = {
    id: `${rule}:${path}`,
    tool: /^[A-Z]+\d+$/.test(rule) ? "ruff" : "eslint",
    ruleId: rule,
    path,
    severity: "warning",
    message,
    fixes: [],
    witnesses: [],
    startLine: lines.length,
    startColumn,
    endLine: lines.length,
    endColumn: startColumn + (at?.length ?? 1),
  };
  return { changes: [{ path, before, after, encoding: "utf8" }], findings: [finding], source: "model" };
}
