import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { createRuleBook } from "../../src/adapters/analyzers/ruff/rule-book.ts";
import { canBeTold, readSightings } from "../../src/adapters/analyzers/ruff/sightings.ts";
import { fileErrors } from "../../src/adapters/analyzers/semgrep/own-errors.ts";
import { here, readRuffJson } from "./support.ts";

const golden = (name: string): string => readFileSync(path.join(here, "fixtures", "analyzers", name), "utf8");

describe("Ruff's github format", () => {
  const full = readRuffJson(golden("ruff/check.json")).flatMap((report) => report.findings);

  it("holds the same findings at the same places as its JSON, but for the last column of one that spans lines", () => {
    const brief = readSightings(golden("ruff/check.github"));
    expect(full.length).toBeGreaterThan(5);
    expect(brief).toEqual(
      full.map(({ helpUrl, ...finding }) => {
        const { region } = finding;
        const endColumn = region?.startLine === region?.endLine ? region?.endColumn : undefined;
        return { ...finding, region: { ...region, endColumn }, fixes: [] };
      }),
    );
  });

  it("says of rules that have no fix that they have none", () => {
    const brief = readSightings(golden("ruff/check.github"), new Set(["E402"])) ?? [];
    expect(brief.filter(({ fixable }) => fixable === false).map(({ ruleId }) => ruleId)).toEqual(["E402"]);
  });

  it("is refused where it holds names of rules (preview mode), or anything that is no such line", () => {
    expect(readSightings(golden("ruff/check.preview.github"))).toBeUndefined();
    expect(readSightings(golden("ruff/check.concise"))).toBeUndefined();
    expect(readSightings("All checks passed!\n")).toBeUndefined();
  });

  it("reads what versions without help lines wrote, with columns everywhere", () => {
    const line =
      "::error title=Ruff (E501),file=/a/b.py,line=2,col=89,endLine=2,endColumn=90::b.py:2:89: E501 Line too long (89 > 88)\n";
    expect(readSightings(line)).toEqual([
      {
        ruleId: "E501",
        message: "Line too long (89 > 88)",
        severity: "error",
        uri: "/a/b.py",
        region: { unit: "codepoint", startLine: 2, startColumn: 89, endLine: 2, endColumn: 90 },
        fixes: [],
      },
    ]);
  });

  it("is refused where a message holds a line end, or what looks like one", () => {
    const line = (words: string): string =>
      `::error title=ruff (F601),file=/a.py,line=1,col=2,endLine=1,endColumn=9::a.py:1:2: F601 ${words}\n`;
    expect(readSightings(line("key `a` repeated%0A  help: Remove it"))).toHaveLength(1);
    expect(readSightings(line("key `a%0Ab` repeated%0A  help: Remove it"))).toBeUndefined();
    expect(readSightings(line("key `a%0A  b` repeated%0A  help: Remove it"))).toBeUndefined();
    expect(readSightings(line("key `a\nb` repeated"))).toBeUndefined();
  });

  it("is not asked for where the name of a file could be taken for what follows it", () => {
    expect(canBeTold("/repository/a b,c/[d]/é.py")).toBe(true);
    expect(canBeTold("C:\\repository\\a.py")).toBe(true);
    for (const name of ["/a,line=1,endLine=1::b.py", "/a:1:1: F401 x.py", "/a\nb.py"])
      expect(canBeTold(name)).toBe(false);
  });
});

describe("Ruff's catalogue of rules", () => {
  const rule = (code: string | null, fix: string) => ({
    code,
    name: `name-of-${code}`,
    summary: "What is wrong.",
    explanation: null,
    fix_availability: fix,
  });
  const book = (printed: string) => createRuleBook(async () => printed);

  it("is read although some of its rules have no code", async () => {
    const { describe: describeRule, neverFixed } = book(
      JSON.stringify([rule(null, "None"), rule("E501", "None"), rule("F401", "Sometimes")]),
    );
    expect(await describeRule("F401")).toEqual({
      summary: "What is wrong.",
      text: "What is wrong.",
      url: "https://docs.astral.sh/ruff/rules/name-of-F401",
    });
    expect([...(await neverFixed())]).toEqual(["E501"]);
  });

  it("has no rules where it cannot be read", async () => {
    for (const printed of ["", "{}", "null"]) {
      expect(await book(printed).describe("F401")).toBeUndefined();
      expect((await book(printed).neverFixed()).size).toBe(0);
    }
  });
});

describe("Semgrep's own errors", () => {
  it("tell what its parser could not read, by file and place", () => {
    expect(fileErrors(golden("semgrep/scan.json"))).toEqual([
      { path: "partial.py", isSyntax: true, text: "2:1 `print(2` was unexpected" },
    ]);
  });

  it("are none in output that is something else", () => {
    expect(fileErrors("[]")).toEqual([]);
  });
});
