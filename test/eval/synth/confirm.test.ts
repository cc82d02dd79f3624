import { expect, test } from "vitest";
import type { ReportedFinding } from "../../../src/domain/finding.ts";
import { confirm } from "../../../src/eval/synth/confirm.ts";

const reported = (ruleId: string): ReportedFinding => ({
  ruleId,
  message: `about ${ruleId}`,
  severity: "error",
  uri: "a.py",
  region: { unit: "utf16", startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
  fixes: [],
});
const promised = { rule: "F401", ignore: [] as string[] };

test("one finding of the promised rule before, and none after, is confirmed", () => {
  const found = reported("F401");
  expect(confirm(promised, [found], [])).toEqual({ confirmed: true, finding: found });
});

test("a recipe that fires twice is refused", () => {
  expect(confirm(promised, [reported("F401"), reported("F401")], [])).toMatchObject({
    confirmed: false,
    why: expect.stringContaining("more than one finding"),
  });
});

test.each([
  ["nothing", [], [], "nothing is reported"],
  ["another rule alone", [reported("E711")], [], "another rule fires"],
  ["another rule beside it", [reported("F401"), reported("E711")], [], "more than one finding"],
  ["a clean text that is not clean", [reported("F401")], [reported("I001")], "not clean"],
])("%s is refused", (_, before, after, why) => {
  expect(confirm(promised, before, after)).toMatchObject({ confirmed: false, why: expect.stringContaining(why) });
});

test("rules that a recipe leaves out do not count, on either side", () => {
  const left = { rule: "D400", ignore: ["D415", "S"] };
  expect(confirm(left, [reported("D400"), reported("D415")], [reported("S101")])).toMatchObject({ confirmed: true });
});
