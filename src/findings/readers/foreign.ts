/** A JSON report of a tool whose format PatchPro does not read, and what to do instead. */
export interface ForeignFormat {
  readonly name: string;
  readonly instead: string;
}

type Keyed = Readonly<Record<string, unknown>>;
type Signature = ForeignFormat & { readonly matches: (value: Keyed) => boolean };

const sarif = (command: string) => `Export SARIF instead: \`${command}\`.`;
const has =
  (...keys: string[]) =>
  (value: Keyed) =>
    keys.every((key) => Object.hasOwn(value, key));
const hasAny =
  (...keys: string[]) =>
  (value: Keyed) =>
    keys.some((key) => Object.hasOwn(value, key));
const NOT_CODE = "These findings are not about lines of source code, so there is nothing that PatchPro could patch.";
const CONVERT = "Export SARIF if the tool can, or convert the findings to schemas/findings.v1.json.";

/** What a document that is an object looks like; the first that matches wins. */
const DOCUMENTS: readonly Signature[] = [
  {
    name: "Bandit JSON",
    instead: sarif("bandit -r . -f sarif (pip install 'bandit[sarif]')"),
    matches: has("metrics", "generated_at", "results"),
  },
  { name: "Brakeman JSON", instead: sarif("brakeman -f sarif"), matches: has("scan_info", "warnings") },
  { name: "Checkov JSON", instead: sarif("checkov -o sarif"), matches: hasAny("check_type", "checkov_version") },
  { name: "CodeChecker JSON", instead: CONVERT, matches: has("version", "reports") },
  { name: "Coverity JSON", instead: CONVERT, matches: has("formatVersion", "issues") },
  {
    name: "detect-secrets JSON",
    instead: "Secrets must be revoked, not patched.",
    matches: has("plugins_used", "results"),
  },
  {
    name: "a GitLab security report",
    instead: "Export SARIF from the analyzer itself, or convert the findings to schemas/findings.v1.json.",
    matches: has("version", "vulnerabilities"),
  },
  { name: "gosec JSON", instead: sarif("gosec -fmt sarif ./..."), matches: has("Issues", "Stats") },
  {
    name: "golangci-lint JSON",
    instead: sarif("golangci-lint run --output.sarif.path report.sarif"),
    matches: has("Issues"),
  },
  {
    name: "Horusec JSON",
    instead: sarif("horusec start -o sarif -O report.sarif"),
    matches: has("analysisVulnerabilities"),
  },
  { name: "KICS JSON", instead: sarif("kics scan --report-formats sarif"), matches: has("queries", "files_scanned") },
  {
    name: "njsscan or mobsfscan JSON",
    instead: sarif("njsscan --sarif"),
    matches: hasAny("njsscan_version", "mobsfscan_version"),
  },
  { name: "RuboCop JSON", instead: CONVERT, matches: has("metadata", "files", "summary") },
  {
    name: "an export of the Semgrep web service",
    instead: "Run `semgrep scan --json` and pass its output.",
    matches: hasAny("vulns", "hasMore"),
  },
  {
    name: "an export of the Semgrep web service",
    instead: "Run `semgrep scan --json` and pass its output.",
    matches: (value) => Array.isArray(value.findings) && !has("version", "tool")(value),
  },
  {
    name: "SonarQube JSON",
    instead: CONVERT,
    matches: (value) =>
      has("projectName", "issues")(value) ||
      has("paging")(value) ||
      hasAny("hotspots", "allBugs", "securityCategory")(value),
  },
  { name: "SonarQube JSON (not a list of findings)", instead: CONVERT, matches: (value) => has("key", "name")(value) },
  {
    name: "Trivy JSON",
    instead: sarif("trivy fs --format sarif ."),
    matches: hasAny("ArtifactName", "ClusterName", "SchemaVersion"),
  },
  { name: "Pyright JSON", instead: CONVERT, matches: has("generalDiagnostics") },
  { name: "Biome JSON", instead: sarif("biome check --reporter=sarif"), matches: has("diagnostics", "command") },
  { name: "oxlint JSON", instead: sarif("oxlint -f sarif"), matches: has("diagnostics", "number_of_files") },
  { name: "reviewdog JSON (rdjson)", instead: CONVERT, matches: has("diagnostics") },
  { name: "ShellCheck JSON", instead: CONVERT, matches: has("comments") },
  { name: "PHPStan JSON", instead: CONVERT, matches: has("totals", "files") },
  { name: "Snyk JSON", instead: sarif("snyk code test --sarif"), matches: has("vulnerabilities", "ok") },
  { name: "an npm audit report", instead: NOT_CODE, matches: has("auditReportVersion") },
  { name: "a CycloneDX bill of materials", instead: NOT_CODE, matches: has("bomFormat") },
  {
    name: "tfsec or Terrascan JSON",
    instead: sarif("tfsec --format sarif"),
    matches: (value) => has("results")(value) && Object.keys(value).length === 1,
  },
  {
    name: "Bearer JSON",
    instead: sarif("bearer scan . --format sarif"),
    matches: (value) => {
      const keys = Object.keys(value);
      return keys.length > 0 && keys.every((key) => ["critical", "high", "medium", "low", "warning"].includes(key));
    },
  },
  {
    name: "PatchPro's own run report",
    instead: "Pass the analyzer's report, or the output of `patchpro analyze --format json`.",
    matches: has("runId", "findings"),
  },
];

/** What the items of a list look like. */
const ITEMS: readonly Signature[] = [
  { name: "Checkov JSON", instead: sarif("checkov -o sarif"), matches: has("check_type") },
  {
    name: "Hadolint or ShellCheck JSON",
    instead: sarif("hadolint -f sarif"),
    matches: has("file", "line", "code", "level"),
  },
  {
    name: "alerts of GitHub code scanning",
    instead:
      "Download the analysis as SARIF: `gh api -H 'Accept: application/sarif+json' /repos/OWNER/REPO/code-scanning/analyses/ID`.",
    matches: has("number", "state", "html_url"),
  },
  { name: "Trivy JSON", instead: sarif("trivy fs --format sarif ."), matches: has("Target") },
  {
    name: "Progpilot JSON",
    instead: CONVERT,
    matches: (value) => Object.keys(value).some((key) => /^(?:source|vuln|sink)_/.test(key)),
  },
  { name: "SonarQube JSON", instead: CONVERT, matches: has("key", "component") },
  {
    name: "Pylint JSON",
    instead:
      "Export JSON with `ruff check --select PL --output-format json`, or convert the findings to schemas/findings.v1.json.",
    matches: has("message-id", "symbol"),
  },
  { name: "a Code Climate or GitLab code quality report", instead: CONVERT, matches: has("check_name", "location") },
  {
    name: "a Code Climate or GitLab code quality report",
    instead: CONVERT,
    matches: has("fingerprint", "description", "location"),
  },
  { name: "Stylelint JSON", instead: CONVERT, matches: has("source", "warnings") },
  { name: "mypy JSON", instead: CONVERT, matches: has("file", "line", "severity", "hint") },
  { name: "Gitleaks JSON", instead: "Secrets must be revoked, not patched.", matches: has("RuleID", "Commit") },
];

/** Which known format, that PatchPro does not read, a JSON document looks like. */
export function foreignFormat(data: unknown): ForeignFormat | undefined {
  const subject: unknown = Array.isArray(data) ? data[0] : data;
  if (typeof subject !== "object" || subject === null || Array.isArray(subject)) return undefined;
  const keyed: Keyed = { ...subject };
  return (Array.isArray(data) ? ITEMS : DOCUMENTS).find(({ matches }) => matches(keyed));
}
