import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** What the bench reads of `report.json`: its public fields, by a schema of its own. */
const reportJson = z.object({
  summary: z.object({
    findings: z.number(),
    accepted: z.number(),
    rejected: z.number(),
    skipped: z.number(),
    failed: z.number(),
  }),
  findings: z.array(
    z.object({
      id: z.string(),
      ruleId: z.string(),
      path: z.string(),
      startLine: z.number(),
      message: z.string(),
      outcome: z.object({
        kind: z.enum(["accepted", "rejected", "skipped", "failed"]),
        patchId: z.string().optional(),
        check: z.string().optional(),
        code: z.string().optional(),
        skip: z.string().optional(),
        reason: z.string().optional(),
        checks: z.array(
          z.object({
            status: z.string(),
            evidence: z
              .object({ added: z.array(z.object({ path: z.string(), rule: z.string() })).optional() })
              .optional(),
          }),
        ),
      }),
    }),
  ),
  patches: z.array(
    z.object({
      id: z.string(),
      patch: z.string(),
      files: z.array(z.string()),
      findings: z.array(z.string()),
      after: z.array(z.string()),
    }),
  ),
  combinedPatch: z.string(),
  notices: z.array(z.string()),
});

export type RunReport = z.infer<typeof reportJson>;
export type RunFinding = RunReport["findings"][number];
export type RunPatch = RunReport["patches"][number];

/** A finished run of PatchPro: its report and where its files are. */
export interface FinishedRun {
  readonly folder: string;
  readonly report: RunReport;
}

/** Reads a run's folder. */
export function readRun(folder: string): FinishedRun {
  return { folder, report: reportJson.parse(JSON.parse(readFileSync(path.join(folder, "report.json"), "utf8"))) };
}

/** Why a finding was not accepted, short enough to group by. */
export function reasonOf({ outcome }: RunFinding): string {
  if (outcome.kind === "rejected") return `rejected ${outcome.check} ${outcome.code ?? ""}`.trim();
  return outcome.kind === "skipped" ? `skipped ${outcome.skip}` : `${outcome.kind} ${outcome.code ?? ""}`.trim();
}
