import { type Line, linesOf, sideOf } from "../lines.ts";
import { importBlock } from "./imports.ts";

/** A class, function or other statement at the top of a module, with what it needs and how to see that it works. */
export interface Piece {
  readonly lines: readonly Line[];
  /** Imports that it uses, one name each: `import json`, `from pathlib import Path`. */
  readonly uses?: readonly string[];
  /** Imports that only the broken text needs, and only the clean one. */
  readonly drops?: readonly string[];
  readonly gains?: readonly string[];
  /** Python statements that hold when the module is imported as `subject`. */
  readonly checks?: readonly string[];
  /** Needs the module's logger. */
  readonly logs?: boolean;
}

/** A module before it is text. */
export interface Module {
  readonly docstring: readonly Line[];
  /** Stands above the docstring: a licence, an encoding. */
  readonly head?: readonly Line[];
  readonly pieces: readonly Piece[];
  /** Takes the place of the import block that follows from the pieces. */
  readonly importLines?: (block: readonly string[]) => readonly Line[];
}

const LOGGER = ["logger = logging.getLogger(__name__)"];

/** Every import that a module's clean text needs. */
export function importsOf({ pieces }: Module, side: "before" | "after"): string[] {
  const logging = pieces.some(({ logs }) => logs) ? ["import logging"] : [];
  const own = pieces.flatMap(({ uses = [], drops = [], gains = [] }) => [
    ...uses,
    ...(side === "before" ? drops : gains),
  ]);
  return [...new Set([...logging, ...own])];
}

/** The module's lines: docstring, imports, logger, and its pieces two empty lines apart. */
export function moduleLines(module: Module): Line[] {
  const { head = [], docstring, pieces, importLines } = module;
  const [before, after] = [importBlock(importsOf(module, "before")), importBlock(importsOf(module, "after"))];
  const imports = importLines ? importLines(after) : linesOf(before, after);
  const preamble = pieces.some(({ logs }) => logs) ? LOGGER : [];
  const top = [[...head, ...docstring], imports, preamble].filter((part) => part.length > 0);
  const lines = top.flatMap((part, at) => (at === 0 ? part : ["", ...part]));
  const afterImports = preamble.length === 0 && imports.length > 0;
  const body = pieces.flatMap(({ lines: own }, at): Line[] => {
    // isort wants two empty lines below imports only before functions and classes
    const one = at === 0 && afterImports && !DEFINITION.test(sideOf(own, "after")[0] ?? "");
    return [...(one ? [""] : ["", ""]), ...own];
  });
  return [...lines, ...body];
}

const DEFINITION = /^(?:@|class |def |async def )/;
