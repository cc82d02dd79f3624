import type { Document } from "yaml";
import type { z } from "zod";
import type { KeyPath } from "../key-positions.ts";
import { nearest } from "../nearest.ts";
import { keyName } from "../problem.ts";
import { codemodDocument } from "./schema.ts";

/** What is wrong in a document. `offset`: where, in UTF-16 units; undefined: the document as a whole. */
export interface Fault {
  readonly offset: number | undefined;
  readonly message: string;
  readonly remedy: string;
}

/** Turns the validator's issues into sentences that say what to write instead. */
export function explainIssues(issues: readonly z.core.$ZodIssue[], document: Document.Parsed): Fault[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey([...path, key], document));
    const name = path.length === 0 ? "a codemod" : `\`${keyName(path)}\``;
    const isMissing = path.length > 0 && document.getIn(path) === undefined;
    const message = isMissing ? `${name} is missing` : `${name} will not do: ${issue.message}`;
    return [{ offset: offsetOf(document, path), message, remedy: remedyFor(path) }];
  });
}

function unknownKey(path: KeyPath, document: Document.Parsed): Fault {
  const table = path.slice(0, -1);
  const known = Object.keys((table.length === 0 ? codemodDocument : codemodDocument.shape.metadata).shape);
  const meant = nearest(String(path.at(-1)), known);
  return {
    offset: offsetOf(document, path),
    message: `unknown key \`${keyName(path)}\``,
    remedy: `${meant === undefined ? "" : `Did you mean \`${keyName([...table, meant])}\`? `}Known here: ${known.join(", ")}.`,
  };
}

const REMEDIES: Readonly<Record<string, string>> = {
  fix: "Write the replacement as text. ast-grep's `{template, expandStart, expandEnd}` is not read here: let `rule` match all that is to be replaced.",
  metadata:
    'Say which findings it is for: `metadata: { fixes: ["ruff:B904"] }`; beside that only `safe` and `languages`.',
  language: "Write python, javascript, typescript or tsx.",
};

function remedyFor([first]: KeyPath): string {
  const own = typeof first === "string" ? REMEDIES[first] : undefined;
  return own ?? "CONTRIBUTING.md shows the form of a codemod; ast-grep.github.io/reference/yaml.html says it all.";
}

/** Where a value of the document is, or the nearest one around it that is written. */
export function offsetOf(document: Document.Parsed, path: KeyPath): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node !== "object" || node === null || !("range" in node) || !Array.isArray(node.range)) continue;
    const [start]: unknown[] = node.range;
    if (typeof start === "number") return start;
  }
  return undefined;
}
