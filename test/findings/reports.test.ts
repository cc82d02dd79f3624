import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { decodeReport } from "../../src/domain/decode-report.ts";
import { PatchProError } from "../../src/domain/errors.ts";
import type { Report } from "../../src/domain/finding.ts";
import { readReports } from "../../src/findings/readers/detect.ts";

const DATA = fileURLToPath(new URL("../../../shared/data/", import.meta.url));
const present = existsSync(`${DATA}reports/manifest.json`);

const manifestSchema = z.object({
  files: z.array(z.object({ file: z.string(), format: z.string(), tool: z.string(), findings: z.number() })),
});
type Entry = z.infer<typeof manifestSchema>["files"][number];
type Read =
  | { entry: Entry; reports: Report[]; refusal?: undefined }
  | { entry: Entry; reports?: undefined; refusal: PatchProError };

/** The formats that PatchPro reads. */
const OURS = new Set(["sarif", "semgrep-json", "eslint-json"]);

/** Where the count differs from the manifest's (which counts results), and why. */
const DEVIATIONS: Readonly<Record<string, { findings: number; why: string }>> = {
  "sarif/flawfinder/DefectDojo__django-DefectDojo@7cfa159a__unittests__scans__sarif__flawfinder.sarif": {
    findings: 53,
    why: 'one of the 54 results is of kind "pass"',
  },
};

function readAll(): Read[] {
  const { files } = manifestSchema.parse(JSON.parse(readFileSync(`${DATA}reports/manifest.json`, "utf8")));
  return files.map((entry): Read => {
    try {
      return { entry, reports: readReports(decodeReport(readFileSync(`${DATA}${entry.file}`)), entry.file) };
    } catch (error) {
      if (error instanceof PatchProError) return { entry, refusal: error };
      throw new Error(`${entry.file} must be read or refused`, { cause: error });
    }
  });
}

describe.skipIf(!present)(
  `real reports${present ? "" : " (skipped: ../shared/data/reports is not on this machine)"}`,
  () => {
    const all = present ? readAll() : [];

    test("each of the 232 is read, or refused with a sentence that names the file, what is wrong and what to do", () => {
      expect(all).toHaveLength(232);
      for (const { refusal, entry } of all) {
        if (!refusal) continue;
        expect(refusal.code).toBe("input");
        expect(refusal.message).toContain(entry.file);
        expect(refusal.message.length).toBeGreaterThan(entry.file.length + 20);
        expect(refusal.hint).toMatch(/\.$/);
      }
      console.log(table(all));
    });

    test("every report in a format of ours has exactly the findings that the manifest counted", () => {
      for (const { entry, reports, refusal } of all) {
        if (!OURS.has(entry.format)) continue;
        if (refusal) {
          expect(refusal.message, "the only broken one").toMatch(
            /invalid-sarif\.sarif: runs\[0\]\.results: not valid SARIF/,
          );
          continue;
        }
        const expected = DEVIATIONS[entry.file.replace(/^reports\//, "")]?.findings ?? entry.findings;
        expect(reports.flatMap((one) => one.findings).length, entry.file).toBe(expected);
      }
    });

    test("no result of a format of ours was unreadable", () => {
      const unreadable = all
        .flatMap(({ reports }) => reports ?? [])
        .flatMap((one) => one.notices)
        .filter((notice) => notice.includes("cannot be read"));
      expect(unreadable).toEqual([]);
    });

    test("reports of other tools are refused by name, except those that say nothing but null", () => {
      for (const { entry, refusal } of all) {
        if (OURS.has(entry.format) || !refusal || entry.file.endsWith("legacy_no_vuln.json")) continue;
        expect(refusal.message, entry.file).toMatch(/this looks like .+, which PatchPro does not read/);
      }
    });
  },
);

function table(all: readonly Read[]): string {
  const rows = [...Map.groupBy(all, ({ entry }) => entry.format)].map(([format, some]) => {
    const read = some.filter(({ reports }) => reports !== undefined);
    const reports = read.flatMap((one) => one.reports ?? []);
    const findings = reports.flatMap((one) => one.findings);
    return [
      format,
      some.length,
      read.length,
      some.length - read.length,
      findings.length,
      findings.filter((one) => one.fixes.length > 0).length,
      findings.filter((one) => one.suppressed).length,
    ];
  });
  const head = ["format", "files", "read", "refused", "findings", "with fixes", "suppressed"];
  return [head, ...rows].map((row) => row.map((cell) => String(cell).padEnd(13)).join("")).join("\n");
}
