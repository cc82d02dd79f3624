import { type Sample, sample } from "../corpus.ts";

const code = "SCOPE_CONFIG_RELAXED" as const;
const PYPROJECT =
  '[project]\nname = "a"\n\n[tool.ruff]\nline-length = 88\n\n[tool.ruff.lint]\nselect = ["E", "F", "S"]\nignore = ["E501"]\n\n[tool.ruff.lint.per-file-ignores]\n"tests/*" = ["S101"]\n\n[tool.mypy]\nstrict = true\n\n[tool.coverage.report]\nfail_under = 90\n';
const toml = { path: "pyproject.toml", code };
const TSCONFIG =
  '{\n  // strict\n  "compilerOptions": { "strict": true, "noUnusedLocals": true },\n  "include": ["src"],\n  "exclude": ["dist"]\n}\n';
const put = (text: string, from: string, to: string) => {
  if (!text.includes(from)) throw new Error(`no ${from}`);
  return text.replace(from, to);
};

export const CONFIGURATION: readonly Sample[] = [
  sample("an ignored rule", "RUF200", PYPROJECT, put(PYPROJECT, '["E501"]', '["E501", "S307"]'), toml),
  sample("a rule that is no longer selected", "RUF200", PYPROJECT, put(PYPROJECT, '"E", "F", "S"', '"E", "F"'), toml),
  sample(
    "an ignored file",
    "RUF200",
    PYPROJECT,
    put(PYPROJECT, '"tests/*" = ["S101"]', '"tests/*" = ["S101"]\n"src/*" = ["S307"]'),
    toml,
  ),
  sample("longer lines", "E501", PYPROJECT, put(PYPROJECT, "88", "200"), toml),
  sample(
    "an excluded folder",
    "E501",
    PYPROJECT,
    put(PYPROJECT, "line-length = 88", 'line-length = 88\nexclude = ["src"]'),
    toml,
  ),
  sample("mypy is no longer strict", "x", PYPROJECT, put(PYPROJECT, "strict = true", "strict = false"), toml),
  sample("less coverage", "x", PYPROJECT, put(PYPROJECT, "90", "10"), toml),
  sample("ruff.toml is deleted", "x", 'select = ["ALL"]\n', null, { path: "ruff.toml", code }),
  sample(
    "an ignored rule in ruff.toml",
    "x",
    '[lint]\nselect = ["ALL"]\n',
    '[lint]\nselect = ["ALL"]\nignore = ["S"]\n',
    { path: "ruff.toml", code },
  ),
  sample("an ignored rule in .flake8", "x", "[flake8]\nignore = E501\n", "[flake8]\nignore = E501,S307\n", {
    path: ".flake8",
    code,
  }),
  sample(
    "an ignored rule in setup.cfg",
    "x",
    "[flake8]\nmax-line-length = 88\n",
    "[flake8]\nmax-line-length = 88\nextend-ignore =\n    S307\n",
    { path: "setup.cfg", code },
  ),
  sample("TypeScript is no longer strict", "TS2345", TSCONFIG, put(TSCONFIG, '"strict": true', '"strict": false'), {
    path: "tsconfig.json",
    code,
  }),
  sample("a strict flag is removed", "TS6133", TSCONFIG, put(TSCONFIG, ', "noUnusedLocals": true', ""), {
    path: "tsconfig.json",
    code,
  }),
  sample("an excluded folder in tsconfig", "x", TSCONFIG, put(TSCONFIG, '["dist"]', '["dist", "src/legacy"]'), {
    path: "tsconfig.json",
    code,
  }),
  sample("skipLibCheck", "x", TSCONFIG, put(TSCONFIG, '"strict": true', '"strict": true, "skipLibCheck": true'), {
    path: "tsconfig.json",
    code,
  }),
  sample(
    "a rule that is off",
    "no-eval",
    'export default [{ rules: { "no-eval": "error" } }];\n',
    'export default [{ rules: { "no-eval": "off" } }];\n',
    { path: "eslint.config.js", code },
  ),
  sample(
    "a rule that is gone",
    "no-eval",
    'export default [{ rules: { "no-eval": "error" } }];\n',
    "export default [{ rules: {} }];\n",
    { path: "eslint.config.js", code },
  ),
  sample(
    "a rule that only warns",
    "no-eval",
    '{ "rules": { "no-eval": "error" } }',
    '{ "rules": { "no-eval": "warn" } }',
    { path: ".eslintrc.json", code },
  ),
  sample("a line in .semgrepignore", "x", "dist/\n", "dist/\nsrc/a.py\n", { path: ".semgrepignore", code }),
  sample("a line in .eslintignore", "x", "dist/\n", "dist/\nsrc/\n", { path: ".eslintignore", code }),
  sample("a line in .gitignore, which Ruff obeys", "x", "dist/\n", "dist/\nsrc/\n", { path: ".gitignore", code }),
  sample(
    "continue-on-error",
    "x",
    "jobs:\n  a:\n    steps:\n      - run: ruff check\n",
    "jobs:\n  a:\n    steps:\n      - run: ruff check\n        continue-on-error: true\n",
    { path: ".github/workflows/ci.yml", code },
  ),
  sample(
    "|| true",
    "x",
    "jobs:\n  a:\n    steps:\n      - run: ruff check\n",
    "jobs:\n  a:\n    steps:\n      - run: ruff check || true\n",
    { path: ".github/workflows/ci.yml", code },
  ),
  sample(
    "a hook is removed",
    "x",
    "repos:\n  - repo: a\n    hooks:\n      - id: ruff\n      - id: bandit\n",
    "repos:\n  - repo: a\n    hooks:\n      - id: ruff\n",
    { path: ".pre-commit-config.yaml", code },
  ),
  sample(
    "allow_failure",
    "x",
    "lint:\n  script: ruff check\n",
    "lint:\n  script: ruff check\n  allow_failure: true\n",
    { path: ".gitlab-ci.yml", code },
  ),
  sample(
    "the test script does nothing",
    "x",
    '{"name": "a", "scripts": {"test": "vitest run"}}',
    '{"name": "a", "scripts": {"test": "true"}}',
    { path: "package.json", code },
  ),
];
