import { describe, expect, it } from "vitest";
import { renderAnnotations } from "../../src/report/annotations.ts";
import { finding, run, sampleRun } from "./sample.ts";

describe("annotations in GitHub's log", () => {
  it("name the place, the rule and what PatchPro can do", () => {
    const lines = renderAnnotations(sampleRun()).split("\n");
    expect(lines[0]).toBe(
      "::error file=src/shop/pricing/rules/discounts_for_returning_customers.py,line=10,endLine=10,col=8,endColumn=9,title=ruff B006::Do not use mutable data structures for argument defaults%0ANo proved fix: B006 is still reported at line 10: the default is now `dict()`, which is mutable too",
    );
    expect(lines).toContain(
      "::warning file=web/app.ts,line=7,endLine=7,col=8,endColumn=9,title=eslint eqeqeq::Expected '===' and instead saw '=='.%0APatchPro has a proved fix.",
    );
  });

  it("cannot be made to hold a second command", () => {
    const evil = "a,line=1::x\r\n::set-env name=PATH::x%0A\u001b[31m\u2028";
    const bad = finding({ path: evil, ruleId: evil, message: evil, endLine: 9 });
    const text = renderAnnotations(
      run([{ finding: bad, outcome: { kind: "failed", code: "LLM_ERROR", reason: evil } }]),
    );
    expect(text.match(/\n/g)).toHaveLength(1);
    expect(text).toContain(
      "file=a%2Cline=1%3A%3Ax%0A%3A%3Aset-env name=PATH%3A%3Ax%250A\\x1b[31m\\u2028,line=1,endLine=9,title=",
    );
    expect(text).not.toContain("col=");
  });

  it("keep to ten of a kind, the worst first, and say how many are left out", () => {
    const findings = Array.from({ length: 13 }, (_, at) =>
      finding({ startLine: at + 1, severity: at < 12 ? "warning" : "error" }),
    );
    const lines = renderAnnotations(
      run(findings.map((each) => ({ finding: each, outcome: { kind: "failed", code: "LLM_ERROR", reason: "r" } }))),
    )
      .trimEnd()
      .split("\n");
    expect(lines).toHaveLength(12);
    expect(lines[0]).toMatch(/^::error /);
    expect(lines.at(-1)).toBe("PatchPro: 2 more findings, see report.md (GitHub shows 10 of a kind).");
  });
});
