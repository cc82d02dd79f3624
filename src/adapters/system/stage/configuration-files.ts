/** Files that change what an analyzer says about files beside and below them. */
const CONFIGURATION = [
  /^(?:pyproject\.toml|\.?ruff\.toml|setup\.cfg|setup\.py|tox\.ini|mypy\.ini|\.flake8|\.isort\.cfg|\.bandit)$/,
  /^(?:__init__\.pyi?|py\.typed)$/,
  /^(?:package\.json|[jt]sconfig.*\.json|eslint\.config\..+|\.eslintrc.*|\.eslintignore|\.prettierrc.*)$/,
  /^\.semgrep/,
  /^\.(?:editorconfig|gitignore|ignore)$/,
  /^\.patchpro\.toml$/,
];

/** Whether a file of this name decides about its neighbours: configuration, or what makes a folder a package. */
export function isConfiguration(name: string): boolean {
  return CONFIGURATION.some((pattern) => pattern.test(name));
}
