import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Language, Parser } from "web-tree-sitter";
import { astGrep } from "../../src/adapters/codemods/ast-grep.ts";
import type { CodeLanguage, CodeMatch, CodeRule } from "../../src/domain/codemod.ts";
import type { Span } from "../../src/domain/location.ts";
import type { CodeVariables } from "../../src/ports/codemods.ts";

const search = astGrep();
const NONE: CodeVariables = { single: [], multiple: [], transformed: [] };

async function matchesIn(
  text: string,
  rule: CodeRule["rule"],
  options: { language?: CodeLanguage; variables?: Partial<CodeVariables>; near?: Span; transform?: unknown } = {},
): Promise<readonly CodeMatch[]> {
  const { language = "python", variables = {}, near = { start: 0, end: text.length }, transform } = options;
  const code = await search.open(text, language);
  if ("unreadable" in code) throw new Error(code.unreadable);
  try {
    const found = code.matches(
      { rule, ...(transform !== undefined && { transform }) },
      { ...NONE, ...variables },
      near,
    );
    if ("unreadable" in found) throw new Error(found.unreadable);
    return found;
  } finally {
    code.close();
  }
}

describe("matches", () => {
  it.each(["python", "javascript", "typescript", "tsx"] as const)(
    "are places in UTF-16 units, past emoji, combining letters and line ends of Windows (%s)",
    async (language) => {
      const text = 'a = "😀é"\r\n\r\nb = "🇩🇪"\r\nf(1, g("😀"))\r\n';
      const [match] = await matchesIn(text, { pattern: "f($A, $B)" }, { language, variables: { single: ["A", "B"] } });
      const of = (span: Span | undefined) => span && text.slice(span.start, span.end);
      expect(of(match)).toBe('f(1, g("😀"))');
      expect([of(match?.single.get("A")), of(match?.single.get("B"))]).toEqual(["1", 'g("😀")']);
    },
  );

  it("count a byte-order mark as one unit", async () => {
    const text = "\ufefff(1)\n";
    const [match] = await matchesIn(text, { pattern: "f($A)" });
    expect(text.slice(match?.start, match?.end)).toBe("f(1)");
  });

  it("hold several nodes with what stands between them, and nothing where there are none", async () => {
    const text = "f(1,\n  *b)\ng()\n";
    const rule = { pattern: "$F($$$A)" };
    const [f, g] = await matchesIn(text, rule, { variables: { multiple: ["A"] } });
    const span = f?.multiple.get("A");
    expect(span && text.slice(span.start, span.end)).toBe("1,\n  *b");
    expect(g?.multiple.has("A")).toBe(false);
  });

  it("know transformed variables", async () => {
    const transform = { B: { replace: { source: "$A", replace: "x", by: "y" } } };
    const [match] = await matchesIn("f(xx)\n", { pattern: "f($A)" }, { variables: { transformed: ["B"] }, transform });
    expect(match?.transformed).toEqual(new Map([["B", "yy"]]));
  });

  it("are looked for only in the top-level statements that are touched", async () => {
    const text = "f(1)\nf(2)\nf(3)\n";
    const found = await matchesIn(text, { pattern: "f($A)" }, { near: { start: 6, end: 6 } });
    expect(found.map(({ start }) => start)).toEqual([5]);
  });

  it("may depend on what is around their statement", async () => {
    const rule = { pattern: "f($A)", inside: { kind: "module", stopBy: "end" } };
    expect(await matchesIn("f(1)\n", rule)).toHaveLength(1);
  });

  it("say where there is a syntax error inside, and not where it is elsewhere", async () => {
    const found = await matchesIn("f(1)\n\n\nf(2, = )\n\n\nf(3)\n", { kind: "call" });
    expect(found.find(({ start }) => start === 0)?.isBroken).toBe(false);
    expect(found.filter(({ start }) => start > 0 && start < 18).every(({ isBroken }) => isBroken)).toBe(true);
  });

  it("name the strings that span lines", async () => {
    const text = 'f("""a\nb""", "c", """d""")\n';
    const [match] = await matchesIn(text, { pattern: "f($$$A)" });
    expect(match?.literals.map(({ start, end }) => text.slice(start, end))).toEqual(['"""a\nb"""']);
  });
});

describe("rules that cannot be used", () => {
  it.each([
    [{ rule: { pattern: "f($A)", inside2: {} } }, /unknown field `inside2`/],
    [{ rule: { kind: "no-such-kind" } }, /Kind `no-such-kind` is invalid/],
    [{ rule: { regex: "(" } }, /unclosed group/],
    [{ rule: { matches: "nowhere" } }, /`nowhere` is not defined/],
    [{ rule: { pattern: "a\nb" } }, /Multiple AST nodes/],
    [{ rule: { pattern: "$A" }, constraints: { B: { regex: "b" } } }, /Undefined meta var `B`/],
    [{ rule: { pattern: "$A" }, utils: { u: { matches: "u" } } }, /cyclic/],
  ])("are told in ast-grep's words: %j", async (rule, words) => {
    expect(await search.problemOf(rule, "python")).toMatch(words);
  });

  it("do not spoil those after them", async () => {
    expect(await search.problemOf({ rule: { regex: "(" } }, "python")).toBeDefined();
    expect(await search.problemOf({ rule: { pattern: "f($A)" } }, "python")).toBeUndefined();
    expect(await matchesIn("f(1)\n", { pattern: "f($A)" })).toHaveLength(1);
  });
});

describe("texts that are too much", () => {
  it("are not parsed where they are huge", async () => {
    expect(await search.open("x = 1\n".repeat(200_000), "python")).toEqual({
      unreadable: expect.stringMatching(/longer/),
    });
  });

  it.each([
    ["brackets", `x = ${"[".repeat(5_000)}${"]".repeat(5_000)}\n`],
    ["a chain of calls", `x = a${".b()".repeat(2_000)}\n`],
    ["a long sum", `x = ${"a + ".repeat(2_000)}a\n`],
  ])("are not searched where they nest too deeply: %s", async (_name, text) => {
    const code = await search.open(`f(1)\n${text}`, "python");
    if ("unreadable" in code) throw new Error(code.unreadable);
    const rule = { rule: { kind: "identifier", inside: { kind: "assignment", stopBy: "end" } } };
    expect(code.matches(rule, NONE, { start: 8, end: 9 })).toEqual({ unreadable: "its syntax is nested too deeply" });
    expect(code.matches(rule, NONE, { start: 0, end: 1 })).toEqual([]);
    code.close();
  });

  it("are left aside where the engine gives up, and others are searched all the same", async () => {
    const code = await search.open("f(1)\n", "python");
    if ("unreadable" in code) throw new Error(code.unreadable);
    const near = { start: 0, end: 1 };
    expect(code.matches({ rule: { regex: "(" } }, NONE, near)).toEqual({
      unreadable: expect.stringMatching(/^ast-grep gave up/),
    });
    expect(code.matches({ rule: { pattern: "f($A)" } }, NONE, near)).toHaveLength(1);
    code.close();
  });

  it("leave no memory behind", async () => {
    const text = `${"def f(a):\n    return g(a, [1, 2, 3])\n".repeat(500)}`;
    const once = () => matchesIn(text, { pattern: "g($$$A)" }, { variables: { multiple: ["A"] } });
    for (let at = 0; at < 5; at++) await once();
    const before = process.memoryUsage().rss;
    for (let at = 0; at < 30; at++) expect(await once()).toHaveLength(500);
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });
});

describe("the grammars", () => {
  it("have an interface that this web-tree-sitter reads", async () => {
    await Parser.init();
    const folder = join(import.meta.dirname, "../../vendor/grammars");
    const names = readdirSync(folder).filter((name) => name.endsWith(".wasm"));
    expect(names).toEqual(["tree-sitter-python.wasm", "tree-sitter-tsx.wasm", "tree-sitter-typescript.wasm"]);
    for (const name of names) {
      const { abiVersion } = await Language.load(join(folder, name));
      expect([14, 15]).toContain(abiVersion);
    }
  });
});
