import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PatchProError } from "../../src/domain/errors.ts";
import type { Outcome } from "../../src/domain/outcome.ts";
import { readReport, renderJson, toReport } from "../../src/report/json.ts";
import { nameFiles } from "../../src/report/numbering.ts";
import { reportJsonSchema } from "../../src/report/schema.ts";
import { summarize } from "../../src/report/summary.ts";
import { finding, PASSED, patchOf, run, STILL_FIRES, sampleRun } from "./sample.ts";

const outcomes = fc.array(fc.constantFrom("accepted", "rejected", "skipped", "failed"), { maxLength: 40 });

/** A run with one finding for each outcome, in that order. */
function runOf(kinds: readonly string[]) {
  const findings = kinds.map((_, at) => finding({ id: `f${at}`, path: `src/${at % 3}.py` }));
  const patches = findings.flatMap((each, at) => (kinds[at] === "accepted" ? [patchOf(`p${at}`, [each])] : []));
  const outcomeOf = (kind: string, at: number): Outcome => {
    if (kind === "accepted") return { kind, source: "native", patchId: `p${at}`, checks: PASSED };
    if (kind === "rejected") return { kind, check: "cleared", reason: "still there", checks: [STILL_FIRES] };
    if (kind === "skipped") return { kind, skip: "no-fix", reason: "no fix" };
    return { kind: "failed", code: "LLM_TIMEOUT", reason: "too slow" };
  };
  return run(
    findings.map((each, at) => ({ finding: each, outcome: outcomeOf(kinds[at] ?? "", at) })),
    patches,
  );
}

describe("the numbers of a run", () => {
  it("always add up to the findings read", () => {
    fc.assert(
      fc.property(outcomes, (kinds) => {
        const summary = summarize(runOf(kinds));
        expect(summary.accepted + summary.rejected + summary.skipped + summary.failed).toBe(summary.findings);
        expect(summary.bySource.native + summary.bySource.codemod + summary.bySource.model).toBe(summary.accepted);
        expect(summary.findings).toBe(kinds.length);
      }),
    );
  });

  it("say that the cost is not known, and not that it is nothing", () => {
    expect(summarize(run([], [], { costUsd: undefined })).costUsd).toBeNull();
    expect(summarize(run([])).costUsd).toBe(0);
  });
});

describe("report.json", () => {
  it("holds what other programs rely on", () => {
    const report = toReport(sampleRun());
    expect(report).toMatchObject({
      version: 1,
      runId: "20261122-101530-7f3a",
      summary: {
        findings: 16,
        accepted: 5,
        rejected: 6,
        skipped: 4,
        failed: 1,
        files: 7,
        filesPatched: 3,
        bySource: { native: 4, codemod: 0, model: 1 },
        costUsd: 0.0234,
        promptTokens: 18_204,
        completionTokens: 2_911,
        wallMs: 8422,
      },
      combinedPatch: "combined.diff",
    });
    expect(report.findings[3]).toMatchObject({
      id: "mutable",
      tool: "ruff",
      ruleId: "B006",
      path: "src/shop/orders/service.py",
      startLine: 42,
      endLine: 42,
      severity: "error",
      outcome: {
        kind: "accepted",
        source: "model",
        strategy: "single",
        patch: "patches/0004-B006-orders-service.py.diff",
        proof: "proofs/0004-B006-orders-service.py.json",
        after: ["p-unused-0"],
        unproved: ["tests"],
      },
    });
    expect(report.findings[5]?.outcome).toMatchObject({
      kind: "rejected",
      check: "cleared",
      checks: [{ name: "cleared", status: "fail", ms: 9, detail: "B006 is still reported at line 10" }],
    });
  });

  it("reads back as it was written", () => {
    const result = { ...sampleRun(), stopped: { why: "budget" as const, detail: "1 USD spent" } };
    const text = [...renderJson(result)].join("");
    expect(text).toBe(`${JSON.stringify(toReport(result), null, 2)}\n`);
    expect(readReport(text, "report.json")).toEqual(JSON.parse(text));
    expect(readReport(text, "report.json").stopped).toEqual({ why: "budget", detail: "1 USD spent" });
  });

  it("fits its JSON Schema for any mixture of outcomes, also when the run was stopped", () => {
    const ajv = new Ajv({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(reportJsonSchema());
    expect(validate(JSON.parse([...renderJson(sampleRun())].join(""))), JSON.stringify(validate.errors)).toBe(true);
    fc.assert(
      fc.property(
        outcomes,
        (kinds) =>
          void expect(
            validate(JSON.parse([...renderJson(runOf(kinds))].join(""))),
            JSON.stringify(validate.errors),
          ).toBe(true),
      ),
    );
  });

  it("is described by schemas/report.v1.json (else: node scripts/write-schemas.ts)", () => {
    expect(JSON.parse(readFileSync(new URL("../../schemas/report.v1.json", import.meta.url), "utf8"))).toEqual(
      reportJsonSchema(),
    );
  });

  it("lets fields pass that a newer PatchPro added, and refuses another version by name", () => {
    const report = { ...toReport(run([])), addedLater: true };
    expect(readReport(JSON.stringify(report), "r.json").runId).toBe("20261122-101530-7f3a");
    expect(() => readReport(JSON.stringify({ ...report, version: 2 }), "r.json")).toThrow(
      "r.json is a report of version 2; this PatchPro reads version 1",
    );
    for (const text of ["", "{}", "null", "[1]"]) expect(() => readReport(text, "r.json")).toThrow(PatchProError);
  });
});

describe("names of patch files", () => {
  it("are unique and safe on every file system, whatever rules and paths are called", () => {
    const names = fc.string({
      unit: fc.constantFrom("a", "A", "/", "\\", ":", "*", "?", ".", " ", "é", "\u0000", "CON", "..", "\u202e"),
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(names, names), { maxLength: 12 }), (pairs) => {
        const patches = pairs.map(([ruleId, path], at) => patchOf(`p${at}`, [finding({ ruleId, path })]));
        const files = [...nameFiles(patches).values()];
        expect(new Set(files.map(({ patch }) => patch.toLowerCase())).size).toBe(pairs.length);
        for (const { patch, proof } of files) {
          expect(patch).toMatch(/^patches\/\d{4}[A-Za-z0-9._-]{0,80}\.diff$/);
          expect(proof.slice("proofs/".length, -".json".length)).toBe(patch.slice("patches/".length, -".diff".length));
        }
      }),
    );
  });

  it("do not change when further patches come", () => {
    const [one, two] = [patchOf("a", [finding()]), patchOf("b", [finding({ ruleId: "B006" })])];
    expect(nameFiles([one, two]).get("a")).toEqual(nameFiles([one]).get("a"));
    expect(nameFiles([one]).get("a")?.patch).toBe("patches/0001-F401-shop-cart.py.diff");
  });
});
