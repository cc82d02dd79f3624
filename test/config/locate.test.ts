import fc from "fast-check";
import { parse, stringify, type TomlTable } from "smol-toml";
import { describe, expect, it } from "vitest";
import type { KeyPath } from "../../src/config/key-positions.ts";
import { locateJsonKeys } from "../../src/config/locate-json.ts";
import { locateTomlKeys } from "../../src/config/locate-toml.ts";

/** Every key and list position of a value, with the text that must stand where the key is. */
function keysOf(value: unknown, path: KeyPath = []): KeyPath[] {
  if (Array.isArray(value)) return value.flatMap((child, at) => [[...path, at], ...keysOf(child, [...path, at])]);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [[...path, key], ...keysOf(child, [...path, key])]);
}

function textAt(text: string, { line, column }: { line: number; column: number }): string {
  return (text.split("\n")[line - 1] ?? "").slice(column - 1);
}

const key = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9_-]{1,6}$/),
  fc.constantFrom("a.b", 'quo"te', "é €", "#no", "[x]", "=", "'"),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.integer(),
    fc.boolean(),
    fc.constantFrom("plain", 'a "b" # c', "[x]\n= 'y'", "tail\\"),
    tie("list"),
    tie("table"),
  ),
  list: fc.array(tie("table"), { maxLength: 3, minLength: 1 }),
  table: fc.dictionary(key, tie("any"), { maxKeys: 3, noNullPrototype: true }),
})).table;

describe("locating keys", () => {
  it("finds every key of any TOML document", () => {
    fc.assert(
      fc.property(value, (table) => {
        const text = stringify(table as TomlTable);
        const positions = locateTomlKeys(text);
        for (const path of keysOf(parse(text))) {
          const name = path.at(-1);
          if (typeof name !== "string") continue;
          const there = textAt(text, positions.find(path));
          expect(
            there.startsWith(name) || there.startsWith(JSON.stringify(name)),
            `${JSON.stringify(path)} at ${there} in\n${text}`,
          ).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("finds every key of any JSON document, however it is laid out", () => {
    fc.assert(
      fc.property(value, fc.constantFrom(0, 2), (table, indent) => {
        const text = JSON.stringify(table, null, indent);
        const positions = locateJsonKeys(text);
        for (const path of keysOf(table)) {
          const name = path.at(-1);
          if (typeof name === "string")
            expect(textAt(text, positions.find(path)).startsWith(JSON.stringify(name))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("finds keys in dotted keys, inline tables, lists and after texts of several lines", () => {
    const text = [
      'a.b . "c d" = 1 # x = 2',
      "t = '''",
      "[no]",
      "key = 1'''",
      "l = [ # one",
      "  1,",
      '  { z = "]" },',
      "]",
      "[[s]]",
      "[[s]]",
      "k = 1979-05-27",
      "",
    ].join("\r\n");
    const positions = locateTomlKeys(text);
    expect(positions.find(["a", "b", "c d"])).toEqual({ line: 1, column: 7 });
    expect(positions.find(["l"])).toEqual({ line: 5, column: 1 });
    expect(positions.find(["l", 1, "z"])).toEqual({ line: 7, column: 5 });
    expect(positions.find(["s", 1, "k"])).toEqual({ line: 11, column: 1 });
  });

  it("points at the table around a key that is not written", () => {
    expect(locateTomlKeys("x = 1\n[a.b]\n").find(["a", "b", "missing", "deeper"])).toEqual({ line: 2, column: 4 });
    expect(locateTomlKeys("x = 1\n").find(["a"])).toEqual({ line: 1, column: 1 });
  });

  it("comes to an end on any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("[", "]", '"', "'", "=", "{", "}", ".", "\\", "\n", "#", ",", "a") }),
        (text) => void locateTomlKeys(text),
      ),
    );
  });
});
