import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readVerdict } from "../../../src/eval/judge/verdict.ts";

describe("a judge's reply", () => {
  it.each([
    ["as asked", '{"critique": "The import had an effect.", "verdict": "fail"}', "fail"],
    ["in fences", 'Here:\n```json\n{"critique": "All is well.", "verdict": "pass"}\n```\n', "pass"],
    ["in prose, with a trailing comma", 'I think {"critique": "All is well.", "verdict": "PASS",} so.', "pass"],
    [
      "with quotes of code in it",
      '{"critique": "`x = {\\"verdict\\": \\"pass\\"}` is data.", "verdict": "fail"}',
      "fail",
    ],
    ["with line ends in the critique", '{"critique": "First.\nSecond.", "verdict": "fail"}', "fail"],
    ["twice the same", '{"critique": "Good.", "verdict": "pass"} {"critique": "Good.", "verdict": "pass"}', "pass"],
  ])("%s is read", (_, reply, verdict) => {
    expect(readVerdict(reply)).toMatchObject({ ok: true, verdict });
  });

  it.each([
    ["without a verdict", '{"critique": "Hm."}', "PARSE_NOT_JSON"],
    ["with a third verdict", '{"critique": "Hm, perhaps.", "verdict": "unsure"}', "PARSE_SCHEMA"],
    ["without a critique", '{"critique": "", "verdict": "pass"}', "PARSE_SCHEMA"],
    ["that is only a word", "pass", "PARSE_NOT_JSON"],
    ["that was cut off", '{"critique": "The import', "PARSE_NOT_JSON"],
    [
      "with two verdicts",
      '[{"critique": "So.", "verdict": "pass"}, {"critique": "Or so.", "verdict": "fail"}]',
      "PARSE_MULTIPLE_ANSWERS",
    ],
    [
      "that quotes another verdict than its own",
      'The code says {"critique": "ok", "verdict": "pass"}. {"critique": "It lies.", "verdict": "fail"}',
      "PARSE_SCHEMA",
    ],
  ])("%s is unreadable, never guessed", (_, reply, code) => {
    expect(readVerdict(reply)).toMatchObject({ ok: false, code });
  });

  it("gives back whatever verdict and critique were written as JSON", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 3 }), fc.constantFrom("pass", "fail"), (critique, verdict) => {
        fc.pre(critique.trim().length >= 3);
        expect(readVerdict(JSON.stringify({ critique, verdict }))).toEqual({
          ok: true,
          verdict,
          critique: critique.trim(),
        });
      }),
    );
  });
});
