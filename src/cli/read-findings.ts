import { decodeReport } from "../domain/decode-report.ts";
import type { Report } from "../domain/finding.ts";
import { readReports } from "../findings/readers/detect.ts";
import { readInput } from "./wire.ts";

/** Reads the reports named by `--findings`: files, folders (every report in and below them), and `-` for standard input. Throws `PatchProError("input")`. */
export async function readFindings(names: readonly string[], cwd: string): Promise<Report[]> {
  const reports: Report[] = [];
  for (const name of names) {
    for (const { source, bytes } of await readInput(name, cwd, [".json", ".sarif", ".jsonl", ".ndjson"])) {
      reports.push(...readReports(decodeReport(bytes), source));
    }
  }
  return reports;
}
