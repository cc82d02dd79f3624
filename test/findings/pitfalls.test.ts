import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { decodeReport } from "../../src/domain/decode-report.ts";
import type { CollectedFinding } from "../../src/domain/finding.ts";
import { type CollectOptions, collectFindings } from "../../src/findings/collect.ts";
import { readReports } from "../../src/findings/readers/detect.ts";
import { memoryFiles } from "./support/memory-files.ts";
import { sarifFix, sarifLog, sarifResult } from "./support/sarif-log.ts";

const FILE = "a = 1\nb = 🦊 + c\nd = 4\n";

async function collect(
  report: string,
  files: Record<string, string> = { "a.py": FILE },
  options: CollectOptions = {},
  links: string[] = [],
) {
  return collectFindings(readReports(report, "r.sarif"), memoryFiles(files, links), options);
}

async function one(report: string, files?: Record<string, string>): Promise<CollectedFinding> {
  const { findings } = await collect(report, files);
  expect(findings).toHaveLength(1);
  const [first] = findings;
  if (!first) throw new Error("no finding");
  return first;
}

describe("B1: SARIF", () => {
  test("several fixes are alternatives; several artifactChanges of one fix are atomic", async () => {
    const first = sarifFix("a.py", [{ startLine: 1, startColumn: 1, endColumn: 2 }, "x"]);
    const both = {
      artifactChanges: [
        ...arrayOf(first.artifactChanges),
        ...arrayOf(sarifFix("b.py", [{ startLine: 1, startColumn: 1, endColumn: 2 }, "y"]).artifactChanges),
      ],
    };
    const { finding } = await one(sarifLog([sarifResult("a.py", { startLine: 1 }, { fixes: [first, both] })]), {
      "a.py": FILE,
      "b.py": "z\n",
    });
    expect(finding.fixes.map((fix) => fix.edits.map((edit) => edit.path))).toEqual([["a.py"], ["a.py", "b.py"]]);
  });

  test("deletedRegion without insertedContent is a deletion", async () => {
    const fix = sarifFix("a.py", [{ startLine: 1, startColumn: 2, endColumn: 3 }, undefined]);
    const { finding } = await one(sarifLog([sarifResult("a.py", { startLine: 1 }, { fixes: [fix] })]));
    expect(finding.fixes[0]?.edits).toEqual([{ path: "a.py", start: 1, end: 2, text: "" }]);
    expect(finding.fixes[0]?.applicability).toBe("unknown");
  });

  test.each([
    ["unicodeCodePoints", 7],
    ["utf16CodeUnits", 8],
    [undefined, 7],
  ])("columns are 1-based, endColumn is exclusive, columnKind is %s", async (columnKind, startColumn) => {
    const region = { startLine: 2, startColumn, endColumn: startColumn + 1 };
    const { finding } = await one(
      sarifLog([sarifResult("a.py", region)], columnKind === undefined ? {} : { columnKind }),
    );
    expect([finding.startColumn, finding.endColumn]).toEqual([8, 9]);
  });

  test("charOffset or byteOffset alone, and charLength left out, are places", async () => {
    const chars = await one(sarifLog([sarifResult("a.py", { charOffset: 12, charLength: 1 })]));
    const bytes = await one(sarifLog([sarifResult("a.py", { byteOffset: 15, byteLength: 1 })]));
    const empty = await one(sarifLog([sarifResult("a.py", { charOffset: 6 })]));
    expect([chars, bytes].map(({ finding }) => [finding.startLine, finding.startColumn, finding.endColumn])).toEqual([
      [2, 8, 9],
      [2, 8, 9],
    ]);
    expect([empty.finding.startLine, empty.finding.startColumn]).toEqual([2, 1]);
  });

  test("fixes with charOffset only, as DevSkim writes them", async () => {
    const { finding } = await one(
      sarifLog([
        sarifResult("a.py", { startLine: 1 }, { fixes: [sarifFix("a.py", [{ charOffset: 4, charLength: 1 }, "2"])] }),
      ]),
    );
    expect(finding.fixes[0]?.edits).toEqual([{ path: "a.py", start: 4, end: 5, text: "2" }]);
  });

  test.each([
    [
      "a chain that ends in an absolute base elsewhere",
      { SRC: { uri: "pkg/", uriBaseId: "ROOT" }, ROOT: { uri: "file:///ci/build/" } },
      "SRC",
      "a.py",
      "pkg/a.py",
    ],
    ["a base without a URI", { ROOT: {} }, "ROOT", "pkg/a.py", "pkg/a.py"],
    ["a base that the report does not define (%SRCROOT%)", undefined, "%SRCROOT%", "pkg/a.py", "pkg/a.py"],
    [
      "an absolute base below the repository's root",
      { ROOT: { uri: "file:///repo/pkg/" } },
      "ROOT",
      "a.py",
      "pkg/a.py",
    ],
    [
      "bases that name each other",
      { A: { uri: "pkg/", uriBaseId: "B" }, B: { uri: "", uriBaseId: "A" } },
      "A",
      "a.py",
      "pkg/a.py",
    ],
  ])("uriBaseId: %s", async (_name, originalUriBaseIds, uriBaseId, uri, path) => {
    const located = [{ physicalLocation: { artifactLocation: { uri, uriBaseId }, region: { startLine: 1 } } }];
    const { finding, skip } = await one(
      sarifLog([sarifResult(uri, {}, { locations: located })], originalUriBaseIds ? { originalUriBaseIds } : {}),
      { "pkg/a.py": FILE },
    );
    expect([finding.path, skip]).toEqual([path, undefined]);
  });

  test("the file named by its index in the run's artifacts only", async () => {
    const locations = [{ physicalLocation: { artifactLocation: { index: 1 }, region: { startLine: 1 } } }];
    const { finding } = await one(
      sarifLog([{ ...sarifResult("", {}), locations }], { artifacts: [{}, { location: { uri: "a.py" } }] }),
    );
    expect(finding.path).toBe("a.py");
  });

  test("percent-encoded URIs reach the file with a blank in its name", async () => {
    const { finding, skip } = await one(sarifLog([sarifResult("Birthday%20Reminder/a.py", { startLine: 1 })]), {
      "Birthday Reminder/a.py": FILE,
    });
    expect([finding.path, skip]).toEqual(["Birthday Reminder/a.py", undefined]);
  });

  test("Windows URIs of another machine are kept as they are and marked, not dropped", async () => {
    const { finding, skip } = await one(sarifLog([sarifResult("file:///C:/src/a.py", { startLine: 1 })]));
    expect([finding.path, skip?.reason]).toEqual(["file:///C:/src/a.py", "outside-repository"]);
  });

  test.each([
    [[{ kind: "inSource" }], "suppressed"],
    [[{ kind: "external", status: "accepted" }], "suppressed"],
    [[{ kind: "external", status: "underReview" }], undefined],
    [[{ kind: "external" }, { kind: "external", status: "rejected" }], undefined],
    [[], undefined],
  ])("suppressions %j mean %s", async (suppressions, reason) => {
    expect((await one(sarifLog([sarifResult("a.py", { startLine: 1 }, { suppressions })]))).skip?.reason).toBe(reason);
  });

  test.each([
    ["absent", "suppressed"],
    ["unchanged", undefined],
    ["new", undefined],
  ])("baselineState %s means %s", async (baselineState, reason) => {
    expect((await one(sarifLog([sarifResult("a.py", { startLine: 1 }, { baselineState })]))).skip?.reason).toBe(reason);
  });

  test("without a region there is no place to work on; without a location no file", async () => {
    const { findings } = await collect(
      sarifLog([sarifResult("a.py", undefined), { ruleId: "R", message: { text: "m" } }]),
    );
    expect(findings.map(({ skip }) => skip?.reason)).toEqual(["no-location", "no-location"]);
  });

  test("embedded content that still stands is fresh; content that changed elsewhere does not make edits by offset safe", async () => {
    const fixes = [sarifFix("a.py", [{ charOffset: 4, charLength: 1 }, "2"])];
    const log = (text: string) =>
      sarifLog([sarifResult("a.py", { startLine: 3 }, { fixes })], {
        artifacts: [{ location: { uri: "a.py" }, contents: { text } }],
      });
    expect((await one(log(FILE))).finding.fixes).toHaveLength(1);
    const { findings, notices } = await collect(log(FILE.replace("a = 1", "a  = 1")));
    expect(findings.map(({ finding, skip }) => [finding.fixes.length, skip])).toEqual([[0, undefined]]);
    expect(notices.join()).toMatch(/a\.py has changed where the fix applies/);
  });

  test.each(["utf8", "utf16le", "utf16be"] as const)("a %s byte-order mark is read", (encoding) => {
    const text = `\ufeff${sarifLog([sarifResult("é.py", { startLine: 1 })])}`;
    const bytes = Buffer.from(text, encoding === "utf8" ? "utf8" : "utf16le");
    const report = readReports(decodeReport(encoding === "utf16be" ? bytes.swap16() : bytes), "r");
    expect(report[0]?.findings[0]?.uri).toBe("é.py");
  });

  test("rules in extensions give the message by id, its arguments, help and level", async () => {
    const rules = [
      {
        id: "EXT1",
        helpUri: "https://x.test",
        defaultConfiguration: { level: "note" },
        messageStrings: { default: { text: "{0} in {{braces}} of {1} and {2}" } },
      },
    ];
    const result = {
      ...sarifResult("a.py", { startLine: 1 }),
      ruleId: undefined,
      rule: { index: 0, toolComponent: { index: 0 } },
      message: { id: "default", arguments: ["one", "two"] },
    };
    const { finding } = await one(
      sarifLog([result], { tool: { driver: { name: "S" }, extensions: [{ name: "pack", rules }] } }),
    );
    expect(finding).toMatchObject({
      ruleId: "EXT1",
      message: "one in {braces} of two and {2}",
      helpUrl: "https://x.test",
      severity: "info",
    });
  });

  test("a rule of a result's own id comes before one that its id is below of", async () => {
    const rules = [
      { id: "CA1", messageStrings: { m: { text: "the family" } } },
      { id: "CA1/2", messageStrings: { m: { text: "the member" } } },
    ];
    const tool = { driver: { name: "X", rules } };
    const named = (ruleId: string) =>
      sarifLog([sarifResult("a.py", { startLine: 1 }, { ruleId, message: { id: "m" } })], { tool });
    expect((await one(named("CA1/2"))).finding.message).toBe("the member");
    expect((await one(named("CA1/3"))).finding.message).toBe("the family");
  });

  test("severity: level, then the rule's default, raised by security-severity", async () => {
    const rules = [
      { id: "R1", defaultConfiguration: { level: "note" }, properties: { "security-severity": "8.1" } },
      { id: "R2", defaultConfiguration: { level: "error" } },
    ];
    const { findings } = await collect(
      sarifLog(
        [
          sarifResult("a.py", { startLine: 1 }),
          sarifResult("a.py", { startLine: 1 }, { ruleId: "R2" }),
          sarifResult("a.py", { startLine: 1 }, { ruleId: "R2", level: "note" }),
          sarifResult("a.py", { startLine: 1 }, { ruleId: "R3" }),
        ],
        { tool: { driver: { name: "S", rules } } },
      ),
    );
    expect(findings.map(({ finding }) => finding.severity)).toEqual(["error", "error", "info", "warning"]);
  });

  test("5,421 results in one run are 5,421 findings with distinct ids", async () => {
    const results = Array.from({ length: 5421 }, (_, at) => sarifResult("a.py", { startLine: 1 + (at % 3) }));
    const { findings } = await collect(sarifLog(results));
    expect(findings).toHaveLength(5421);
    expect(new Set(findings.map(({ finding }) => finding.id)).size).toBe(5421);
  });

  test("several runs are several reports, with their own tool, revision and column unit", () => {
    const run = (name: string, more: object) => ({ tool: { driver: { name, version: "1" } }, results: [], ...more });
    const reports = readReports(
      JSON.stringify({
        version: "2.1.0",
        runs: [run("A", {}), run("B", { versionControlProvenance: [{ revisionId: "abc" }] })],
      }),
      "r",
    );
    expect(reports.map(({ tool, revision }) => [tool, revision])).toEqual([
      ["a", undefined],
      ["b", "abc"],
    ]);
  });

  test("a result that cannot be read is a notice, and the others are kept", async () => {
    const { findings, notices } = await collect(
      sarifLog([sarifResult("a.py", { startLine: "1" }), sarifResult("a.py", { startLine: 1 })]),
    );
    expect(findings).toHaveLength(1);
    expect(notices.join()).toMatch(
      /a result that cannot be read was left out \(runs\[0\]\.results\[0\]\.locations\[0\]/,
    );
  });

  test("results of kind pass are counted as not findings, and external property files are named", async () => {
    const log = sarifLog([sarifResult("a.py", { startLine: 1 }, { kind: "pass" })], {
      externalPropertyFileReferences: { results: [{ location: { uri: "more.sarif" } }] },
    });
    const { findings, notices } = await collect(log);
    expect(findings).toEqual([]);
    expect(notices.join()).toMatch(/kind "pass" is not a finding.*external property files are not read/);
  });

  test("a run that the tool itself calls failed is a notice: no results do not mean that nothing is wrong", async () => {
    const failed = { executionSuccessful: false, exitCode: 2, processStartFailureMessage: "no such file" };
    expect((await collect(sarifLog([], { invocations: [failed] }))).notices).toEqual([
      "r.sarif: the tool says that it did not succeed, so results may be missing: exit code 2, no such file (runs[0])",
    ]);
    expect(
      (await collect(sarifLog([], { invocations: [{ executionSuccessful: true, exitCode: 1 }] }))).notices,
    ).toEqual([]);
  });

  test("SARIF 2.0.0 is read, 1.0.0 is refused with what to do", async () => {
    const old = {
      version: "2.0.0",
      runs: [
        {
          tool: { name: "Old" },
          files: { "a.py": {} },
          resources: { rules: { R1: { id: "R1", messageStrings: { m: "text of {0}" } } } },
          results: [
            {
              ruleId: "R1",
              message: { messageId: "m", arguments: ["old"] },
              locations: [{ physicalLocation: { fileLocation: { uri: "a.py" }, region: { startLine: 1 } } }],
              fixes: [
                {
                  fileChanges: [
                    {
                      fileLocation: { uri: "a.py" },
                      replacements: [{ deletedRegion: { offset: 0, length: 1 }, insertedContent: { text: "z" } }],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    };
    const { finding } = await one(JSON.stringify(old));
    expect([finding.tool, finding.message, finding.fixes[0]?.edits[0]?.text]).toEqual(["old", "text of old", "z"]);
    expect(() => readReports('{"version":"1.0.0","runs":[{}]}', "v1.sarif")).toThrow(
      "v1.sarif: version: SARIF 1.0.0 is not supported",
    );
  });
});

describe("B2: paths", () => {
  test("absolute, relative, dotted, file: and sub-directory paths reach the same file", async () => {
    const uris = ["/repo/pkg/a.py", "a.py", "./a.py", "../pkg/a.py", "file:///repo/pkg/a.py"];
    const { findings } = await collect(
      sarifLog(uris.map((uri) => sarifResult(uri, { startLine: 1 }))),
      { "pkg/a.py": FILE },
      { base: "pkg" },
    );
    expect(findings.map(({ finding, skip }) => [finding.path, skip])).toEqual(uris.map(() => ["pkg/a.py", undefined]));
  });

  test("a path outside the repository, or through a symlink that leads out, is marked", async () => {
    const { findings } = await collect(
      sarifLog(
        ["../../etc/passwd", "/etc/passwd", "link/a.py", "gone.py"].map((uri) => sarifResult(uri, { startLine: 1 })),
      ),
      {},
      {},
      ["link"],
    );
    expect(findings.map(({ skip }) => skip?.reason)).toEqual([
      "outside-repository",
      "outside-repository",
      "outside-repository",
      "no-file",
    ]);
  });

  test("a fix that would write outside is dropped with a notice, its finding is kept", async () => {
    const { findings, notices } = await collect(
      sarifLog([sarifResult("a.py", { startLine: 1 }, { fixes: [sarifFix("../x.py", [{ startLine: 1 }, ""])] })]),
    );
    expect(findings.map(({ finding, skip }) => [finding.fixes, skip])).toEqual([[[], undefined]]);
    expect(notices.join()).toMatch(/lies outside the repository/);
  });
});

describe("B3: fixes that are none", () => {
  test("Semgrep with fix, with fix_regex and with neither", async () => {
    const place = { start: { line: 1, col: 1, offset: 0 }, end: { line: 1, col: 2, offset: 1 } };
    const result = (extra: object) => ({
      check_id: "r",
      path: "a.py",
      ...place,
      extra: { message: "m", severity: "ERROR", lines: "requires login", ...extra },
    });
    const { findings, notices } = await collect(
      JSON.stringify({
        results: [result({ fix: "z" }), result({ fix_regex: { regex: "(a+)+$", replacement: "" } }), result({})],
        errors: [],
      }),
    );
    expect(findings.map(({ finding, skip }) => [finding.fixes.length, skip])).toEqual([
      [1, undefined],
      [0, undefined],
      [0, undefined],
    ]);
    expect(notices.join()).toMatch(/fix_regex\) is not executed/);
  });

  test.each([
    [
      "null where an array belongs",
      [{ artifactChanges: null, description: { markdown: "do it" } }],
      /only described in words/,
    ],
    ["not a list", "none", /cannot be read/],
    [
      "a replacement without a region",
      [{ artifactChanges: [{ artifactLocation: { uri: "a.py" }, replacements: [{}] }] }],
      /cannot be read/,
    ],
    [
      "edits that overlap",
      [sarifFix("a.py", [{ startLine: 1 }, "x"], [{ startLine: 1, startColumn: 2, endColumn: 4 }, "y"])],
      /its edits overlap/,
    ],
    ["a place that is not there", [sarifFix("a.py", [{ startLine: 99 }, "x"])], /no such place/],
    ["no change", [sarifFix("a.py", [{ startLine: 1 }, "a = 1"])], /change nothing/],
  ])("an invalid fix (%s) costs a notice, not the finding", async (_name, fixes, notice) => {
    const { findings, notices } = await collect(sarifLog([sarifResult("a.py", { startLine: 1 }, { fixes })]));
    expect(findings.map(({ finding }) => finding.fixes)).toEqual([[]]);
    expect(notices.join()).toMatch(notice);
  });
});

describe("B4: which scanner", () => {
  test("a finding keeps the name of the tool that raised it, so that the same one proves the fix", async () => {
    const names = ["Semgrep OSS", "ruff", "ESLint", "CodeQL"].map(
      async (name) =>
        (await one(sarifLog([sarifResult("a.py", { startLine: 1 })], { tool: { driver: { name } } }))).finding.tool,
    );
    expect(await Promise.all(names)).toEqual(["semgrep", "ruff", "eslint", "codeql"]);
  });
});

describe("B5: stale findings", () => {
  const hash = (text: string) => createHash("sha256").update(text).digest("hex");
  const hashed = (text: string) => ({
    artifacts: [{ location: { uri: "a.py" }, hashes: { "sha-256": hash(text).toUpperCase() } }],
  });
  const snippet = (text: string, more: object = {}) =>
    sarifLog([sarifResult("a.py", { startLine: 3, snippet: { text }, ...more })]);

  test.each([
    [
      "a line beyond the end",
      sarifLog([sarifResult("a.py", { startLine: 40 })]),
      /names line 40, but the file has 4 lines/,
    ],
    ["another hash", sarifLog([sarifResult("a.py", { startLine: 1 })], hashed("other")), /SHA-256 differs/],
    ["a snippet that stands elsewhere", snippet("a = 1"), /no longer stands in line 3/],
    [
      "embedded source whose flagged line differs",
      sarifLog([sarifResult("a.py", { startLine: 3 })], {
        artifacts: [{ location: { uri: "a.py" }, contents: { text: "\n\nx\n" } }],
      }),
      /no longer stands/,
    ],
  ])("%s", async (_name, report, detail) => {
    const { skip, finding } = await one(report);
    expect(skip).toMatchObject({ reason: "stale", detail: expect.stringMatching(detail) });
    expect(finding.fixes).toEqual([]);
  });

  test.each([
    ["the same hash", sarifLog([sarifResult("a.py", { startLine: 1 })], hashed(FILE))],
    ["the snippet re-indented", snippet("    d  =  4")],
    ["a part of the line", snippet("= 4")],
    ["lines around it, with numbers", snippet("2: b = 🦊 + c\n3: d = 4\n")],
    ["a snippet that was cut off", snippet("d = ...")],
  ])("%s is not stale", async (_name, report) => {
    expect((await one(report)).skip).toBeUndefined();
  });

  test("a file that changed since the analyzed commit", async () => {
    const log = sarifLog([sarifResult("a.py", { startLine: 1 }), sarifResult("b.py", { startLine: 1 })], {
      versionControlProvenance: [{ revisionId: "abc123" }],
    });
    const changedSince = (revision: string, path: string) => Promise.resolve(revision === "abc123" && path === "a.py");
    const { findings } = await collect(log, { "a.py": FILE, "b.py": FILE }, { changedSince });
    expect(findings.map(({ skip }) => skip?.reason)).toEqual(["stale", undefined]);
  });
});

function arrayOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
