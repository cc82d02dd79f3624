import type { Line } from "../lines.ts";

/** A function, class or constant of a JavaScript module. */
export interface ScriptPiece {
  readonly lines: readonly Line[];
  /** Named imports of Node's own modules, as lines. */
  readonly uses?: readonly string[];
  /** Names that the module exports. */
  readonly exports: readonly string[];
  /** Statements that hold when the module is imported as `subject`. */
  readonly checks?: readonly string[];
}

/** The module's lines: a comment, imports, pieces an empty line apart, exports. */
export function scriptLines(comment: string, pieces: readonly ScriptPiece[]): Line[] {
  const imports = [...new Set(pieces.flatMap(({ uses = [] }) => uses))].sort();
  const exported = pieces.flatMap(({ exports }) => exports);
  const parts: (readonly Line[])[] = [
    [`// ${comment}`],
    ...(imports.length > 0 ? [imports] : []),
    ...pieces.map(({ lines }) => lines),
    exported.length > 3
      ? ["export {", ...exported.map((name) => `  ${name},`), "};"]
      : [`export { ${exported.join(", ")} };`],
  ];
  return parts.flatMap((part, at) => (at === 0 ? part : ["", ...part]));
}
