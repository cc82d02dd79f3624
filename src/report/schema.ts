import { z } from "zod";
import { CHECKS } from "../domain/check.ts";
import { SEVERITIES } from "../domain/finding.ts";
import { SOURCES, STRATEGIES } from "../domain/outcome.ts";

/** The format of `report.json` (design.md, section 5). Fields are added, never renamed; readers let unknown fields pass. */

const count = z.int().min(0);
const source = z.enum(SOURCES);
const strategy = z.enum(STRATEGIES).optional();

/** Which codemod made a fix. */
export const codemodName = z.object({
  id: z.string(),
  file: z.string().meta({ description: "Below the repository's root, or PatchPro's own folder." }),
  origin: z.enum(["repository", "patchpro"]),
});
const codemod = codemodName.optional();

export const checkRecord = z.object({
  name: z.enum(CHECKS),
  status: z.enum(["pass", "fail", "skip"]),
  ms: z.number().min(0),
  detail: z.string(),
  code: z.string().optional().meta({ description: "A stable code of what failed." }),
  evidence: z
    .record(z.string(), z.unknown())
    .optional()
    .meta({ description: "What was executed, for patches that failed. Those of accepted ones are in their proofs." }),
});

const checks = z.array(checkRecord);

const outcome = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("accepted"),
    source,
    strategy,
    codemod,
    patchId: z.string(),
    patch: z.string().meta({ description: "The diff, in the run's folder." }),
    proof: z.string().meta({ description: "The proof, in the run's folder." }),
    after: z.array(z.string()).meta({ description: "Ids of patches that must be applied before." }),
    unproved: z.array(z.enum(CHECKS)).meta({ description: "Checks that were not required and did not pass." }),
    note: z.string().optional(),
    checks,
  }),
  z.object({
    kind: z.literal("rejected"),
    source: source.optional(),
    strategy,
    check: z.enum(CHECKS),
    code: z.string().optional(),
    reason: z.string(),
    checks,
  }),
  z.object({ kind: z.literal("skipped"), skip: z.string(), reason: z.string(), checks }),
  z.object({ kind: z.literal("failed"), code: z.string(), reason: z.string(), checks }),
]);

const line = z.int().min(0).meta({ description: "1-based; 0 where the tool gave no place." });

const finding = z.object({
  id: z.string().meta({ description: "A fingerprint that outlives moved lines." }),
  tool: z.string(),
  ruleId: z.string(),
  path: z.string().meta({ description: "Relative to the root, `/` between parts." }),
  startLine: line,
  endLine: line,
  startColumn: z.int().min(0).meta({ description: "1-based, UTF-16 units." }),
  endColumn: z.int().min(0).meta({ description: "1-based, UTF-16 units, exclusive." }),
  severity: z.enum(SEVERITIES),
  message: z.string(),
  helpUrl: z.string().optional(),
  witnesses: z
    .array(z.object({ tool: z.string(), ruleId: z.string(), message: z.string() }))
    .meta({ description: "Other tools that reported the same." }),
  outcome,
});

const patch = z.object({
  id: z.string(),
  source,
  strategy,
  codemod,
  summary: z.string(),
  files: z.array(z.string()),
  findings: z.array(z.string()).meta({ description: "Ids of the findings it closes." }),
  patch: z.string(),
  proof: z.string(),
  after: z.array(z.string()),
  unproved: z.array(z.enum(CHECKS)),
});

const summary = z.object({
  findings: count,
  accepted: count,
  rejected: count,
  skipped: count,
  failed: count,
  files: count,
  filesPatched: count,
  patches: count,
  bySource: z.object({ native: count, codemod: count, model: count }),
  requests: count,
  costUsd: z.number().min(0).nullable().meta({ description: "Null where the price of a model is not known." }),
  promptTokens: count,
  completionTokens: count,
  wallMs: count,
});

export const reportV1 = z
  .object({
    version: z.literal(1),
    runId: z.string(),
    toolVersion: z.string(),
    startedAt: z.iso.datetime(),
    summary,
    findings: z.array(finding),
    patches: z.array(patch).meta({ description: "In the order in which they apply." }),
    combinedPatch: z.string().meta({ description: "Every accepted patch in one diff, in the run's folder." }),
    notices: z.array(z.string()),
    stopped: z
      .object({ why: z.enum(["budget", "interrupted", "outside-failed"]), detail: z.string() })
      .optional()
      .meta({ description: "Why the run ended before its work was done." }),
  })
  .meta({ title: "PatchPro report", description: "What a run found, fixed and proved." });

export type ReportV1 = z.infer<typeof reportV1>;

/** The JSON Schema (draft-7) of `report.json`; kept in `schemas/report.v1.json`. */
export function reportJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(reportV1, { target: "draft-7", io: "input" });
}
