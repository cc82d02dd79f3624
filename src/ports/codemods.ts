import type { CodeLanguage, CodeMatch, CodeRule } from "../domain/codemod.ts";
import type { Span } from "../domain/location.ts";

/** The names of a template's variables, without `$`. */
export interface CodeVariables {
  readonly single: readonly string[];
  readonly multiple: readonly string[];
  readonly transformed: readonly string[];
}

/** Looks for syntax in source texts. Made once; loads what it needs when it is first asked. */
export interface CodeSearch {
  /** Name and version, for people. */
  readonly identity: string;
  /** What is wrong with a rule, in the engine's words; undefined if it can be used. */
  problemOf(rule: CodeRule, language: CodeLanguage): Promise<string | undefined>;
  /** The syntax of a text, to be searched and then closed; `unreadable` says why not. */
  open(text: string, language: CodeLanguage): Promise<OpenedCode | { readonly unreadable: string }>;
}

/** A parsed text. It holds memory that no garbage collector frees. */
export interface OpenedCode {
  /** All matches in the top-level statements that touch `near`; `unreadable`: these are nested too deeply to be searched. */
  matches(rule: CodeRule, variables: CodeVariables, near: Span): readonly CodeMatch[] | { readonly unreadable: string };
  close(): void;
}
