import type { Span } from "./location.ts";

/** Languages that codemods are written for, as ast-grep names them. */
export const CODE_LANGUAGES = ["python", "javascript", "typescript", "tsx"] as const;
export type CodeLanguage = (typeof CODE_LANGUAGES)[number];

const ENDINGS: readonly (readonly [RegExp, CodeLanguage])[] = [
  [/\.pyi?$/i, "python"],
  [/\.[cm]?jsx?$/i, "javascript"],
  [/\.tsx$/i, "tsx"],
  [/\.[cm]?ts$/i, "typescript"],
];

/** The language of a file, by its ending; undefined if codemods do not know it. */
export function codeLanguageOf(path: string): CodeLanguage | undefined {
  return ENDINGS.find(([ending]) => ending.test(path))?.[1];
}

/** Which codemod made a fix, for reports and proofs. */
export interface CodemodName {
  readonly id: string;
  /** Relative to the repository's root, or to PatchPro's own folder. */
  readonly file: string;
  readonly origin: "repository" | "patchpro";
}

/** What to look for, in ast-grep's own form. Its inside is read by ast-grep alone. */
export interface CodeRule {
  readonly rule: unknown;
  readonly constraints?: unknown;
  readonly utils?: unknown;
  readonly transform?: unknown;
}

/** A declarative fix for findings of some rules. */
export interface Codemod {
  readonly name: CodemodName;
  readonly languages: readonly CodeLanguage[];
  /** Findings that it is for: `tool:rule`, or a rule of any tool. */
  readonly fixes: readonly string[];
  readonly isSafe: boolean;
  readonly search: CodeRule;
  /** Names of the transformed variables. */
  readonly transformed: ReadonlySet<string>;
  /** What comes in place of a match, with `$NAME` and `$$$NAMES`. */
  readonly template: string;
  /** One line: what it does. */
  readonly message: string;
}

/** A place where a codemod's rule matches. Offsets are UTF-16, end exclusive. */
export interface CodeMatch extends Span {
  /** What `$NAME` stands for. */
  readonly single: ReadonlyMap<string, Span>;
  /** What `$$$NAME` stands for: from the first of its nodes to the last; not there if it has none. */
  readonly multiple: ReadonlyMap<string, Span>;
  readonly transformed: ReadonlyMap<string, string>;
  /** There is a syntax error inside. */
  readonly isBroken: boolean;
  /** String literals inside that span lines: their text must not be indented otherwise. */
  readonly literals: readonly Span[];
}

/** Whether a codemod is for findings of a tool's rule. Rule ids may hold colons themselves. */
export function isFor(
  { fixes }: Codemod,
  { tool, ruleId }: { readonly tool: string; readonly ruleId: string },
): boolean {
  return fixes.some((name) => name === ruleId || name === `${tool}:${ruleId}`);
}
