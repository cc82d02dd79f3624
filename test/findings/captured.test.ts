import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decodeReport } from "../../src/domain/decode-report.ts";
import type { Finding, Fix } from "../../src/domain/finding.ts";
import { collectFindings } from "../../src/findings/collect.ts";
import { readReports } from "../../src/findings/readers/detect.ts";
import { memoryFiles } from "./support/memory-files.ts";

const FIXTURES = new URL("../../fixtures/reports/", import.meta.url);
const SOURCES = ["src/app.py", "src/bom.py", "src/broken.py", "src/app.js", "src/broken.js"];
/** A checkout on Windows may have turned line ends. */
const read = (name: string) => readFileSync(new URL(name, FIXTURES), "utf8").replaceAll("\r\n", "\n");
const texts: Record<string, string> = Object.fromEntries(SOURCES.map((path) => [path, read(`project/${path}`)]));

async function collect(report: string) {
  const reports = readReports(decodeReport(readFileSync(new URL(report, FIXTURES))), report);
  return { reports, ...(await collectFindings(reports, memoryFiles(texts))) };
}

/** The flagged text. */
function flagged({ path, startLine, startColumn, endColumn }: Finding): string {
  const line =
    (texts[path] ?? "").replace("\ufeff", "").split(path.endsWith(".js") ? /\n|\u2028/ : "\n")[startLine - 1] ?? "";
  return line.slice(startColumn - 1, endColumn - 1);
}

function applied(fix: Fix | undefined): string {
  const [edit] = fix?.edits ?? [];
  const text = texts[edit?.path ?? ""] ?? "";
  return edit ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : "";
}

describe("Ruff", () => {
  test("JSON: every finding stands, in code points, in files with a byte-order mark and wide characters", async () => {
    const { findings, notices } = await collect("ruff.json");
    expect(findings).toHaveLength(19);
    expect(findings.filter((one) => one.skip)).toEqual([]);
    expect(notices).toEqual([]);
    const evals = findings.map(({ finding }) => finding).filter((one) => one.ruleId === "S307");
    expect(evals.map(flagged)).toEqual(['eval("1")', 'eval("2")', 'eval("é")']);
    expect(flagged(findings.find(({ finding }) => finding.ruleId === "S608")?.finding ?? evals[0] ?? fail())).toBe(
      '"select * from t where a = %s" % x',
    );
  });

  test("JSON lines say the same as JSON", async () => {
    expect((await collect("ruff.jsonl")).findings).toEqual((await collect("ruff.json")).findings);
  });

  test("SARIF says the same places and the same edits, but not whether they are safe", async () => {
    const json = await collect("ruff.json");
    const sarif = await collect("ruff.sarif");
    const places = (all: typeof json) =>
      all.findings.map(({ finding: f }) => [f.path, f.ruleId, f.startLine, f.startColumn, f.endLine, f.endColumn]);
    expect(places(sarif)).toEqual(places(json));
    const edits = (all: typeof json) => all.findings.map(({ finding }) => finding.fixes.map((fix) => fix.edits));
    expect(edits(sarif)).toEqual(edits(json));
    expect(new Set(sarif.findings.flatMap(({ finding }) => finding.fixes).map((fix) => fix.applicability))).toEqual(
      new Set(["unknown"]),
    );
    expect(new Set(json.findings.flatMap(({ finding }) => finding.fixes).map((fix) => fix.applicability))).toEqual(
      new Set(["safe", "unsafe"]),
    );
  });

  test("a syntax error has the rule invalid-syntax", async () => {
    const { findings } = await collect("ruff.json");
    expect(
      findings.filter(({ finding }) => finding.path === "src/broken.py").map(({ finding }) => finding.ruleId),
    ).toContain("invalid-syntax");
  });
});

describe("ESLint", () => {
  test("JSON: offsets without the byte-order mark, lines that end at U+2028, suggestions after the fix", async () => {
    const { findings, notices } = await collect("eslint.json");
    expect(findings).toHaveLength(9);
    expect(notices).toEqual([]);
    expect(findings.filter(({ skip }) => skip).map(({ finding, skip }) => [finding.ruleId, skip?.reason])).toEqual([
      ["eqeqeq", "suppressed"],
    ]);
    const escapes = findings.map(({ finding }) => finding).filter((one) => one.ruleId === "no-useless-escape");
    expect(escapes.map(flagged)).toEqual(["\\", "\\"]);
    expect(escapes[1]?.fixes.map((fix) => fix.applicability)).toEqual(["unsafe", "unsafe"]);
    expect(applied(escapes[1]?.fixes[0])).toContain('"\u2028d"');
    expect(applied(escapes[1]?.fixes[1])).toContain('"\u2028\\\\d"');
  });

  test("unicode-bom: the range from -1 to 0 removes the mark", async () => {
    const { findings } = await collect("eslint.json");
    const mark = findings.find(({ finding }) => finding.ruleId === "unicode-bom")?.finding;
    expect(mark?.fixes[0]?.edits).toEqual([{ path: "src/app.js", start: 0, end: 1, text: "" }]);
  });

  test("a parse error and an unused directive have no rule of their own, but a name", async () => {
    const { findings } = await collect("eslint.json");
    expect(findings.map(({ finding }) => finding.ruleId)).toEqual(
      expect.arrayContaining(["parse-error", "unused-disable-directive"]),
    );
  });
});

describe("Semgrep", () => {
  test("JSON: columns are bytes, and fixes replace exactly what was matched", async () => {
    const { findings } = await collect("semgrep.json");
    expect(findings.map(({ finding }) => flagged(finding))).toEqual([
      '"select * from t where a = %s" % x',
      'eval("1")',
      'print("🦊é", eval("2"))',
      'eval("2")',
      'eval("é")',
    ]);
    expect(applied(findings[3]?.finding.fixes[0])).toContain('print("🦊é", ast.literal_eval("2"))');
  });

  test("SARIF without columnKind counts bytes too, and %SRCROOT% is the repository", async () => {
    const places = async (name: string) =>
      (await collect(name)).findings.map(({ finding: f }) => [
        f.path,
        f.ruleId,
        f.startLine,
        f.startColumn,
        f.endColumn,
      ]);
    expect((await places("semgrep.sarif")).sort()).toEqual((await places("semgrep.json")).sort());
  });
});

function fail(): never {
  throw new Error("the finding is missing");
}
