import { parse as parseToml, TomlError } from "smol-toml";
import { messageOf } from "../domain/errors.ts";
import type { Config } from "./config.ts";
import { fillDefaults } from "./defaults.ts";
import { explain } from "./explain.ts";
import { configInput } from "./input.ts";
import { type KeyPath, KeyPositions } from "./key-positions.ts";
import { locateJsonKeys } from "./locate-json.ts";
import { locateTomlKeys } from "./locate-toml.ts";
import type { Problem } from "./problem.ts";
import { rightPart } from "./prune.ts";
import { checkRules } from "./rules.ts";

/** A file that may hold a configuration, and where in it. */
export interface ConfigSource {
  /** As shown to people. */
  readonly file: string;
  readonly syntax: "toml" | "json";
  /** Where the configuration stands in the file: `["tool", "patchpro"]`; empty: the whole file. */
  readonly section: KeyPath;
}

/** What a file holds. `absent`: it is readable and has no section of ours. `unreadable`: it is not TOML or JSON. */
export type ParsedConfig =
  | { readonly kind: "config"; readonly config: Config }
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable"; readonly problem: Problem; readonly isOurs: boolean }
  | { readonly kind: "invalid"; readonly problems: readonly Problem[] };

/** Reads a configuration from the text of a file. Never throws: everything wrong is in the answer, all at once. */
export function parseConfig(source: ConfigSource, withMark: string): ParsedConfig {
  const text = withMark.replace(/^\uFEFF/, "");
  const document = source.syntax === "toml" ? readToml(text) : readJson(text);
  if (!document.ok) {
    const problem = {
      file: source.file,
      ...document.position,
      message: document.message,
      remedy: `Mend the file: it is not ${source.syntax.toUpperCase()}.`,
    };
    return { kind: "unreadable", problem, isOurs: source.section.length === 0 || text.includes("patchpro") };
  }
  const written = section(document.value, source.section);
  if (written === undefined) return { kind: "absent" };

  const parsed = configInput.safeParse(written);
  const right = parsed.success ? parsed.data : rightPart(written, parsed.error.issues);
  const complaints = [
    ...(parsed.success ? [] : explain(parsed.error.issues, written)),
    ...(right ? checkRules(right) : []),
  ];
  if (parsed.success && complaints.length === 0) return { kind: "config", config: fillDefaults(parsed.data) };

  const positions = source.syntax === "toml" ? locateTomlKeys(text) : locateJsonKeys(text);
  const problems = complaints.map(({ key, message, remedy }) => ({
    file: source.file,
    ...positions.find([...source.section, ...key]),
    message,
    remedy,
  }));
  return { kind: "invalid", problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
}

type ReadDocument =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly message: string;
      readonly position: { readonly line: number; readonly column: number };
    };

function readToml(text: string): ReadDocument {
  try {
    return { ok: true, value: parseToml(text, { unsafeKeyBehaviour: "throw", maxDepth: 100 }) };
  } catch (error) {
    const position = error instanceof TomlError ? { line: error.line, column: error.column } : { line: 1, column: 1 };
    return { ok: false, message: firstLine(messageOf(error)), position };
  }
}

function readJson(text: string): ReadDocument {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const message = messageOf(error);
    const offset = /at position (\d+)/.exec(message)?.[1];
    const position = new KeyPositions(text).positionOf(offset === undefined ? 0 : Number(offset));
    return { ok: false, message: `Invalid JSON document: ${firstLine(message)}`, position };
  }
}

function section(value: unknown, path: KeyPath): unknown {
  let here = value;
  for (const part of path) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, part)) return undefined;
    here = Object.entries(here).find(([key]) => key === part)?.[1];
  }
  return here;
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
