import type { CheckCode, CheckName } from "../../domain/check.ts";
import type { Finding } from "../../domain/finding.ts";
import type { Strategy } from "../../domain/outcome.ts";
import type { Mask } from "./mask.ts";

/** A range of lines, 1-based, `end` inclusive. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** What the analyzer's own documentation says about a rule. */
export interface RuleDoc {
  readonly summary?: string;
  readonly text: string;
  readonly url?: string;
}

/** What became of the attempt before. */
export interface Rejection {
  /** The edits or the diff that were turned down, as text. */
  readonly previous: string;
  readonly check: CheckName;
  readonly code?: CheckCode;
  /** What the check found, in its own words. */
  readonly reason: string;
}

/** A fix of the same rule that was proved before. */
export interface Example {
  readonly before: string;
  readonly after: string;
  readonly why?: string;
}

/** What a model is to repair, and all that it is told. */
export interface RepairTask {
  readonly strategy: Strategy;
  /** Relative to the repository's root, `/` between parts. */
  readonly path: string;
  /** The whole file. */
  readonly text: string;
  /** Located in `text`. In the prompt they are numbered from 1 in this order. */
  readonly findings: readonly Finding[];
  /** By rule id. */
  readonly ruleDocs: ReadonlyMap<string, RuleDoc>;
  readonly rejection?: Rejection;
  readonly examples?: readonly Example[];
  /** Tokens of source that the prompt may show. */
  readonly contextTokens: number;
  readonly maxOutputTokens: number;
  /** Whether the prompt states the shape of the reply in words, for servers that take no schema. `true` if not set. */
  readonly shapeInWords?: boolean;
}

/** A request for a model, ready to be sent. */
export interface BuiltPrompt {
  readonly system: string;
  readonly user: string;
  /** JSON Schema (draft-7, strict) of the reply; none for strategy `v1`, which asks for a diff. */
  readonly schema?: Readonly<Record<string, unknown>>;
  readonly promptName: string;
  readonly promptVersion: number;
  /** SHA-256 (hex) of the system and the user part. */
  readonly promptHash: string;
  /** The lines that the model sees, in order, not touching each other. */
  readonly shown: readonly LineRange[];
  /** Lines that were shown cut short, so that no edit of them can be right. */
  readonly locked: readonly LineRange[];
  /** What was hidden from the provider; `unmask` puts it back into the reply. */
  readonly masks: readonly Mask[];
  /** Of system and user together, by the estimate of `estimate.ts`. */
  readonly estimatedTokens: number;
}
