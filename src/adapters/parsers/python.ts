import { PositionEncoding, Workspace } from "@astral-sh/ruff-wasm-nodejs";
import { z } from "zod";
import { messageOf } from "../../domain/errors.ts";
import type { SyntaxParser } from "../../ports/parser.ts";
import { nestingError } from "./nesting.ts";

const Diagnostics = z.array(
  z.object({
    code: z.string().nullable(),
    message: z.string(),
    start_location: z.object({ row: z.number(), column: z.number() }),
  }),
);

/** Python, stubs included, by Ruff's own parser, with every rule switched off: what is left are syntax errors. */
export function pythonParser(): SyntaxParser {
  let workspace: Workspace | undefined;
  return {
    identity: `ruff-wasm ${Workspace.version()} (parser)`,
    handles: (path) => /\.pyi?$/i.test(path),
    errors: async (_path, text) => {
      const tooDeep = nestingError(text);
      if (tooDeep) return [tooDeep];
      // One instance serves every file. The newest syntax is accepted: the project's own version is the analyzer's affair.
      workspace ??= new Workspace({ "target-version": "py314", lint: { select: [] } }, PositionEncoding.Utf16);
      try {
        return syntaxErrors(workspace.check(text));
      } catch (error) {
        // The parser is a WebAssembly program: a text that overflows its stack must not spoil the texts after it.
        workspace = undefined;
        return [`1:1 the parser gave up: ${messageOf(error)}`];
      }
    },
  };
}

function syntaxErrors(diagnostics: unknown): string[] {
  return Diagnostics.parse(diagnostics)
    .filter(({ code }) => code === null || code === "invalid-syntax" || code === "E999")
    .map(({ message, start_location: { row, column } }) => `${row}:${column} ${message}`);
}
