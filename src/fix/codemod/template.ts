import type { CodeMatch } from "../../domain/codemod.ts";
import type { Span } from "../../domain/location.ts";
import type { CodeVariables } from "../../ports/codemods.ts";
import { indentAt, lineEndAt, moveLines } from "./indent.ts";

interface Variable {
  readonly kind: keyof CodeVariables;
  readonly name: string;
  /** How the template's line on which it stands is indented. */
  readonly indent: string;
}

/** A piece of a template: text as it is, or a variable. */
export type Piece = { readonly text: string } | Variable;

/**
 * Cuts a template as ast-grep does: `$NAME` one node, `$$$NAME` several, capital letters, digits and `_`; any other `$`
 * is text. `transformed`: names that the codemod's `transform` makes.
 */
export function piecesOf(template: string, transformed: ReadonlySet<string>): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: whole, 1: marks = "", 2: name = "", index } of template.matchAll(/(\${1,3})([A-Z0-9_]+)/g)) {
    if (index > from) pieces.push({ text: template.slice(from, index) });
    const kind = marks.length === 3 ? "multiple" : transformed.has(name) ? "transformed" : "single";
    pieces.push({ kind, name, indent: indentAt(template, index) });
    from = index + whole.length;
  }
  if (from < template.length) pieces.push({ text: template.slice(from) });
  return pieces;
}

/** The variables that a template uses. */
export function variablesOf(pieces: readonly Piece[]): CodeVariables {
  const named = (kind: keyof CodeVariables): string[] => [
    ...new Set(pieces.flatMap((piece) => ("name" in piece && piece.kind === kind ? [piece.name] : []))),
  ];
  return { single: named("single"), multiple: named("multiple"), transformed: named("transformed") };
}

/** What comes in place of a match, or why nothing can. */
export type Expanded = { readonly text: string } | { readonly refused: string };

/**
 * Fills a template with what a match captured. As in ast-grep, lines of a capture keep their indentation to each other,
 * the template's own lines are indented as the line on which the match begins, and a variable that holds nothing leaves
 * nothing. Other than there, what need not move is taken exactly as it is, line ends are those of the file, and a string
 * literal whose lines would have to move is refused: it would say something else.
 */
export function expand(pieces: readonly Piece[], match: CodeMatch, source: string): Expanded {
  const outer = indentAt(source, match.start);
  const lineEnd = lineEndAt(source, match.start);
  let text = "";
  for (const piece of pieces) {
    if ("text" in piece) {
      text += piece.text.replace(/\r?\n/g, lineEnd + outer);
      continue;
    }
    const value = contentOf(piece, match, source);
    if (!value) continue;
    const moved = moveLines(value.text, value.indent, outer + piece.indent);
    if (moved === undefined) return { refused: "its lines are indented by tabs and by blanks" };
    if (moved !== value.text && match.literals.some((literal) => touch(literal, value.span)))
      return { refused: "a string in it spans lines, which would have to be indented otherwise" };
    text += moved;
  }
  return { text };
}

/** What a variable holds, and how the line on which it begins is indented. A transformed text has no place in the file. */
function contentOf(
  { kind, name }: Variable,
  match: CodeMatch,
  source: string,
): { readonly text: string; readonly indent: string; readonly span: Span } | undefined {
  if (kind === "transformed") {
    const text = match.transformed.get(name);
    return text === undefined ? undefined : { text, indent: "", span: match };
  }
  const span = match[kind].get(name);
  return span && { text: source.slice(span.start, span.end), indent: indentAt(source, span.start), span };
}

function touch(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
