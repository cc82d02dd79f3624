import type { Finding } from "../../domain/finding.ts";
import type { Span } from "../../domain/location.ts";
import type { LineIndex } from "../../patch/lines.ts";

/** Rules whose findings point at a secret: Ruff and Bandit's, Semgrep's `generic.secrets`, Gitleaks, ESLint's no-secrets. */
const ABOUT_SECRETS =
  /^[SB]10[567]$|secret|hard-?coded[-_.]?(?:password|credential|token|key)|credential|api[-_]?key|private[-_]?key|gitleaks|trufflehog/i;

/** Whether a finding says that something secret stands in the code. */
function isAboutSecret(finding: Finding): boolean {
  return ABOUT_SECRETS.test(finding.ruleId) || /gitleaks|trufflehog|detect-secrets/i.test(finding.tool);
}

const QUOTED = /(["'`])((?:\\.|(?!\1)[^\\\r\n])*)\1/g;
/** Names, addresses without a password, formats: what such rules flag without a secret being there. */
const HARMLESS =
  /^(?:\s*|\w*(?:[Pp]assword|PASSWORD|[Pp]asswd|[Ss]ecret|[Tt]oken|[Kk]ey|[Aa]uth|[Bb]earer|[Bb]asic)\w*|[a-z][a-z0-9+.-]*:\/\/[^@]*|\.{0,2}\/.*|[A-Z][\w'-]* .*|.*\b(?:password|token|secret|key)\b.* .*|[A-Z][A-Z0-9_]*|[^A-Za-z0-9]*)$/;

/** The values that findings about secrets point at, also those that would not look like secrets by themselves. */
export function flaggedSecrets(findings: readonly Finding[], index: LineIndex): Span[] {
  return findings.filter(isAboutSecret).flatMap((finding) => {
    const start = index.offset({ line: finding.startLine, column: finding.startColumn });
    const end = index.offset({ line: finding.endLine, column: finding.endColumn });
    if (start === undefined || end === undefined || end - start > 5_000) return [];
    const flagged = index.text.slice(start, end);
    const quoted = Array.from(flagged.matchAll(QUOTED), (match) => {
      const from = start + match.index + 1;
      return { span: { start: from, end: from + (match[2]?.length ?? 0) }, value: match[2] ?? "" };
    });
    if (quoted.length > 0) return quoted.filter(({ value }) => !HARMLESS.test(value)).map(({ span }) => span);
    return /^\S{6,}$/.test(flagged) && !HARMLESS.test(flagged) && !/[()=]/.test(flagged) ? [{ start, end }] : [];
  });
}
