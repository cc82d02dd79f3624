import type { z } from "zod";
import { Expectations } from "./expectation.ts";
import { BUILT_IN_ANALYZERS } from "./input.ts";
import type { KeyPath } from "./key-positions.ts";
import { nearest } from "./nearest.ts";
import { keyName } from "./problem.ts";
import { environmentVariableFor } from "./secrets.ts";

/** A problem before its place in the file is looked up. `key` is where to point. */
export interface Complaint {
  readonly key: KeyPath;
  readonly message: string;
  readonly remedy: string;
}

/** Turns the validator's issues into sentences that say what to write instead. */
export function explain(issues: readonly z.core.$ZodIssue[], written: unknown): Complaint[] {
  const expected = new Expectations();
  const misnamed = misnamedAnalyzers(written);
  const complaints = misnamed.map((name) => unknownAnalyzer(name));
  for (const issue of issues) {
    const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
    if (path[0] === "analyzers" && misnamed.some((name) => name === path[1])) continue;
    if (issue.code === "unrecognized_keys")
      complaints.push(...issue.keys.map((key) => unknownKey([...path, key], expected)));
    else complaints.push(wrongValue(path, valueAt(written, path), expected));
  }
  return complaints;
}

/** `[analyzers.rufff]` is a slip of the pen and not a custom analyzer that lacks everything. */
function misnamedAnalyzers(written: unknown): string[] {
  const tables = valueAt(written, ["analyzers"]);
  if (!isTable(tables)) return [];
  return Object.keys(tables).filter((name) => {
    const known = BUILT_IN_ANALYZERS.some((builtIn) => builtIn === name);
    const hasCommand = valueAt(tables, [name, "command"]) !== undefined;
    return !known && !hasCommand && nearest(name, BUILT_IN_ANALYZERS) !== undefined;
  });
}

function unknownAnalyzer(name: string): Complaint {
  return {
    key: ["analyzers", name],
    message: `unknown analyzer \`${name}\``,
    remedy: `Did you mean \`analyzers.${nearest(name, BUILT_IN_ANALYZERS)}\`? Another analyzer needs \`command\` and \`format\`.`,
  };
}

function unknownKey(path: KeyPath, expected: Expectations): Complaint {
  const key = String(path.at(-1));
  const table = path.slice(0, -1);
  const variable = environmentVariableFor(path);
  if (variable) {
    return {
      key: path,
      message: `\`${keyName(path)}\` is a secret, and secrets are never read from a file`,
      remedy: `Set the environment variable ${variable} instead, and take the secret out of the file.`,
    };
  }
  const allowed = expected.keysAt(table);
  const meant = nearest(key, allowed);
  const elsewhere = meant === undefined ? sameKeyElsewhere(key, expected) : undefined;
  const suggestion = meant === undefined ? elsewhere : keyName([...table, meant]);
  const where = table.length === 0 ? "here" : `in \`${keyName(table)}\``;
  return {
    key: path,
    message: `unknown key \`${keyName(path)}\``,
    remedy: `${suggestion === undefined ? "" : `Did you mean \`${suggestion}\`? `}Allowed ${where}: ${allowed.join(", ") || "nothing"}.`,
  };
}

function sameKeyElsewhere(key: string, expected: Expectations): string | undefined {
  const found = expected.allKeys().find((path) => path.at(-1) === key.replaceAll("-", "_"));
  return found && keyName(found);
}

function wrongValue(path: KeyPath, value: unknown, expected: Expectations): Complaint {
  const name = path.length === 0 ? "the configuration" : `\`${keyName(path)}\``;
  const purpose = expected.purposeAt(path);
  const meant = typeof value === "string" ? nearest(value, expected.wordsAt(path)) : undefined;
  return {
    key: path,
    message:
      value === undefined ? `${name} is missing` : `${name} must be ${expected.valueAt(path)}, not ${shown(value)}`,
    remedy:
      [meant && `Did you mean "${meant}"?`, value === undefined && `Write ${expected.valueAt(path)}.`, purpose]
        .filter(Boolean)
        .join(" ") || "See `patchpro init` for an example.",
  };
}

function shown(value: unknown): string {
  if (isTable(value)) return "a table";
  if (Array.isArray(value) && value.length === 0) return "an empty list";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function valueAt(value: unknown, path: KeyPath): unknown {
  let here = value;
  for (const part of path) {
    if (Array.isArray(here) && typeof part === "number") here = here[part];
    else if (isTable(here) && Object.hasOwn(here, part)) here = here[part];
    else return undefined;
  }
  return here;
}

function isTable(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
