import { importedNames } from "./imports.ts";
import { codeOfLines, lineAt, type View } from "./view.ts";

/** How much code one directive silences. */
export const SCOPES = ["line", "block", "file"] as const;
type DirectiveScope = (typeof SCOPES)[number];

/** A word in a comment (or an attribute) that tells an analyzer to look away, or to look again (`closes`). */
export interface Directive {
  /** Directives of one kind can stand for each other. */
  readonly kind: string;
  readonly scope: DirectiveScope;
  /** What is silenced; `undefined` is everything. */
  readonly codes: ReadonlySet<string> | undefined;
  readonly closes: boolean;
  /** As written. */
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  /** The code that it speaks about, without whitespace: that of its line, or of the next line that has any; `if` for `elif`. */
  readonly code: string;
  /** The imported names that it speaks about, if it stands in an import. */
  readonly names: ReadonlySet<string> | undefined;
}

interface Form {
  readonly kind: string;
  readonly scope: DirectiveScope;
  /** Group 1, if any, holds the codes. */
  readonly pattern: RegExp;
  readonly closes?: true;
}

const CODES = String.raw`(?:\s*[:=]?\s*\[([^\]]*)\]|\s*[:=]\s*([\w.,:/@ -]*))?`;
const CODE_LIST = String.raw`(?:\s*:\s*([A-Z]+[0-9]+(?:(?:\s*,\s*|\s+)[A-Z]+[0-9]+)*))?`;

/** Comments that silence, by tool. Sources: the documentation of each tool. */
const FORMS: readonly Form[] = [
  form("noqa", "file", String.raw`\b(?:ruff|flake8)\s*:\s*noqa\b${CODE_LIST}`),
  form("noqa", "file", String.raw`\bruff\s*:\s*file-ignore\b${CODES}`),
  form("noqa", "block", String.raw`\bruff\s*:\s*disable\b${CODES}`),
  form("noqa", "line", String.raw`\bruff\s*:\s*ignore\b${CODES}`),
  form("noqa", "line", String.raw`(?<!ruff\s*:\s*)(?<!flake8\s*:\s*)(?:#\s*|ansible-lint:\s*)noqa\b${CODE_LIST}`),
  closing("noqa", String.raw`\bruff\s*:\s*enable\b`),
  form("nosec", "line", String.raw`#\s*nosec\b(?:\s*:?\s*([BG][0-9]{3}(?:[\s,]+[BG][0-9]{3})*))?`),
  form("nosem", "line", String.raw`\bnosem(?:grep)?\b${CODES}`),
  form("type-ignore", "line", String.raw`\btype:\s*ignore\b${CODES}`),
  form(
    "type-ignore",
    "line",
    String.raw`\b(?:pyright|ty|pyrefly|basedpyright|pytype|mypy)\s*:\s*(?:ignore(?!-errors)|disable(?!-error-code))\b${CODES}`,
  ),
  form(
    "type-ignore",
    "file",
    String.raw`\bpyright\s*:\s*(?:basic|off|report\w+\s*=\s*(?:false|none|information|warning))`,
  ),
  form(
    "type-ignore",
    "file",
    String.raw`\b(?:mypy\s*:\s*(?:ignore-errors|disable-error-code|allow-|no-|disallow-\S+\s*=\s*false)|pyrefly\s*:\s*ignore-errors)`,
  ),
  form("pylint", "block", String.raw`\bpylint\s*:\s*(?:disable(?:-next)?|disable-msg)\s*=\s*([\w ,-]+)`),
  form("pylint", "file", String.raw`\bpylint\s*:\s*skip-file\b`),
  closing("pylint", String.raw`\bpylint\s*:\s*enable\b`),
  form("coverage", "line", String.raw`\bpragma\s*:\s*no\s?(?:cover|branch)`),
  form(
    "coverage",
    "line",
    String.raw`\b(?:istanbul|c8|v8|node:coverage|stryker)\s+(?:ignore|disable)\b(?!\s+(?:stop|end))`,
  ),
  closing("coverage", String.raw`\b(?:c8|v8)\s+ignore\s+(?:stop|end)\b`),
  form("secrets", "line", String.raw`\bpragma\s*:\s*allowlist\b|\bgitleaks:allow\b|\btrufflehog:ignore\b`),
  form(
    "format",
    "block",
    String.raw`\b(?:fmt|autopep8|clang-format|spotless|@formatter)\s*:?\s*(?:off|skip)\b|\byapf\s*:\s*disable\b|\b(?:prettier|dprint)-ignore(?!-end)`,
  ),
  closing(
    "format",
    String.raw`\b(?:fmt|autopep8|clang-format|spotless|@formatter)\s*:?\s*on\b|\byapf\s*:\s*enable\b|\bprettier-ignore-end`,
  ),
  form("isort", "line", String.raw`\bisort\s*:\s*skip(?!_file)\b|\bruff\s*:\s*isort\s*:\s*skip(?!_file)\b`),
  form("isort", "file", String.raw`\bisort\s*:\s*(?:off|skip_file)\b`),
  closing("isort", String.raw`\bisort\s*:\s*on\b`),
  form("eslint", "line", String.raw`\b(?:eslint|oxlint)-disable(?:-next)?-line\b([\s\S]*?)(?:--|\*\/|$)`),
  form("eslint", "block", String.raw`\b(?:eslint|oxlint)-disable(?!-)\b([\s\S]*?)(?:--|\*\/|$)`),
  closing("eslint", String.raw`\b(?:eslint|oxlint)-enable\b`),
  form("eslint", "file", String.raw`\/\*\s*(?:eslint\s+["'\w@/-]+\s*:|eslint-env\b|globals?\s|exported\s)`),
  form("typescript", "line", String.raw`@ts-(?:ignore|expect-error)\b`),
  form("typescript", "file", String.raw`@ts-nocheck\b`),
  form("flow", "line", String.raw`\$Flow(?:FixMe|Ignore|Issue|ExpectedError)\b|@noflow\b`),
  form("biome", "line", String.raw`\b(?:biome|rome)-ignore(?!-)\s+([\w/]+)`),
  form("biome", "block", String.raw`\bbiome-ignore-start\b`),
  form("biome", "file", String.raw`\bbiome-ignore-all\b`),
  closing("biome", String.raw`\bbiome-ignore-end\b`),
  form("deno", "line", String.raw`\bdeno-lint-ignore(?!-file)\b([^\n]*)`),
  form("deno", "file", String.raw`\bdeno-lint-ignore-file\b`),
  form(
    "lint",
    "block",
    String.raw`\b(?:tslint|stylelint|markdownlint|yamllint|rubocop|swiftlint|ktlint|jscs|phpcs|luacheck|credo)\s*[:-]?\s*(?:disable|ignore)[\w-]*${CODES}`,
  ),
  closing(
    "lint",
    String.raw`\b(?:tslint|stylelint|markdownlint|yamllint|rubocop|swiftlint|ktlint|jscs|phpcs)\s*[:-]?\s*enable\b`,
  ),
  form(
    "lint",
    "line",
    String.raw`\bjshint\s+(?:ignore|-W)|\bNOSONAR\b|\bNOPMD\b|\bNOLINT(?!END)\w*|\/\/\s*nolint\b|\blint:ignore\b|\bskipcq\b|\bsourcery\s+skip\b|\bnoinspection\b|\bReSharper\s+disable\b`,
  ),
  form("lint", "line", String.raw`\b(?:codeql|lgtm)\s*\[`),
  form(
    "lint",
    "line",
    String.raw`\b(?:checkov|tfsec|trivy|terrascan|bearer|kics-scan|devskim|deepcode|snyk|hadolint|shellcheck|zizmor|bridgecrew)\s*[: -]?\s*(?:skip|ignore|disable|disable_rule)\b${CODES}`,
  ),
  form(
    "lint",
    "line",
    String.raw`@(?:phpstan-ignore|psalm-suppress|phan-suppress|suppress)[\w-]*|\bcppcheck-suppress\b|\bCHECKSTYLE\s*:\s*OFF\b`,
  ),
];

/** Attributes and pragmas that silence; these are code, not comments. */
const ATTRIBUTES =
  /#!?\[\s*(?:allow|expect)\s*\([^)]*\)\s*\]|@(?:SuppressWarnings|SuppressFBWarnings|Suppress|SuppressLint)\b|\[\s*(?:assembly:\s*)?(?:\w+\.)*SuppressMessage\b|#pragma\s+(?:warning\s+disable|warning\s*\(\s*disable|(?:GCC|clang)\s+diagnostic\s+ignored)|@(?:typing\.)?no_type_check\b/g;

/** One pattern for a first cheap look at changed lines, wherever they stand. */
export const MAY_SILENCE = new RegExp([...FORMS.map((each) => each.pattern.source), ATTRIBUTES.source].join("|"), "i");

/** More than any change needs; keeps hostile text from costing quadratic time. */
const MOST_DIRECTIVES = 500;

/** Every directive of a file that stands on a line for which `wanted` says yes. */
export function directivesIn(view: View, wanted: (line: number) => boolean): Directive[] {
  const found: Directive[] = [];
  const add = (form: Form, text: string, offset: number, codes: string | undefined) => {
    const line = lineAt(view, offset);
    if (!wanted(line) || found.length >= MOST_DIRECTIVES) return;
    const { kind, scope, closes = false } = form;
    const names = importedNames(view, line);
    const code = codeAbout(view, line);
    found.push({ kind, scope, closes, codes: codesIn(codes), text: text.trim(), line, code, names });
  };
  for (const comment of view.comments) {
    const text = view.text.slice(comment.start, comment.end);
    if (!MAY_SILENCE.test(text)) continue;
    for (const each of FORMS) {
      for (const match of text.matchAll(each.pattern)) {
        add(each, match[0], comment.start + match.index, match[1] ?? match[2]);
      }
    }
  }
  for (const match of view.code.matchAll(ATTRIBUTES)) {
    add({ kind: "attribute", scope: "block", pattern: ATTRIBUTES }, match[0], match.index, undefined);
  }
  return found;
}

function codesIn(text: string | undefined): Set<string> | undefined {
  const codes = (text ?? "").split(/[\s,]+/).filter((code) => /\w/.test(code));
  return codes.length === 0 ? undefined : new Set(codes.map((code) => code.toLowerCase()));
}

function codeAbout(view: View, line: number): string {
  for (let at = line; at <= Math.min(line + 5, view.lineStarts.length); at++) {
    const code = codeOfLines(view, at, 1).replace(/\s/g, "");
    if (code !== "") return code.replace(/^(?:el|\}?else)(?=if)/, "");
  }
  return "";
}

function form(kind: string, scope: DirectiveScope, pattern: string): Form {
  return { kind, scope, pattern: new RegExp(pattern, "gi") };
}

function closing(kind: string, pattern: string): Form {
  return { ...form(kind, "block", pattern), closes: true };
}
