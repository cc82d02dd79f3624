import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readSightings } from "../../src/adapters/analyzers/ruff/sightings.ts";
import { fileErrors } from "../../src/adapters/analyzers/semgrep/own-errors.ts";
import { here, readRuffJson } from "./support.ts";

const golden = (name: string): string => readFileSync(path.join(here, "fixtures", "analyzers", name), "utf8");

describe("Ruff's gitlab format", () => {
  it("holds the same findings at the same places as its JSON", () => {
    const brief = readSightings(golden("ruff/check.gitlab"));
    const full = readRuffJson(golden("ruff/check.json")).flatMap((report) => report.findings);
    expect(full.length).toBeGreaterThan(5);
    expect(brief).toEqual(full.map(({ helpUrl, uri, ...finding }) => ({ ...finding, uri: uri?.slice(1), fixes: [] })));
  });

  it("is refused where it holds names of rules (preview mode), no columns (old versions), or is no JSON", () => {
    expect(readSightings(golden("ruff/check.preview.gitlab"))).toBeUndefined();
    expect(
      readSightings('[{"description":"x","location":{"path":"a.py","lines":{"begin":1,"end":1}}}]'),
    ).toBeUndefined();
    expect(readSightings(golden("ruff/check.concise"))).toBeUndefined();
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
