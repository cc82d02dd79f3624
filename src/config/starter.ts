/** What a repository holds, for a configuration to start from. */
export interface Seen {
  readonly python: boolean;
  readonly javascript: boolean;
  readonly semgrep: boolean;
}

/** A `.patchpro.toml` in which every setting is a comment that says its default. */
export function renderStarterConfig(seen: Seen): string {
  const analyzers = [
    ...(seen.python
      ? [
          "[analyzers.ruff]      # Ruff is always there: yours if it is installed, else the embedded one",
          '# select = ["E", "F"]  # in place of the selection in ruff.toml or pyproject.toml',
          '# flavour = "auto"     # "native" or "wasm"',
          "",
        ]
      : []),
    ...(seen.javascript
      ? ["[analyzers.eslint]    # the ESLint in node_modules, with your eslint.config.js", "# enabled = true", ""]
      : []),
    ...(seen.semgrep
      ? ["[analyzers.semgrep]   # your own rules only, never a registry's", '# configs = [".semgrep.yml"]', ""]
      : []),
    "# Any program that prints a report PatchPro reads:",
    "# [analyzers.bandit]",
    '# command = ["bandit", "-q", "-r", ".", "-f", "sarif"]',
    '# format = "sarif"',
    '# files = ["**/*.py"]',
  ];
  return `# PatchPro. Every line that starts with # shows a default or an example; what is not said here is as it says.
# Check it with: npx patchpro doctor

# sources = ["native", "codemod", "model"]   # where fixes may come from, cheapest first
#                          codemods of your own: .patchpro/codemods/*.yml (CONTRIBUTING.md of PatchPro shows how)
# unsafe = "verify"      # fixes that the tool calls unsafe: "verify" tries them, the checks decide; "never"; "always"
# min_severity = "info"
# fail_on = "never"      # exit with 1 if something at or above this is left: "info", "warning", "error"
# exclude = ["vendor/**"]

${analyzers.join("\n")}

# [tests]                # your tests, run in a throw-away copy with the patches
# command = ["python", "-m", "pytest", "-q"]
# timeout_seconds = 600

# [model]                # keys come from the environment only: OPENAI_API_KEY, ANTHROPIC_API_KEY, …
# name = "openai:gpt-5-mini"
# base_url = "http://localhost:11434/v1"

# [budget]
# usd = 1.00

# [rules.F401]
# never = true           # leave this rule alone; never = "codemod" does without codemods for it
`;
}
