import type { SgNode, SgRoot } from "@ast-grep/wasm";
import { Tree } from "web-tree-sitter";
import type { CodeLanguage, CodeMatch, CodeRule } from "../../domain/codemod.ts";
import { messageOf } from "../../domain/errors.ts";
import type { Span } from "../../domain/location.ts";
import type { CodeSearch, CodeVariables, OpenedCode } from "../../ports/codemods.ts";
import { packageVersion } from "../parsers/package-version.ts";
import { engineFor } from "./engine.ts";
import { Kept } from "./freed.ts";
import { isTooDeep, syntaxOf } from "./syntax.ts";

/** UTF-16 units. A parsed text takes some hundred times its size; what is larger than this is generated. */
const LARGEST = 1_000_000;

/** Codemods by ast-grep and tree-sitter, both as WebAssembly: nothing is built or started. */
export function astGrep(): CodeSearch {
  return {
    identity: `ast-grep ${packageVersion("@ast-grep/wasm")}`,
    problemOf: async (rule, language) => {
      const { parse } = await engineFor(language);
      const kept = new Kept();
      try {
        const root = kept.keep(kept.keep(parse(language, "")).root());
        kept.keepAll(root.findAll(rule));
        return undefined;
      } catch (error) {
        return messageOf(error);
      } finally {
        kept.free();
      }
    },
    open: async (text, language) => {
      if (text.length > LARGEST) return { unreadable: `it is longer than ${LARGEST} characters` };
      return opened(await engineFor(language), text, language);
    },
  };
}

/** A top-level node of a text, with what was found in it. */
interface Statement extends Span {
  readonly node: SgNode;
  readonly isTooDeep: () => boolean;
  readonly found: Map<CodeRule, readonly CodeMatch[]>;
}

function opened(
  { parse }: { parse(language: string, text: string): SgRoot },
  text: string,
  language: CodeLanguage,
): OpenedCode {
  const whole = new Kept();
  const root = whole.keep(parse(language, text));
  const tree: unknown = root.getInnerTree();
  if (!(tree instanceof Tree)) throw new Error("@ast-grep/wasm parses with another web-tree-sitter than ours");
  const statements = whole.keepAll(whole.keep(root.root()).children()).map((node): Statement => {
    const span = spanOf(node);
    let deep: boolean | undefined;
    return { ...span, node, isTooDeep: () => (deep ??= isTooDeep(tree, span)), found: new Map() };
  });
  return {
    matches: (rule, variables, near) => {
      const touched = statements.filter(({ start, end }) => start <= near.end && near.start <= end);
      if (touched.some((statement) => statement.isTooDeep())) return { unreadable: "its syntax is nested too deeply" };
      try {
        return touched.flatMap(({ node, found }) => {
          const known = found.get(rule) ?? matchesIn(node, rule, variables, tree);
          found.set(rule, known);
          return known;
        });
      } catch (error) {
        // A program in WebAssembly that gives up ends neither the run nor the search in other texts.
        return { unreadable: `ast-grep gave up: ${messageOf(error)}` };
      }
    },
    close: () => whole.free(),
  };
}

function matchesIn(statement: SgNode, rule: CodeRule, variables: CodeVariables, tree: Tree): readonly CodeMatch[] {
  const kept = new Kept();
  try {
    return kept.keepAll(statement.findAll(rule)).map((node): CodeMatch => {
      const span = spanOf(node);
      return { ...span, ...captured(node, variables, kept), ...syntaxOf(tree, span) };
    });
  } finally {
    kept.free();
  }
}

function captured(
  node: SgNode,
  variables: CodeVariables,
  kept: Kept,
): Pick<CodeMatch, "single" | "multiple" | "transformed"> {
  const single = new Map<string, Span>();
  for (const name of variables.single) {
    const found = node.getMatch(name);
    if (found) single.set(name, spanOf(kept.keep(found)));
  }
  const multiple = new Map<string, Span>();
  for (const name of variables.multiple) {
    const found = kept.keepAll(node.getMultipleMatches(name)).map((one) => spanOf(one));
    const [first, last] = [found[0], found.at(-1)];
    if (first && last) multiple.set(name, { start: first.start, end: last.end });
  }
  const transformed = new Map<string, string>();
  for (const name of variables.transformed) {
    const text = node.getTransformed(name);
    if (text !== undefined) transformed.set(name, text);
  }
  return { single, multiple, transformed };
}

function spanOf(node: SgNode): Span {
  const range = node.range();
  const { start, end } = range;
  const span = { start: start.index, end: end.index };
  for (const one of [start, end, range]) one.free();
  return span;
}
