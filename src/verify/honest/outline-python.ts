import { lineAt, type View } from "./view.ts";

/** One statement of a Python file with the block under it. */
export interface Statement {
  /** The header up to its colon, or the whole simple statement, on one line; strings hidden as in `View.code`. */
  readonly text: string;
  /** The same with its line breaks and spaces, strings hidden; `source` is that stretch as written, offset by offset. */
  readonly code: string;
  readonly source: string;
  /** 1-based, inclusive, the block included. */
  readonly startLine: number;
  readonly endLine: number;
  readonly body: readonly Statement[];
}

const COMPOUND = /^(?:async\s+)?(?:(?:if|elif|else|for|while|try|except|finally|with|def|class)\b|(?:match|case)\s+\S)/;

interface Raw {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
}

/** A statement of which only the place is known until somebody asks for more: most are never looked at. */
class Draft implements Statement {
  readonly startLine: number;
  endLine: number;
  readonly body: Draft[] = [];
  readonly #view: View;
  readonly #start: number;
  readonly #end: number;
  #text: string | undefined;

  constructor(view: View, start: number, end: number) {
    this.#view = view;
    this.#start = start;
    this.#end = end;
    this.startLine = lineAt(view, start);
    this.endLine = lineAt(view, Math.max(start, end - 1));
  }

  get code(): string {
    return this.#view.code.slice(this.#start, this.#end);
  }

  get source(): string {
    return this.#view.text.slice(this.#start, this.#end);
  }

  get text(): string {
    this.#text ??= oneLine(this.code);
    return this.#text;
  }
}

/** The statements of a file as a tree. Made for sound files; a broken one gives a best effort. */
export function outlinePython(view: View): readonly Statement[] {
  const top: Draft[] = [];
  const open: { indent: number; body: Draft[]; owner: Draft | undefined }[] = [
    { indent: -1, body: top, owner: undefined },
  ];
  for (const raw of logicalLines(view.code)) {
    while (open.length > 1 && raw.indent <= (open.at(-1)?.indent ?? -1)) open.pop();
    const statements = splitLine(view, raw);
    const parent = open.at(-1);
    parent?.body.push(...statements);
    for (const { owner } of open) {
      if (owner) owner.endLine = Math.max(owner.endLine, statements.at(-1)?.endLine ?? 0);
    }
    const last = statements.at(-1);
    if (last && last.body.length === 0 && COMPOUND.test(last.text)) {
      open.push({ indent: raw.indent, body: last.body, owner: last });
    }
  }
  return top;
}

/** Every statement under these, outermost first, each with those that enclose it. */
export function* walk(
  statements: readonly Statement[],
  parents: readonly Statement[] = [],
): Generator<{ statement: Statement; parents: readonly Statement[] }> {
  for (const statement of statements) {
    yield { statement, parents };
    if (statement.body.length > 0) yield* walk(statement.body, [...parents, statement]);
  }
}

function* logicalLines(code: string): Generator<Raw> {
  const mark = /[()[\]{}\n]|$(?![\s\S])/g;
  let start = 0;
  let depth = 0;
  for (let match = mark.exec(code); match; match = mark.exec(code)) {
    const at = match.index;
    const char = match[0];
    if (char === "(" || char === "[" || char === "{") depth++;
    else if (char !== "\n" && char !== "") depth = Math.max(0, depth - 1);
    else if (char === "" || (depth === 0 && !/\\\r?$/.test(code.slice(Math.max(start, at - 2), at)))) {
      const line = code.slice(start, at);
      const lead = /^[\s\ufeff]*/.exec(line)?.[0] ?? "";
      if (lead.length < line.length) yield { start: start + lead.length, end: at, indent: widthOf(lead) };
      start = at + 1;
      depth = 0;
    }
    if (char === "") return;
  }
}

/** `a; b` is two statements; `if x: a` is a statement with a block. */
function splitLine(view: View, raw: Raw): Draft[] {
  const line = view.code.slice(raw.start, raw.end);
  if (!line.includes(";") && !COMPOUND.test(line)) {
    return line.trim() === "" ? [] : [new Draft(view, raw.start, raw.end)];
  }
  const statements: Draft[] = [];
  let target = statements;
  let start = raw.start;
  let depth = 0;
  const push = (end: number): Draft => {
    const draft = new Draft(view, start, end);
    if (view.code.slice(start, end).trim() !== "") target.push(draft);
    start = end + 1;
    return draft;
  };
  for (let at = raw.start; at < raw.end; at++) {
    const char = view.code[at] ?? "";
    if ("([{".includes(char)) depth++;
    else if (")]}".includes(char)) depth--;
    else if (depth === 0 && char === ";") push(at);
    else if (depth === 0 && char === ":" && target === statements && isHeader(view.code.slice(start, at))) {
      target = push(at).body;
    }
  }
  push(raw.end);
  return statements;
}

function isHeader(text: string): boolean {
  return COMPOUND.test(text.trimStart()) && !/\blambda\b[^:]*$/.test(text);
}

function widthOf(lead: string): number {
  let width = 0;
  for (const char of lead) width += char === "\t" ? 8 - (width % 8) : char === " " ? 1 : 0;
  return width;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
