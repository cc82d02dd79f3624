import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CodeMatch } from "../../src/domain/codemod.ts";
import type { Span } from "../../src/domain/location.ts";
import { chooseMatch } from "../../src/fix/codemod/choose.ts";
import { expand, piecesOf, variablesOf } from "../../src/fix/codemod/template.ts";

interface Given {
  readonly single?: Readonly<Record<string, string>>;
  readonly multiple?: Readonly<Record<string, string>>;
  readonly transformed?: Readonly<Record<string, string>>;
  readonly literals?: readonly string[];
}

/** Fills a template for the match `matched` of a text; variables are given by what they hold. */
function filled(template: string, source: string, matched: string, given: Given) {
  const spanOf = (text: string, from = 0): Span => {
    const start = source.indexOf(text, from);
    if (start === -1) throw new Error(`${JSON.stringify(text)} is not in the text`);
    return { start, end: start + text.length };
  };
  const place = spanOf(matched);
  const spans = (all: Readonly<Record<string, string>> = {}) =>
    new Map(Object.entries(all).map(([name, text]) => [name, spanOf(text, place.start)]));
  const match: CodeMatch = {
    ...place,
    single: spans(given.single),
    multiple: spans(given.multiple),
    transformed: new Map(Object.entries(given.transformed ?? {})),
    isBroken: false,
    literals: (given.literals ?? []).map((text) => spanOf(text)),
  };
  return expand(piecesOf(template, new Set(match.transformed.keys())), match, source);
}

describe("a template", () => {
  it("is cut into text and variables as ast-grep cuts it", () => {
    const pieces = piecesOf("$A.f($$$ARGS_2, $B) // $a $ ${x} $$C", new Set(["B"]));
    expect(variablesOf(pieces)).toEqual({ single: ["A", "C"], multiple: ["ARGS_2"], transformed: ["B"] });
    expect(pieces.flatMap((piece) => ("text" in piece ? [piece.text] : []))).toEqual([".f(", ", ", ") // $a $ ${x} "]);
  });

  it("leaves nothing for a variable that holds nothing", () => {
    expect(filled("g($$$A)", "f()\n", "f()", {})).toEqual({ text: "g()" });
  });

  it("takes lines that need not move exactly as they are", () => {
    const source = "  if x:\n    f(a,\n  b,\n\n\t\tc)\n";
    const matched = "f(a,\n  b,\n\n\t\tc)";
    expect(filled("g($$$A)", source, matched, { multiple: { A: "a,\n  b,\n\n\t\tc" } })).toEqual({
      text: "g(a,\n  b,\n\n\t\tc)",
    });
  });

  it("keeps the lines of a capture to each other where they move", () => {
    const source = "  try:\n      a\n      if b:\n          c\n\n  done\n";
    const matched = "try:\n      a\n      if b:\n          c";
    const given = { single: { BODY: "a\n      if b:\n          c" } };
    expect(filled("$BODY", source, matched, given)).toEqual({ text: "a\n  if b:\n      c" });
    expect(filled("with x:\n    with y:\n        $BODY", source, matched, given)).toEqual({
      text: "with x:\n      with y:\n          a\n          if b:\n              c",
    });
  });

  it("indents its own lines as the line of the match, by tabs too, and ends them as the file does", () => {
    expect(filled("a(\n\t$A\n)", "\tx = f(1)\r\n", "f(1)", { single: { A: "1" } })).toEqual({
      text: "a(\r\n\t\t1\r\n\t)",
    });
  });

  it("does not mix tabs and blanks", () => {
    const source = "\tf(\n\t\ta,\n\t\tb)\n";
    const given = { multiple: { A: "a,\n\t\tb" } };
    expect(filled("g(\n    $$$A)", source, "f(\n\t\ta,\n\t\tb)", given)).toEqual({
      refused: "its lines are indented by tabs and by blanks",
    });
  });

  it("does not move the lines of a string", () => {
    const source = 'try:\n    f("""\n    a""")\n';
    const given = { single: { BODY: 'f("""\n    a""")' }, literals: ['"""\n    a"""'] };
    expect(filled("$BODY", source, source.trim(), given)).toHaveProperty("refused");
    expect(filled("try:\n    $BODY", source, source.trim(), given)).toEqual({ text: source.trim() });
  });

  it("puts in just what was captured, whatever it is, where it stands on the line of the match", () => {
    const anything = fc.stringMatching(/^[^\n]{0,20}(\n[^\n]{0,12}){0,3}$/);
    fc.assert(
      fc.property(fc.constantFrom("", "  ", "\t"), anything, anything, (indent, a, b) => {
        const matched = `<${a}|${b}>`;
        const source = `first\n${indent}x ${matched}`;
        const start = source.indexOf("<");
        const spanA = { start: start + 1, end: start + 1 + a.length };
        const spanB = { start: spanA.end + 1, end: spanA.end + 1 + b.length };
        // What begins on another line than the match may have to move.
        fc.pre(!a.includes("\n"));
        const match: CodeMatch = {
          start,
          end: source.length,
          single: new Map([["A", spanA]]),
          multiple: new Map([["B", spanB]]),
          transformed: new Map(),
          isBroken: false,
          literals: [],
        };
        expect(expand(piecesOf("[$$$B,$A,$$$B]", new Set()), match, source)).toEqual({ text: `[${b},${a},${b}]` });
      }),
    );
  });
});

describe("the match that belongs to a finding", () => {
  const at = (start: number, end: number) => ({ start, end });
  it.each([
    ["the one with the same range", [at(0, 9), at(2, 5), at(2, 3)], at(2, 5), { match: at(2, 5) }],
    ["the innermost around its start", [at(0, 9), at(2, 8), at(6, 7)], at(3, 4), { match: at(2, 8) }],
    ["the only one within it", [at(4, 6), at(20, 22)], at(2, 9), { match: at(4, 6) }],
    ["none of two within it", [at(4, 6), at(7, 8)], at(2, 9), { several: 2 }],
    ["none of two that hold its start and not each other", [at(0, 5), at(2, 8)], at(3, 4), { several: 2 }],
    ["none of two at the same place", [at(2, 5), at(2, 5)], at(2, 5), { several: 2 }],
    ["none that ends where it starts", [at(0, 2)], at(2, 5), undefined],
    ["one that starts where an empty one stands", [at(2, 5)], at(2, 2), { match: at(2, 5) }],
  ])("is %s", (_name, matches, finding, chosen) => {
    expect(chooseMatch(matches, finding)).toEqual(chosen);
  });
});
