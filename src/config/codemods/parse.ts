import { type Document, LineCounter, parseAllDocuments } from "yaml";
import type { Codemod, CodemodName } from "../../domain/codemod.ts";
import { messageOf } from "../../domain/errors.ts";
import type { Problem } from "../problem.ts";
import { explainIssues, type Fault, offsetOf } from "./explain.ts";
import { type CodemodDocument, codemodDocument } from "./schema.ts";
import { undefinedVariables } from "./variables.ts";

/** A codemod with the place of its document, for what is found out about it later. */
export interface LocatedCodemod {
  readonly codemod: Codemod;
  readonly at: Pick<Problem, "file" | "line" | "column">;
}

/** What a codemod file holds: the codemods that are right, and everything that is wrong with the others. */
export interface ParsedCodemods {
  readonly codemods: readonly LocatedCodemod[];
  readonly problems: readonly Problem[];
}

/** More in one file is a mistake, or an attack. */
const MOST_DOCUMENTS = 100;
/** An alias may stand for another that stands for more: a few lines can be billions of values. */
const MOST_ALIASES = 20;

/** Reads the documents of a codemod file. Never throws. `origin.file` is as shown to people. */
export function parseCodemods(text: string, origin: Omit<CodemodName, "id">): ParsedCodemods {
  const lines = new LineCounter();
  const place = (offset: number): LocatedCodemod["at"] => {
    const { line, col } = lines.linePos(offset);
    return { file: origin.file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problem = ({ offset, message, remedy }: Fault, start: number): Problem => ({
    ...place(offset ?? start),
    message,
    remedy,
  });
  const documents = readYaml(text, lines);
  if (!Array.isArray(documents)) return { codemods: [], problems: [problem(documents, 0)] };
  const codemods: LocatedCodemod[] = [];
  const problems: Problem[] = [];
  for (const document of documents) {
    const start = document.contents?.range[0] ?? 0;
    const read = readDocument(document);
    if (Array.isArray(read)) problems.push(...read.map((fault) => problem(fault, start)));
    else codemods.push({ codemod: codemodOf(read, origin), at: place(start) });
  }
  return { codemods, problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
}

function readYaml(text: string, lineCounter: LineCounter): Document.Parsed[] | Fault {
  try {
    const found = parseAllDocuments(text.replace(/^\uFEFF/, ""), { lineCounter });
    const documents = "empty" in found ? [] : found.filter(({ contents, errors }) => contents || errors.length > 0);
    if (documents.length <= MOST_DOCUMENTS) return documents;
    const message = `${documents.length} codemods, more than ${MOST_DOCUMENTS}`;
    return { offset: 0, message, remedy: "Spread them over several files." };
  } catch (error) {
    return { offset: 0, message: `cannot be read: ${messageOf(error)}`, remedy: "Mend the file: it is not YAML." };
  }
}

function readDocument(document: Document.Parsed): CodemodDocument | Fault[] {
  if (document.errors.length > 0)
    return document.errors.map(({ message, pos }) => ({
      offset: pos[0],
      message: message.split(/ at line \d+|\n/, 1)[0] ?? "",
      remedy: "Mend the file: it is not YAML.",
    }));
  let written: unknown;
  try {
    written = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    const remedy = "Write out what its aliases (`*name`) stand for.";
    return [{ offset: undefined, message: `cannot be read: ${messageOf(error)}`, remedy }];
  }
  const parsed = codemodDocument.safeParse(written);
  if (!parsed.success) return explainIssues(parsed.error.issues, document);
  const unknown = undefinedVariables(parsed.data);
  if (unknown.length === 0) return parsed.data;
  const message = `\`fix\` uses ${unknown.join(", ")}, which the rule does not capture`;
  const remedy = "Capture it in `rule`, or make it in `transform`; `$A` and `$$$A` are two.";
  return [{ offset: offsetOf(document, ["fix"]), message, remedy }];
}

function codemodOf(written: CodemodDocument, origin: Omit<CodemodName, "id">): Codemod {
  const { id, language, rule, constraints, utils, transform, fix, message, note, metadata } = written;
  return {
    name: { id, ...origin },
    languages: [...new Set([language, ...(metadata.languages ?? [])])],
    fixes: metadata.fixes,
    isSafe: metadata.safe === true,
    search: { rule, ...(constraints && { constraints }), ...(utils && { utils }), ...(transform && { transform }) },
    transformed: new Set(Object.keys(transform ?? {})),
    template: fix,
    message: message ?? note?.split("\n", 1)[0] ?? id,
  };
}
