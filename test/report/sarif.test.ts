import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineIndex } from "../../src/patch/lines.ts";
import { renderSarif } from "../../src/report/sarif.ts";
import { sarifFix, sarifLocation } from "../../src/report/sarif-fix.ts";
import { finding, patchOf, run, sampleRun } from "./sample.ts";
import { sarifSchema } from "./sarif-schema.ts";

const text = fc
  .array(fc.constantFrom("a", "b", "é🎉", "", "x = 1", "\t"), { maxLength: 8 })
  .chain((lines) => fc.constantFrom("\n", "\r\n", "\r").map((end) => lines.join(end)));

/** What a reader of SARIF does with a fix of one file. */
function applied(before: string, after: string): string {
  const patch = patchOf("p", [finding()], { changes: [{ path: "f", before, after, encoding: "utf8" }] });
  const index = new LineIndex(before, "universal");
  let result = before;
  for (const { deletedRegion: region, insertedContent } of [
    ...(sarifFix(patch)?.artifactChanges[0]?.replacements ?? []),
  ].reverse()) {
    const start = index.offset({ line: region.startLine, column: region.startColumn });
    const end = index.offset({ line: region.endLine, column: region.endColumn });
    if (start === undefined || end === undefined) throw new Error(`no such place: ${JSON.stringify(region)}`);
    result = result.slice(0, start) + (insertedContent?.text ?? "") + result.slice(end);
  }
  return result;
}

describe("fixes in SARIF", () => {
  it("give exactly the patched text", () => {
    fc.assert(
      fc.property(text, text, (before, after) => void expect(applied(before, after)).toBe(after)),
      { numRuns: 500 },
    );
  });

  it("do not count a byte-order mark", () => {
    expect(applied("\uFEFFa\nb\n", "\uFEFFc\nb\n")).toBe("\uFEFFc\nb\n");
  });

  it("are left out where SARIF cannot say them", () => {
    expect(sarifFix({ ...patchOf("p", [finding()]), after: ["q"] })).toBeUndefined();
    expect(
      sarifFix(
        patchOf("p", [finding()], { changes: [{ path: "new.py", before: null, after: "x", encoding: "utf8" }] }),
      ),
    ).toBeUndefined();
  });

  it("name files by URI, whatever they are called", () => {
    expect(sarifLocation("a b/c:d/100%/é#?.py").uri).toBe("a%20b/c%3Ad/100%25/%C3%A9%23%3F.py");
    expect(sarifLocation("\ud800.py").uri).toBe("%EF%BF%BD.py");
  });
});

describe("a run in SARIF", () => {
  it("has the shape of SARIF 2.1.0", () => {
    const log = sarifSchema.parse(JSON.parse(renderSarif(sampleRun())));
    expect(log.runs.map((each) => each.tool.driver.name)).toEqual(["ruff", "eslint"]);
    expect(log.runs.flatMap(({ results }) => results)).toHaveLength(16);
    for (const { results, tool } of log.runs)
      for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(log.runs[0]?.results.filter(({ fixes }) => fixes)).toHaveLength(3);
    expect(sarifSchema.parse(JSON.parse(renderSarif(run([])))).runs).toHaveLength(1);
  });

  it("keeps category and fingerprint from run to run, so that alerts stay the same", () => {
    const [one, two] = [sampleRun(), { ...sampleRun(), runId: "another" }].map(
      (each) => sarifSchema.parse(JSON.parse(renderSarif(each))).runs[0],
    );
    const category = (id = ""): string => id.slice(0, id.lastIndexOf("/"));
    expect(category(one?.automationDetails.id)).toBe(category(two?.automationDetails.id));
    expect(one?.results.map((each) => each.partialFingerprints)).toEqual(
      two?.results.map((each) => each.partialFingerprints),
    );
  });

  it("marks what is silenced, so that no alert comes of it", () => {
    const log = sarifSchema.parse(
      JSON.parse(
        renderSarif(run([{ finding: finding(), outcome: { kind: "skipped", skip: "suppressed", reason: "noqa" } }])),
      ),
    );
    expect(log.runs[0]?.results[0]?.suppressions).toEqual([{ kind: "external", justification: "noqa" }]);
  });

  it("stays within GitHub's limits and says what does not fit", () => {
    const many = Array.from({ length: 25_003 }, (_, at) =>
      finding({ id: `f${at}`, severity: at === 25_002 ? "error" : "info", message: "m".repeat(at === 0 ? 2000 : 1) }),
    );
    const tools = Array.from({ length: 22 }, (_, at) => finding({ tool: `tool-${at}` }));
    const findings = [...many, ...tools].map((each) => ({
      finding: each,
      outcome: { kind: "skipped", skip: "no-fix", reason: "" } as const,
    }));
    const { runs } = sarifSchema.parse(JSON.parse(renderSarif(run(findings))));
    expect(runs).toHaveLength(20);
    expect(runs[0]?.results).toHaveLength(25_000);
    expect(runs[0]?.results[0]?.level).toBe("error");
    const notes = runs[0]?.invocations[0]?.toolExecutionNotifications.map(({ message }) => message.text);
    expect(notes).toEqual([
      "3 findings of further tools are not in this file: a file may have 20 runs.",
      "3 of the less severe findings are not in this file: a run may have 25000 results.",
    ]);
  });
});
