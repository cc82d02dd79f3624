import type { Finding } from "../../domain/finding.ts";
import type { ChangedFile } from "./changed-file.ts";
import type { Detector, Dishonesty } from "./dishonesty.ts";
import { dangerTopicOf } from "./rules.ts";

/** Keys that services hand out, by their published forms. */
const KNOWN_KEY =
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36,}|\bgithub_pat_\w{22,}|\bglpat-[\w-]{20,}|\bsk-(?:proj-|ant-|live_)?[\w-]{20,}|\b[sr]k_live_\w{16,}|\bxox[abprs]-[\w-]{10,}|\bAIza[\w-]{35}|\bnpm_\w{36}|\bpypi-[\w-]{50,}|\bSG\.[\w-]{20,}\.[\w-]{20,}|-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g;
const ASSIGNED =
  /(?:password|passwd|pwd|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|credential)\w*["']?\]?\s*(?::\s*\w+\s*)?(?:=(?!=)|:)\s*["'`]([^"'`\n\s]{8,})["'`]/gi;
const PLACEHOLDER =
  /^(?:<.*>|\$\{?.*|\{\{.*|.*(?:example|changeme|change-me|placeholder|dummy|your[-_ ]|xxx|\*{3}|\.\.\.|test|fake|redacted|[A-Z]+(?:_[A-Z0-9]+)+$).*|[a-z]+(?:[-_. ][a-z]+)*)$/i;
const ABOUT_SECRET =
  /\b[SB]10[567]\b|hard-?coded[-_ ](?:password|secret|credential|token|key)|\bsecret|credential|api.?key/i;

/** Something that looks like a key or a password and was not in the file before, or is still there after a fix for it. */
export const secrets: Detector = (file, findings) => {
  if (!/["'`]|-----BEGIN/.test(file.addedText)) return [];
  return [...introduced(file), ...kept(file, findings)];
};

function introduced(file: ChangedFile): Dishonesty[] {
  const key = Array.from(file.addedText.matchAll(KNOWN_KEY), (match) => match[0]).find(
    (text) => !file.before.includes(text),
  );
  const value = Array.from(file.addedText.matchAll(ASSIGNED), (match) => match[1] ?? "").find(
    (text) => !file.before.includes(text) && !PLACEHOLDER.test(text) && /\d/.test(text) && /[A-Za-z]/.test(text),
  );
  if (key === undefined && value === undefined) return [];
  return [
    {
      code: "SECRET_INTRODUCED",
      path: file.path,
      detail: `The patch writes what looks like a secret into ${file.path}. Read it from the environment.`,
    },
  ];
}

/** A finding about a secret in the code, whose text is still in the code, under another name. */
function kept(file: ChangedFile, findings: readonly Finding[]): Dishonesty[] {
  for (const finding of findings) {
    if (finding.path !== file.path || !ABOUT_SECRET.test(dangerTopicOf(finding))) continue;
    for (const text of flaggedTexts(file, finding)) {
      const isNew = file.addedText.includes(text) && !PLACEHOLDER_NAME.test(text);
      if (isNew && new RegExp(String.raw`["'\`]${escaped(text)}["'\`]`).test(file.addedText)) {
        return [
          {
            code: "SCOPE_SUPPRESSION_ADDED",
            path: file.path,
            detail: `The secret is still written into ${file.path}, under another name. Read it from the environment.`,
          },
        ];
      }
    }
  }
  return [];
}

/** The texts between the finding's columns; all texts of its first line if none stands there. */
function flaggedTexts(file: ChangedFile, finding: Finding): string[] {
  const { startLine, startColumn, endLine, endColumn } = finding;
  const lines = file.linesBefore().slice(startLine - 1, endLine);
  const flagged = lines.map((line, at) =>
    line.slice(at === 0 ? startColumn - 1 : 0, at === endLine - startLine ? endColumn - 1 : undefined),
  );
  const within = textsIn(flagged.join("\n"));
  return within.length > 0 ? within : textsIn(lines[0] ?? "");
}

function textsIn(source: string): string[] {
  return Array.from(source.matchAll(/(["'`])([^"'`\n]{3,})\1/g), (match) => match[2] ?? "");
}

/** Names of environment variables, settings and formats may stay. */
const PLACEHOLDER_NAME = /^(?:[A-Z][A-Z0-9_]+|\w*(?:password|secret|token|key)\w*|utf-?8|[\w/.-]+\/[\w/.-]+)$/i;

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
