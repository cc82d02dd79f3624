/** Python tools whose codes Ruff took over unchanged; a Ruff code is the common name. */
const RUFF_CODES = new Set(["ruff", "flake8", "pycodestyle", "pyflakes", "pydocstyle", "mccabe", "pyupgrade"]);
const SEMGREP_BANDIT = /(?:^|\.)bandit\.(B\d{3})(?:-\d+)?$/;
const ESLINT_LIKE = new Set(["eslint", "oxlint", "oxc", "biome"]);

/**
 * The name of the defect that a rule finds, equal for rules of different tools that find the same one: Bandit B608 is
 * Ruff S608, Pylint W0120 is Ruff PLW0120, Flake8 F401 is Ruff F401. Otherwise tool and rule as they are.
 */
export function canonicalRule(tool: string, ruleId: string): string {
  if (RUFF_CODES.has(tool)) return `python:${ruleId}`;
  const bandit =
    tool === "bandit"
      ? /^B\d{3}$/.exec(ruleId)?.[0]
      : tool === "semgrep"
        ? SEMGREP_BANDIT.exec(ruleId)?.[1]
        : undefined;
  if (bandit) return `python:S${bandit.slice(1)}`;
  if (tool === "pylint" && /^[CEFRW]\d{4}$/.test(ruleId)) return `python:PL${ruleId}`;
  if (ESLINT_LIKE.has(tool)) return `javascript:${/^eslint\((.+)\)$/.exec(ruleId)?.[1] ?? ruleId}`;
  return `${tool}:${ruleId}`;
}
