/** What kind of file a path names, where a patch must not touch it unasked. */
export type Protection = "git" | "workflow" | "lock-file" | "manifest" | "configuration";

const LOCK_FILE =
  /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.lock|poetry\.lock|uv\.lock|pdm\.lock|pixi\.lock|pipfile\.lock|pylock(?:\..+)?\.toml|conda-lock\.yml|cargo\.lock|go\.sum|go\.work\.sum|composer\.lock|gemfile\.lock|mix\.lock|pubspec\.lock|packages\.lock\.json|gradle\.lockfile|flake\.lock|podfile\.lock|package\.resolved|\.terraform\.lock\.hcl)$/;
const MANIFEST =
  /^(?:package\.json|requirements.*\.(?:txt|in)|constraints.*\.txt|pipfile|environment\.ya?ml|setup\.py|go\.mod|go\.work|cargo\.toml|composer\.json|gemfile|.*\.gemspec|mix\.exs|pubspec\.ya?ml|pom\.xml|build\.gradle(?:\.kts)?|settings\.gradle(?:\.kts)?|.*\.(?:cs|fs|vb)proj|packages\.config|podfile|package\.swift|deno\.jsonc?|pnpm-workspace\.yaml|lerna\.json|conanfile\..*|vcpkg\.json|\.npmrc|\.yarnrc(?:\.yml)?|pip\.conf|bunfig\.toml|\.pypirc|cargo-config\.toml)$/;
const CONFIGURATION =
  /^(?:\.?ruff\.toml|pyproject\.toml|setup\.cfg|tox\.ini|pytest\.ini|\.pytest\.ini|noxfile\.py|mypy\.ini|\.mypy\.ini|\.flake8|\.pylintrc|pylintrc|\.pylintrc\.toml|\.coveragerc|\.isort\.cfg|\.style\.yapf|\.bandit|bandit\.ya?ml|pyrightconfig\.json|pyrefly\.toml|ty\.toml|\.pydocstyle|eslint\.config\..*|\.eslintrc.*|\.eslintignore|\.?oxlintrc.*|oxlint\.config\..*|biome\.jsonc?|\.prettierrc.*|prettier\.config\..*|\.prettierignore|tslint\.json|\.stylelintrc.*|stylelint\.config\..*|\.jshintrc|\.jshintignore|tsconfig.*\.json|jsconfig.*\.json|vitest\.(?:config|workspace)\..*|jest\.config\..*|playwright\.config\..*|cypress\.config\..*|karma\.conf\..*|\.mocharc.*|\.nycrc.*|\.c8rc.*|\.semgrep.*|semgrep\.ya?ml|\.pre-commit-config\.yaml|\.pre-commit-hooks\.yaml|lefthook\.ya?ml|\.lintstagedrc.*|\.gitlab-ci\.yml|azure-pipelines\.ya?ml|bitbucket-pipelines\.yml|jenkinsfile|\.travis\.yml|appveyor\.yml|\.drone\.yml|cloudbuild\.ya?ml|codecov\.ya?ml|\.codecov\.ya?ml|\.codeclimate\.yml|sonar-project\.properties|\.deepsource\.toml|\.golangci\.(?:ya?ml|toml|json)|clippy\.toml|\.clippy\.toml|deny\.toml|\.rubocop.*\.yml|checkstyle\.xml|pmd\.xml|spotbugs.*\.xml|detekt\.ya?ml|\.swiftlint\.yml|\.clang-tidy|\.clang-format|\.shellcheckrc|\.hadolint\.ya?ml|\.yamllint.*|\.markdownlint.*|\.trivyignore.*|\.checkov\.ya?ml|\.tflint\.hcl|\.gitleaks\.toml|\.gitleaksignore|\.snyk|trivy\.yaml|zizmor\.ya?ml|phpstan.*\.neon(?:\.dist)?|psalm\.xml|phpcs\.xml.*|phpunit\.xml.*|dependabot\.ya?ml|renovate\.json5?|\.renovaterc.*|\.patchpro\.toml|\.gitignore|\.gitattributes|\.gitmodules|\.editorconfig|codeowners|conftest\.toml|sgconfig\.ya?ml|knip\.(?:json|ts|config\..*))$/;
const CONFIGURATION_FOLDER =
  /(?:^|\/)(?:\.semgrep|\.circleci|\.husky|\.patchpro|\.trunk|\.buildkite|\.azure|\.vscode|\.gitlab|\.reviewdog)\//;

/**
 * Why a path is protected, or undefined. Names are compared as a case-insensitive file system does, and as git guards
 * `.git` on macOS and Windows (invisible characters, trailing dots and spaces, `GIT~1`, `.git::$INDEX_ALLOCATION`).
 */
export function protectionOf(path: string): Protection | undefined {
  const parts = path.split("/").map(plainName);
  const name = parts.at(-1) ?? "";
  if (parts.some((part) => part === ".git" || part === "git~1")) return "git";
  if (parts.some((part) => part === ".github" || part === ".forgejo" || part === ".gitea")) return "workflow";
  if (LOCK_FILE.test(name)) return "lock-file";
  if (MANIFEST.test(name)) return "manifest";
  if (CONFIGURATION.test(name) || CONFIGURATION_FOLDER.test(`${parts.slice(0, -1).join("/")}/`)) return "configuration";
  if (parts.at(-2) === "requirements" && /\.(?:txt|in)$/.test(name)) return "manifest";
  return undefined;
}

/** Whether a path could leave the repository or mean another file than it says. */
export function isUnsafePath(path: string): boolean {
  return (
    path === "" ||
    /^[/\\]|^[A-Za-z]:|[\\\u0000-\u001f\u007f]/.test(path) ||
    path.split("/").some((part) => part === "" || part === "." || plainDots(part) === "..")
  );
}

function plainName(part: string): string {
  return part
    .normalize("NFC")
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, "")
    .replace(/:.*$/, "")
    .replace(/[. ]+$/, "")
    .toLowerCase();
}

function plainDots(part: string): string {
  return /^\.\.[ .]*$/.test(part) ? ".." : part;
}
