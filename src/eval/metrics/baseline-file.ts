import { z } from "zod";
import { CHECKS, type CheckCode } from "../../domain/check.ts";
import { PatchProError } from "../../domain/errors.ts";
import { EVAL_STATUSES, EVAL_TIERS } from "../../domain/eval.ts";
import { SOURCES, STRATEGIES } from "../../domain/outcome.ts";
import type { StoredEval } from "./pairs.ts";

/*
 * `evals/baselines/SUITE.json`: the run that later ones are gated against, committed with the cases, so that a machine
 * without a store has a base. One result a line, in order of case: a change of one is a change of one line.
 */

const count = z.int().min(0);

const runSchema = z.object({
  id: z.string().min(1),
  suite: z.string().min(1),
  tier: z.enum(EVAL_TIERS),
  at: count,
  commit: z.string().exactOptional(),
  dirty: z.boolean().exactOptional(),
  toolVersion: z.string(),
  prompts: z.record(z.string(), z.number()),
  models: z.array(z.string()),
  strategy: z.enum(["auto", "native", ...STRATEGIES]),
  repetitions: z.int().min(1),
  seed: z.number().exactOptional(),
  wallMs: z.number().min(0),
  note: z.string().exactOptional(),
});

const resultSchema = z.object({
  caseId: z.string().min(1),
  name: z.string().min(1),
  group: z.string(),
  variant: z.string(),
  repetition: z.int().min(1),
  status: z.enum(EVAL_STATUSES),
  reason: z.string().exactOptional(),
  check: z.enum(CHECKS).exactOptional(),
  code: z
    .custom<CheckCode>((value) => typeof value === "string" && /^[A-Z][A-Z0-9_]{1,63}$/.test(value))
    .exactOptional(),
  attempts: count.exactOptional(),
  tokens: count.exactOptional(),
  costMicroUsd: count.exactOptional(),
  wallMs: z.number().min(0),
  slices: z.object({
    rule: z.string(),
    family: z.string(),
    language: z.string(),
    strategy: z.enum(STRATEGIES).exactOptional(),
    source: z.enum(SOURCES).exactOptional(),
    recipe: z.string().exactOptional(),
  }),
});

const fileSchema = z.object({ version: z.literal(1), run: runSchema, results: z.array(resultSchema) });

/** Reads a baseline. Throws `PatchProError("input")` if the text is none. */
export function parseBaseline(text: string, file: string): StoredEval {
  const parsed = fileSchema.safeParse(asJson(text));
  if (parsed.success) return { run: parsed.data.run, results: parsed.data.results };
  const [issue] = parsed.error.issues;
  const where = issue && issue.path.length > 0 ? ` at ${issue.path.join(".")}` : "";
  throw new PatchProError(
    "input",
    `${file} is not a baseline${where}: ${issue?.message ?? "it is empty"}`,
    "Write it again with `patchpro eval gate --update`.",
  );
}

/**
 * A run as a baseline. Times and attempts of the store are left out: they differ on every machine, and would make a
 * change of every line.
 */
export function baselineText({ run, results }: StoredEval): string {
  const lines = results.map(({ attemptId: _, ...result }) => `    ${JSON.stringify({ ...result, wallMs: 0 })}`);
  return `{\n  "version": 1,\n  "run": ${JSON.stringify({ ...run, wallMs: 0 })},\n  "results": [\n${lines.join(",\n")}\n  ]\n}\n`;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
