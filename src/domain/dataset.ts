import type { CheckCode } from "./check.ts";
import type { Strategy } from "./outcome.ts";

/** What a line of an exported file is: OpenAI's chat rows, its preference pairs, or our own full record. */
export const DATASET_FORMATS = ["openai-chat", "openai-preference", "jsonl"] as const;
export type DatasetFormat = (typeof DATASET_FORMATS)[number];

export const SPLITS = ["train", "validation"] as const;
export type Split = (typeof SPLITS)[number];

/** Why something that people labelled is not in a dataset, in the order in which it is looked at. */
export const REFUSALS = [
  "not-good",
  "disputed",
  "propagated",
  "not-verified",
  "eval-run",
  "no-consent",
  "no-licence",
  "licence-not-allowed",
  "secret",
  "prompt-unreadable",
  "text-lost",
  "other-files",
  "lines-not-shown",
  "not-expressible",
  "no-failed-attempt",
  "other-findings",
  "only-blanks",
  "too-long",
  "leak",
  "duplicate",
  "not-proved",
] as const;
export type RefusalReason = (typeof REFUSALS)[number];

/** One labelled attempt that was left out. `detail` never quotes a secret. */
export interface Refused {
  readonly attemptId: string;
  readonly reason: RefusalReason;
  readonly detail: string;
}

/** Where the assistant's words of a row come from: the model's own reply, or an answer that says what the patch does. */
export type AnswerOrigin = "reply" | "accepted-patch" | "corrected-patch";

/** Where the text that a row's patch is applied to comes from: the repository's files, a commit, or the prompt itself. */
export type TextOrigin = "file" | "commit" | "prompt" | "prompt-excerpt";

/** Whether the patch of a row climbed the ladder again when the row was written. */
export type Proved = { readonly proved: true } | { readonly proved: false; readonly why: string };

/** A row with everything that is known of it: one line of the format `jsonl`, and what the other formats are cut from. */
export interface DatasetRow {
  /** SHA-256 (hex) of what is learned: system prompt, prompt and answer, and the answer not to give if there is one. */
  readonly id: string;
  readonly system: string;
  readonly prompt: string;
  readonly answer: string;
  /** What a failed attempt said to the same prompt; only of preference pairs. */
  readonly notAnswer?: string;
  readonly path: string;
  /** The file as it was when the model was asked, and as the patch leaves it. Lines that the prompt did not show may be empty. */
  readonly before: string;
  readonly after: string;
  /** Unified diff, as it was accepted or corrected. */
  readonly patch: string;
  readonly strategy: Strategy;
  readonly findings: readonly {
    readonly id: string;
    readonly tool: string;
    readonly ruleId: string;
    readonly message: string;
  }[];
  /** Of all its words, as the manifest's `tokens.method` estimates them. */
  readonly tokens: number;
  readonly provenance: Provenance;
}

/** The chain from a row back to the code: row, label, attempt, run, commit. */
export interface Provenance {
  readonly answerFrom: AnswerOrigin;
  readonly textFrom: TextOrigin;
  readonly labelId: string;
  readonly attemptId: string;
  /** The attempt whose answer is not to be given. */
  readonly failedAttemptId?: string;
  readonly failedCode?: CheckCode;
  readonly repairId: string;
  readonly runId: string;
  readonly repository: string;
  readonly licences: readonly string[];
  readonly commit?: string;
  readonly model: string;
  /** `name@version` of the prompt template. */
  readonly template: string;
  /** Equal for rows that teach the same change: rule and normalized patch. */
  readonly dupGroup: string;
}

/** A row in a list, without its texts. */
export interface DatasetItem {
  readonly itemId: string;
  readonly split: Split;
  readonly attemptId: string;
  readonly labelId: string;
  readonly findingId?: string;
  /** The repository, or the file where there is only one repository: no two splits share one. */
  readonly group: string;
  readonly dupGroup: string;
  readonly tokens: number;
}

/** One content of a dataset. The same content is never a second version. */
export interface DatasetVersion {
  readonly id: string;
  readonly dataset: string;
  /** 1-based within its dataset. */
  readonly version: number;
  /** Milliseconds since the epoch, UTC. */
  readonly createdAt: number;
  readonly format: DatasetFormat;
  readonly rows: number;
  readonly tokens: number;
  /** SHA-256 (hex) over format, files and manifest. */
  readonly contentHash: string;
}
