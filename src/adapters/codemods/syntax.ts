import type { Tree } from "web-tree-sitter";
import type { CodeMatch } from "../../domain/codemod.ts";
import type { Span } from "../../domain/location.ts";

/** Deeper than what people write. The engine looks for a node's parent from the top: far down, `inside` takes minutes. */
const DEEPEST = 150;

/** Nodes whose text means what it says, blanks included. */
const LITERALS = ["string", "template_string"];

/** Whether syntax in this part of a text is nested more deeply than it can be searched. */
export function isTooDeep(tree: Tree, span: Span): boolean {
  const node = tree.rootNode.descendantForIndex(span.start, span.end);
  if (!node) return false;
  const cursor = node.walk();
  try {
    for (;;) {
      if (cursor.gotoFirstChild()) {
        if (cursor.currentDepth > DEEPEST) return true;
        continue;
      }
      while (!cursor.gotoNextSibling()) if (!cursor.gotoParent()) return false;
    }
  } finally {
    cursor.delete();
  }
}

/** Whether a part of a text has syntax errors, and its literals that span lines. */
export function syntaxOf(tree: Tree, { start, end }: Span): Pick<CodeMatch, "isBroken" | "literals"> {
  const node = tree.rootNode.descendantForIndex(start, end);
  if (!node) return { isBroken: true, literals: [] };
  const literals = node
    .descendantsOfType(LITERALS)
    .filter((one) => one.startPosition.row < one.endPosition.row)
    .map(({ startIndex, endIndex }) => ({ start: startIndex, end: endIndex }));
  return { isBroken: node.hasError, literals };
}
