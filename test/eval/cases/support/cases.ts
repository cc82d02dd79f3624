import type { EvalCase, Files } from "../../../../src/eval/cases/case.ts";
import type { CaseSpec } from "../../../../src/eval/cases/format.ts";
import { caseSchema } from "../../../../src/eval/cases/format.ts";

export const files = (texts: Readonly<Record<string, string>>): Files =>
  new Map(Object.entries(texts).map(([path, text]) => [path, { text, encoding: "utf8" as const }]));

/** `case.json` of a case about E722 in a.py, as written; what is given replaces it. */
export const written = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  title: "a bare except",
  family: "exceptions",
  language: "python",
  analyzer: "ruff",
  select: ["E722"],
  targets: [{ rule: "E722", path: "a.py" }],
  sources: ["model"],
  expect: { outcome: "accepted", source: "model" },
  ...more,
});

export const BEFORE = "def f(text):\n    try:\n        return int(text)\n    except:\n        return 0\n";
export const AFTER = BEFORE.replace("except:", "except ValueError:");

export function caseOf(
  more: Record<string, unknown> = {},
  {
    before = { "a.py": BEFORE },
    after = { "a.py": AFTER },
    tests = {},
    replies = [],
  }: {
    before?: Record<string, string>;
    after?: Record<string, string>;
    tests?: Record<string, string>;
    replies?: readonly string[];
  } = {},
): EvalCase {
  const spec: CaseSpec = caseSchema.parse(written(more));
  return { name: "one", spec, before: files(before), after: files(after), tests: files(tests), replies };
}
