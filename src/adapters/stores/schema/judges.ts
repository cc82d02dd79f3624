import type { TableSpec } from "./columns.ts";

/** Judges, their calls and how they were measured: tables of migration 4. Their verdicts are in `judgement`. */
export const JUDGE_TABLES = {
  judge: {
    columns: {
      id: "text",
      criterion: "text",
      model: "text",
      params_json: "text",
      prompt: "text",
      prompt_hash: "text",
      rubric_hash: "text",
      examples_json: "text",
      created_at: "int",
    },
    key: ["id"],
    merge: "first",
  },
  /** Every request to a judge; a judgement has the id of its call. */
  judge_call: {
    columns: {
      id: "text",
      judge_id: "text",
      attempt_id: "text",
      purpose: "text",
      sample: "int",
      answered_by: "text?",
      code: "text?",
      reason: "text?",
      system_sha: "sha",
      prompt_sha: "sha",
      reply_sha: "sha?",
      prompt_tokens: "int?",
      completion_tokens: "int?",
      cost_micro_usd: "int?",
      latency_ms: "int",
      replayed: "int",
      at: "int",
    },
    key: ["id"],
    merge: "first",
  },
  calibration: {
    columns: {
      id: "text",
      judge_id: "text",
      criterion: "text",
      true_pass: "int",
      false_pass: "int",
      false_fail: "int",
      true_fail: "int",
      grade: "text",
      answered_by: "text",
      at: "int",
      expires_at: "int",
      report_sha: "sha",
    },
    key: ["id"],
    merge: "first",
  },
  label_draw: {
    columns: { attempt_id: "text", criterion: "text", at: "int", probability: "real", stratum: "text" },
    key: ["attempt_id", "criterion", "at"],
    merge: "first",
  },
  judge_correction: {
    columns: {
      id: "text",
      attempt_id: "text",
      criterion: "text",
      judgement_id: "text",
      verdict: "text",
      note_sha: "sha?",
      rater: "text",
      at: "int",
    },
    key: ["id"],
    merge: "first",
  },
} as const satisfies Record<string, TableSpec>;

export const JUDGE_INDEXES: readonly string[] = [
  "create index judgement_of_judge on judgement (judge, id)",
  "create index judge_call_of_attempt on judge_call (attempt_id, id)",
  "create index calibration_of_judge on calibration (judge_id, id)",
];
