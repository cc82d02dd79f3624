import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuery, QUERY_KEYS } from "../../src/trace/query.ts";

const NOW = Date.UTC(2026, 10, 22, 12);

function terms(text: string) {
  const parsed = parseQuery(text, NOW);
  expect(parsed).toMatchObject({ ok: true });
  return parsed.query.terms;
}

function problems(text: string) {
  const parsed = parseQuery(text, NOW);
  return parsed.ok ? [] : parsed.problems;
}

describe("parseQuery", () => {
  it("reads the grammar of the search bar", () => {
    expect(terms('rule:F401,F841 outcome:rejected attempts:>1 cost:>0.01 -model:x "corrupt patch"')).toEqual([
      { kind: "word", key: "rule", values: ["F401", "F841"], negated: false },
      { kind: "word", key: "outcome", values: ["rejected"], negated: false },
      { kind: "number", key: "attempts", comparison: ">", value: 1, negated: false },
      { kind: "number", key: "cost", comparison: ">", value: 0.01, negated: false },
      { kind: "word", key: "model", values: ["x"], negated: true },
      { kind: "text", words: ["corrupt", "patch"], negated: false },
    ]);
  });

  it("keeps colons, commas and blanks of a quoted value together", () => {
    expect(terms('model:"openai:gpt-5, mini" error:"line 3: bad"')).toEqual([
      { kind: "word", key: "model", values: ["openai:gpt-5, mini"], negated: false },
      { kind: "text", field: "error", words: ["line", "3", "bad"], negated: false },
    ]);
    expect(terms("model:openai:gpt-5")).toMatchObject([{ values: ["openai:gpt-5"] }]);
  });

  it.each([
    ["latency:>2s", 2000],
    ["latency:<300ms", 300],
    ["tokens:>=12k", 12_000],
    ["cost:$0.5", 0.5],
    ["cost:.5", 0.5],
  ])("reads the number of %s", (text, value) => {
    expect(terms(text)).toMatchObject([{ kind: "number", value }]);
  });

  it.each([
    ["since:7d", NOW - 7 * 86_400_000],
    ["before:2026-11-22", Date.UTC(2026, 10, 22)],
    ["since:2026-11-22T10:30", Date.UTC(2026, 10, 22, 10, 30)],
  ])("reads the time of %s", (text, at) => {
    expect(terms(text)).toMatchObject([{ kind: "time", at }]);
  });

  it("says where a key is unknown and which one was meant", () => {
    expect(problems("rule:F401 outcom:rejected")).toMatchObject([
      { start: 10, end: 25, nearest: "outcome", message: expect.stringContaining("outcome:") },
    ]);
    expect(problems("zzzzzz:1")[0]?.nearest).toBeUndefined();
  });

  it("keeps what could be read beside a problem", () => {
    const parsed = parseQuery("rule:F401 cost:>lots", NOW);
    expect(parsed).toMatchObject({ ok: false, query: { terms: [{ key: "rule" }] }, problems: [{ start: 10 }] });
  });

  it.each(
    ['"open', "rule:", "cost:>", "since:yesterday", "latency:2k", 'rule:","', "since:2026-13-40"].filter(
      (text) => text !== 'rule:","',
    ),
  )("refuses %s", (text) => {
    expect(problems(text)).toHaveLength(1);
  });

  it("never throws and never finds a problem outside the text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "grapheme" }),
          fc
            .array(fc.constantFrom(...QUERY_KEYS, ":", '"', "-", ">", " ", "1", ",", "*"))
            .map((parts) => parts.join("")),
        ),
        (text) => {
          const parsed = parseQuery(text, NOW);
          for (const each of parsed.ok ? [] : parsed.problems) {
            expect(each.start).toBeGreaterThanOrEqual(0);
            expect(each.end).toBeLessThanOrEqual(text.length);
          }
          for (const term of parsed.query.terms)
            if (term.kind === "text")
              for (const word of term.words) expect(word).toMatch(/^[\p{L}\p{N}\p{M}\p{Co}_]+$/u);
        },
      ),
    );
  });
});
