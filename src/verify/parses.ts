import type { SyntaxParser } from "../ports/parser.ts";
import { type Examined, failed, type Judgement, passed, skipped } from "./check.ts";

/** Syntax errors of one changed file, as `line:column message`, before and after the change. */
export interface ParsedFile {
  readonly path: string;
  /** Name and version of the parser; undefined if there is none for the language. */
  readonly parser: string | undefined;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Runs the first parser that handles each changed file over both of its texts. A deleted file is not parsed. */
export async function parseBothSides(
  changes: Examined["changes"],
  parsers: readonly SyntaxParser[],
): Promise<ParsedFile[]> {
  return Promise.all(
    changes
      .filter((change) => change.after !== null)
      .map(async ({ path, before, after }) => {
        const parser = parsers.find((candidate) => candidate.handles(path));
        if (!parser) return { path, parser: undefined, before: [], after: [] };
        const errorsAfter = after === null ? [] : await parser.errors(path, after);
        // A sound file needs no comparison, and most files are sound.
        const errorsBefore = errorsAfter.length === 0 || before === null ? [] : await parser.errors(path, before);
        return { path, parser: parser.identity, before: errorsBefore, after: errorsAfter };
      }),
  );
}

/** Rung 3: is there no syntax error that was not there before? Errors are compared by their words, since lines move. */
export function parses(files: readonly ParsedFile[]): Judgement {
  const parsed = files.filter((file) => file.parser !== undefined);
  const evidence = { parsers: [...new Set(parsed.map((file) => file.parser))] };
  for (const file of parsed) {
    const fresh = newErrors(file);
    const first = fresh[0];
    if (first !== undefined) {
      return failed("SYNTAX_ERROR", `${file.path} no longer parses: ${first}`, {
        ...evidence,
        errors: fresh.slice(0, 10),
      });
    }
  }
  const unparsed = files.filter((file) => file.parser === undefined).map((file) => file.path);
  if (unparsed.length > 0 && parsed.length === 0) {
    return skipped(`No parser here knows the language of ${unparsed.join(", ")}.`);
  }
  if (parsed.length === 0) return passed("The patch only deletes files: there is nothing to parse.");
  const broken = parsed.filter((file) => file.after.length > 0).length;
  const notes = [
    broken > 0 ? ` ${broken} of the files had syntax errors before; none is new.` : "",
    unparsed.length > 0 ? ` Not parsed, for want of a parser: ${unparsed.join(", ")}.` : "",
  ];
  return passed(`No new syntax error.${notes.join("")}`, evidence);
}

function newErrors(file: ParsedFile): string[] {
  const known = new Map<string, number>();
  for (const error of file.before) known.set(wordsOf(error), (known.get(wordsOf(error)) ?? 0) + 1);
  return file.after.filter((error) => {
    const left = known.get(wordsOf(error)) ?? 0;
    known.set(wordsOf(error), left - 1);
    return left <= 0;
  });
}

function wordsOf(error: string): string {
  return error.replace(/^\d+:\d+\s+/, "");
}
