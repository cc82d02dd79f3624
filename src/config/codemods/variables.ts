import type { CodemodDocument } from "./schema.ts";

/**
 * The variables, as written, that a codemod's `fix` uses and that nothing gives a value. `$A` and `$$$A` are two; names
 * that begin with `_` capture nothing in ast-grep.
 */
export function undefinedVariables({ rule, constraints, utils, transform, fix }: CodemodDocument): string[] {
  const given = new Set([
    ...variablesIn(JSON.stringify([rule, constraints, utils])),
    ...Object.keys(transform ?? {}).map((name) => `$${name}`),
  ]);
  return variablesIn(fix).filter((variable) => !given.has(variable) || /^\$+_/.test(variable));
}

function variablesIn(text: string): string[] {
  const found = [...text.matchAll(/(\${1,3})([A-Z0-9_]+)/g)];
  return [
    ...new Set(found.map(({ 1: marks = "", 2: name = "" }) => (marks.length === 3 ? `${"$$$"}${name}` : `$${name}`))),
  ];
}
