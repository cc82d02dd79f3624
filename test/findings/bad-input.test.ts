import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeReport } from "../../src/domain/decode-report.ts";
import { PatchProError } from "../../src/domain/errors.ts";
import { readReports } from "../../src/findings/readers/detect.ts";
import { jsonFault } from "../../src/findings/readers/json-fault.ts";
import { sarifLog, sarifResult } from "./support/sarif-log.ts";

function refusal(text: string): PatchProError {
  try {
    readReports(text, "report.json");
  } catch (error) {
    if (error instanceof PatchProError) return error;
    throw error;
  }
  throw new Error("it was read");
}

describe("input that is no report is refused with the file, the place and a remedy", () => {
  test.each([
    ["empty", "", "report.json: the file is empty"],
    ["blank", " \n ", "report.json: the file is empty"],
    ["binary", "\u007fELF\u0000\u0001", "report.json: the file is binary, not text"],
    ["cut off", '[\n {"code": "F401", "mess', "report.json: 2:24: the JSON ends too early"],
    ["cut off inside an array", '{"runs": [', "report.json: 1:11: the JSON ends too early"],
    ["a comma too many", '{"runs": [1,]}', 'report.json: 1:13: not JSON: found "]}"'],
    ["XML", '<?xml version="1.0"?><checkstyle/>', "report.json: 1:1: this looks like XML, not JSON"],
    ["text output", "src/a.py:1:1: F401 unused\n", "report.json: 1:1: this looks like a tool's text output, not JSON"],
    ["JSON lines with a broken line", '{"code":"F401"}\n{"code": F}\n', 'report.json: 2:10: not JSON: found "F}"'],
    [
      "another tool",
      '{"metrics":{},"generated_at":"","results":[]}',
      "report.json: this looks like Bandit JSON, which PatchPro does not read",
    ],
    ["any JSON", '{"hello": 1}', "report.json: this is JSON, but no report that PatchPro knows"],
    ["a number", "42", "report.json: this is JSON, but no report that PatchPro knows"],
    ["broken SARIF", '{"version":"2.1.0","runs":[{"results":7}]}', "report.json: runs[0].results: not valid SARIF"],
    [
      "findings of a later version",
      '{"version":2,"tool":"x","findings":[]}',
      "report.json: version: not a findings.v1 report",
    ],
  ])("%s", (_name, text, message) => {
    const error = refusal(text);
    expect(error.message).toContain(message);
    expect(error.hint).not.toBe("");
    expect(error.code).toBe("input");
  });

  test("random bytes never do worse", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => readOrRefuse(decodeReport(bytes))).not.toThrow();
      }),
    );
  });
});

describe("large reports", () => {
  test("50 MB of SARIF are read", () => {
    const padding = "x".repeat(5000);
    const results = Array.from({ length: 10_000 }, () =>
      sarifResult("a.py", { startLine: 1, snippet: { text: padding } }),
    );
    const text = sarifLog(results);
    expect(text.length).toBeGreaterThan(50_000_000);
    expect(readReports(text, "r")[0]?.findings).toHaveLength(10_000);
  });

  test("50 MB that are no JSON are refused at the place where they stop being JSON", () => {
    expect(refusal(`["${"x".repeat(50_000_000)}", oops]`).message).toContain("report.json: 1:50000006: not JSON");
  });

  test("a hundred thousand open brackets do not overflow the stack", () => {
    expect(refusal("[".repeat(100_000)).message).toContain("ends too early");
    expect(refusal(`${"[".repeat(100_000)}${"]".repeat(100_000)}`).message).toContain("no report that PatchPro knows");
  });
});

describe("a mutated report is read or refused, never a crash", () => {
  const fixtures = ["ruff.json", "eslint.json", "semgrep.json", "semgrep.sarif", "ruff.sarif"].map((name) =>
    readFileSync(new URL(`../../fixtures/reports/${name}`, import.meta.url), "utf8"),
  );

  test("after one value was replaced by any JSON value", () => {
    fc.assert(
      fc.property(fc.constantFrom(...fixtures), fc.nat(), fc.jsonValue({ maxDepth: 2 }), (fixture, at, value) => {
        readOrRefuse(JSON.stringify(replaceNth(JSON.parse(fixture), at, value)));
      }),
      { numRuns: 400 },
    );
  });

  test("after its text was cut or a character was changed", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...fixtures),
        fc.nat(),
        fc.boolean(),
        fc.constantFrom("", "{", '"', "\\", ",", "\u0000", "é"),
        (fixture, at, cut, character) => {
          const place = at % fixture.length;
          readOrRefuse(fixture.slice(0, place) + character + (cut ? "" : fixture.slice(place + 1)));
        },
      ),
      { numRuns: 400 },
    );
  });
});

test("the place of a fault is undefined exactly for what the engine parses", () => {
  const almostJson = fc.oneof(
    fc.json(),
    fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom("", "{", "]", '"', "\\", ",", ":", "1", "-", "\n", "e"))
      .map(([text, at, character]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + character + text.slice(place + 1);
      }),
  );
  fc.assert(
    fc.property(almostJson, (text) => {
      expect(jsonFault(text) === undefined).toBe(parses(text));
    }),
    { numRuns: 2000 },
  );
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function readOrRefuse(text: string): void {
  try {
    readReports(text, "r");
  } catch (error) {
    if (!(error instanceof PatchProError)) throw error;
  }
}

/** The document with its nth value (depth first, counted round) replaced. */
function replaceNth(document: unknown, nth: number, by: unknown): unknown {
  const total = count(document);
  let left = nth % total;
  const walk = (value: unknown): unknown => {
    if (left-- === 0) return by;
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, walk(held)]));
    return value;
  };
  return walk(document);
}

function count(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return 1 + Object.values(value).reduce((sum: number, held) => sum + count(held), 0);
}
