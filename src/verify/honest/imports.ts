import { lineAt, type View } from "./view.ts";

/** A statement that imports. Lines are 1-based and inclusive. */
interface ImportStatement {
  readonly startLine: number;
  readonly endLine: number;
  /** What it makes known, in order: `b` for `a as b`, `a.*` for all of `a`. */
  readonly members: readonly { readonly name: string; readonly line: number }[];
}

const PYTHON =
  /^[ \t]*(?:from[ \t]+(?<module>[\w.]+)[ \t]+import\b|import\b)[ \t]*(?<list>\([^()]*\)?|(?:\\\r?\n|[^\n;])*)/gm;
const BRACES = /^[ \t]*(?:import|export)\b[^;(){}=]{0,200}\{(?<list>[^{}]*)\}/gm;
const MEMBER = /[^,(){}\s\\][^,(){}\n\\]*/g;

const known = new WeakMap<View, readonly ImportStatement[]>();

/**
 * The names that a comment on a 1-based line of an import reaches: those of its line; all of the statement on its first line,
 * and on a line without names. Undefined where no import stands.
 */
export function importedNames(view: View, line: number): ReadonlySet<string> | undefined {
  const statement = importsOf(view).find(({ startLine, endLine }) => line >= startLine && line <= endLine);
  if (statement === undefined) return undefined;
  const here = statement.members.filter((member) => member.line === line);
  const reached = line === statement.startLine || here.length === 0 ? statement.members : here;
  return new Set(reached.map(({ name }) => name));
}

/** Every name that the imports of a text make known. */
export function allImportedNames(view: View): ReadonlySet<string> {
  return new Set(importsOf(view).flatMap(({ members }) => members.map(({ name }) => name)));
}

function importsOf(view: View): readonly ImportStatement[] {
  let found = known.get(view);
  if (!found) {
    const all = [...statementsBy(PYTHON, view), ...statementsBy(BRACES, view)];
    found = all.filter(({ members }) => members.length > 0);
    known.set(view, found);
  }
  return found;
}

function statementsBy(pattern: RegExp, view: View): ImportStatement[] {
  return Array.from(view.code.matchAll(pattern), (match) => {
    const { list = "", module } = match.groups ?? {};
    const from = match.index + match[0].lastIndexOf(list);
    return {
      startLine: lineAt(view, match.index + match[0].search(/\S/)),
      endLine: lineAt(view, match.index + match[0].length),
      members: Array.from(list.matchAll(MEMBER), (member) => ({
        name: nameOf(member[0], module),
        line: lineAt(view, from + member.index),
      })),
    };
  });
}

function nameOf(member: string, module = ""): string {
  const name = member.replace(/^.*\bas\s+/, "").replace(/\s/g, "");
  return name === "*" ? `${module}.*` : name;
}
