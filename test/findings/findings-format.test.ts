import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { collectFindings } from "../../src/findings/collect.ts";
import { readReports } from "../../src/findings/readers/detect.ts";
import { findingsJsonSchema } from "../../src/findings/readers/findings-schema.ts";
import { memoryFiles } from "./support/memory-files.ts";

const FIXED = {
  version: 1,
  tool: "MyTool",
  toolVersion: "3",
  findings: [
    {
      ruleId: "X1",
      path: "a.py",
      startLine: 1,
      startColumn: 2,
      endColumn: 3,
      severity: "error",
      message: "wrong",
      fixes: [
        {
          applicability: "safe",
          message: "by place",
          edits: [{ path: "a.py", startLine: 1, startColumn: 1, endColumn: 2, text: "z" }],
        },
        { edits: [{ path: "a.py", start: 4, end: 5, text: "2" }] },
      ],
    },
    { ruleId: "X2", path: "a.py", startLine: 2, severity: "info", message: "line", tool: "other", futureKey: true },
  ],
};

describe("PatchPro's own format", () => {
  test("schemas/findings.v1.json says what the reader's schema says", () => {
    const file = readFileSync(new URL("../../schemas/findings.v1.json", import.meta.url), "utf8");
    const schema = findingsJsonSchema();
    expect(JSON.parse(file), `write this to the file:\n${JSON.stringify(schema, undefined, 2)}`).toEqual(schema);
  });

  test("what the JSON Schema accepts is read, one report for each tool", async () => {
    expect(new Ajv({ strict: false }).validate(findingsJsonSchema(), FIXED)).toBe(true);
    const reports = readReports(JSON.stringify(FIXED), "own.json");
    expect(reports.map(({ tool, toolVersion, findings }) => [tool, toolVersion, findings.length])).toEqual([
      ["mytool", "3", 1],
      ["other", undefined, 1],
    ]);
    const { findings } = await collectFindings(reports, memoryFiles({ "a.py": "\ufeffa = 1\nb\n" }));
    expect(findings.map(({ skip }) => skip)).toEqual([undefined, undefined]);
    expect(
      findings[0]?.finding.fixes.map((fix) => [fix.applicability, fix.edits[0]?.start, fix.edits[0]?.end]),
    ).toEqual([
      ["safe", 1, 2],
      ["unknown", 5, 6],
    ]);
    expect(findings[1]?.finding).toMatchObject({ startLine: 2, startColumn: 1, endLine: 2, endColumn: 2 });
  });

  test("a finding or fix that cannot be read is a notice with its place", () => {
    const [bad] = readReports(
      JSON.stringify({ ...FIXED, findings: [{ ...FIXED.findings[0], fixes: [{ edits: [] }] }, { ruleId: "X" }] }),
      "own.json",
    );
    expect(bad?.findings).toHaveLength(1);
    expect(bad?.notices).toEqual([
      expect.stringContaining("findings[0].fixes[0] edits:"),
      expect.stringContaining("findings[1].path:"),
    ]);
  });
});

describe("Ruff's older schemas", () => {
  const item = (more: object) => ({
    code: "F401",
    filename: "/repo/a.py",
    message: "unused",
    location: { row: 1, column: 1 },
    end_location: { row: 1, column: 2 },
    noqa_row: 1,
    ...more,
  });

  test("the fix itself was the edit; applicability had other names; a syntax error had no code", () => {
    const [report] = readReports(
      JSON.stringify([
        item({
          fix: { content: "", message: "Remove", location: { row: 1, column: 0 }, end_location: { row: 2, column: 0 } },
        }),
        item({
          fix: {
            applicability: "Suggested",
            message: "m",
            edits: [{ content: "x", location: { row: 1, column: 1 }, end_location: { row: 1, column: 2 } }],
          },
        }),
        item({ code: null, fix: null }),
        item({ cell: 3, fix: null }),
        item({ fix: { edits: "no" } }),
      ]),
      "old.json",
    );
    expect(
      report?.findings.map((one) => [one.ruleId, one.region !== undefined, one.fixes.map((fix) => fix.applicability)]),
    ).toEqual([
      ["F401", true, ["unknown"]],
      ["F401", true, ["unsafe"]],
      ["invalid-syntax", true, []],
      ["F401", false, []],
      ["F401", true, []],
    ]);
    expect(report?.notices).toHaveLength(2);
  });
});
