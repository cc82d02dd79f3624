import { z } from "zod";
import { sha256 } from "../domain/digest.ts";
import { messageOf, PatchProError } from "../domain/errors.ts";
import { SEVERITIES } from "../domain/finding.ts";
import { type AcceptedPatch, SOURCES, STRATEGIES } from "../domain/outcome.ts";
import { aroundEdit } from "../patch/around.ts";
import { plural } from "./amounts.ts";
import { recordOf } from "./json.ts";
import type { PatchFiles } from "./numbering.ts";
import { checkRecord, codemodName } from "./schema.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The format of a proof (design.md, section 2): the evidence for one accepted patch, enough to replay it. */
export const proofV1 = z.object({
  version: z.literal(1),
  patchId: z.string(),
  runId: z.string(),
  toolVersion: z.string(),
  createdAt: z.iso.datetime(),
  summary: z.string(),
  findings: z.array(
    z.object({
      id: z.string(),
      tool: z.string(),
      ruleId: z.string(),
      path: z.string(),
      startLine: z.int(),
      startColumn: z.int(),
      endLine: z.int(),
      endColumn: z.int(),
      severity: z.enum(SEVERITIES),
      message: z.string(),
    }),
  ),
  source: z.enum(SOURCES),
  strategy: z.enum(STRATEGIES).optional(),
  applicability: z.enum(["safe", "unsafe", "display", "unknown"]).optional(),
  codemod: codemodName.optional(),
  attempt: z.object({ id: z.string(), model: z.string().optional(), promptVersion: z.string().optional() }).optional(),
  checks: z.array(checkRecord),
  /** SHA-256 of each file's bytes; null: the file does not exist on that side. */
  files: z.array(z.object({ path: z.string(), before: hash.nullable(), after: hash.nullable() })),
  /** What is replaced, in UTF-16 offsets of the files before (end exclusive). `around`: the text there, and on both sides of it. */
  edits: z.array(
    z.object({
      path: z.string(),
      start: z.int().min(0),
      end: z.int().min(0),
      text: z.string(),
      around: z.object({ start: z.int().min(0), text: z.string() }).optional(),
    }),
  ),
  /** The diff in the run's folder, and the SHA-256 of its bytes. */
  patch: z.string(),
  patchSha256: hash,
  /** Ids of patches that must be applied before. */
  after: z.array(z.string()),
  unproved: z.array(z.string()),
  replay: z.object({ command: z.array(z.string()).min(1) }),
});

export type ProofV1 = z.infer<typeof proofV1>;

/** What a proof says besides the patch itself. */
export interface ProofContext {
  readonly runId: string;
  readonly toolVersion: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly files: PatchFiles;
  /** The run's folder as a person types it, relative to the root. */
  readonly runFolder: string;
  /** Of the attempt that made the patch, where a model did. */
  readonly model?: string;
  readonly promptVersion?: string;
}

/** Builds the proof of an accepted patch. */
export function buildProof(patch: AcceptedPatch, context: ProofContext): ProofV1 {
  const { candidate } = patch;
  const before = new Map(candidate.changes.map((change) => [change.path, change.before ?? ""]));
  return {
    version: 1,
    patchId: candidate.id,
    runId: context.runId,
    toolVersion: context.toolVersion,
    createdAt: new Date(context.createdAt).toISOString(),
    summary: candidate.summary,
    findings: candidate.findings.map(
      ({ id, tool, ruleId, path, startLine, startColumn, endLine, endColumn, severity, message }) => ({
        id,
        tool,
        ruleId,
        path,
        startLine,
        startColumn,
        endLine,
        endColumn,
        severity,
        message,
      }),
    ),
    source: candidate.source,
    ...(candidate.strategy !== undefined && { strategy: candidate.strategy }),
    ...(candidate.applicability !== undefined && { applicability: candidate.applicability }),
    ...(candidate.codemod && { codemod: { ...candidate.codemod } }),
    ...(candidate.attemptId !== undefined && { attempt: attemptOf(candidate.attemptId, context) }),
    checks: patch.checks.map((check) => recordOf(check, true)),
    files: patch.files.map((file) => ({ ...file })),
    edits: candidate.edits.map(({ path, start, end, text }) => {
      const around = aroundEdit(before.get(path) ?? "", { start, end });
      return { path, start, end, text, around };
    }),
    patch: context.files.patch,
    patchSha256: sha256(patch.diff),
    after: [...patch.after],
    unproved: [...patch.unproved],
    replay: { command: ["patchpro", "verify", `${context.runFolder}/${context.files.proof}`] },
  };
}

/** The proof as written beside the patch, with a line end. */
export function renderProof(proof: ProofV1): string {
  return `${JSON.stringify(proof, null, 2)}\n`;
}

/** Reads a proof back. Throws `PatchProError("input")` for anything else; `file` is for the message. */
export function readProof(text: string, file: string): ProofV1 {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new PatchProError("input", `${file} is not JSON: ${messageOf(error)}`, "Give a proof, or a diff.", {
      cause: error,
    });
  }
  const parsed = proofV1.safeParse(data);
  if (!parsed.success) {
    const [first, ...more] = parsed.error.issues;
    const where = first?.path.join(".") || "the whole";
    throw new PatchProError(
      "input",
      `${file} is not a proof of PatchPro: ${where}: ${first?.message}${more.length > 0 ? ` (and ${plural(more.length, "more problem")})` : ""}`,
      "Give a file of a run's `proofs` folder.",
    );
  }
  return parsed.data;
}

function attemptOf(id: string, { model, promptVersion }: ProofContext): NonNullable<ProofV1["attempt"]> {
  return { id, ...(model !== undefined && { model }), ...(promptVersion !== undefined && { promptVersion }) };
}
