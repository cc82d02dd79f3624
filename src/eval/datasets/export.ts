import type { DatasetFormat, DatasetRow, Proved, Refused, Split } from "../../domain/dataset.ts";
import type { Label } from "../../domain/label.ts";
import type { RepairTrace } from "../../domain/trace.ts";
import type { TextFound } from "./base-text.ts";
import { checkLine } from "./check-line.ts";
import { gather } from "./gather.ts";
import type { HeldOutIndex } from "./held-out.ts";
import { lineOf } from "./lines.ts";
import { type Leaving, provedAgain, withoutDuplicates, withTokens } from "./narrow.ts";
import type { Permissions } from "./permission.ts";
import type { Prove } from "./prove.ts";
import type { Redact } from "./secrets.ts";
import { type Splitting, splitRows } from "./split.ts";
import { type TokenRule, tokenRule } from "./tokens.ts";

/** What to export. */
export interface ExportRequest {
  readonly format: DatasetFormat;
  /** Tokens that one row may have. */
  readonly maxTokens: number;
  /** Share of validation, 0 to 0.5. */
  readonly validation: number;
  readonly seed: number;
  readonly weights: boolean;
  /** Rows that cannot be proved again here are left out too. */
  readonly onlyProved: boolean;
}

/** A labelled repair, whole. */
export interface LabelledRepair {
  readonly trace: RepairTrace;
  /** By attempt. */
  readonly labels: ReadonlyMap<string, readonly Label[]>;
}

/** What an export works with. */
export interface ExportTools {
  readonly repairs: AsyncIterable<LabelledRepair>;
  readonly permissions: Permissions;
  readonly heldOut: HeldOutIndex;
  readonly redact: Redact;
  /** Texts that a file of a run may have had, likeliest first. */
  texts(trace: RepairTrace): Promise<readonly TextFound[]>;
  /** Undefined: nothing is proved again. */
  readonly prove: Prove | undefined;
  readonly signal?: AbortSignal;
}

/** One row as it will be written. */
export interface ExportedRow {
  readonly row: DatasetRow;
  readonly split: Split;
  readonly group: string;
  /** Without its line end. */
  readonly line: string;
  readonly proof: Proved;
}

/** Everything that an export came to. */
export interface Exported {
  /** In order of label and attempt. */
  readonly rows: readonly ExportedRow[];
  readonly refused: readonly Refused[];
  /** Labelled attempts that were looked at. */
  readonly considered: number;
  readonly splitting: Splitting;
  readonly tokenRule: TokenRule;
}

/**
 * Makes rows of labelled attempts: what may not, cannot or need not be learned from is left out with a reason, and each line
 * is read back before anybody sees it. Nothing is written here. The same store and request give the same rows.
 */
export async function exportRows(request: ExportRequest, tools: ExportTools): Promise<Exported> {
  const { drafts, refused: refusedAlone, considered, measured } = await gather(request, tools);
  const refused = [...refusedAlone];
  const rule = tokenRule(measured);
  const left: Leaving = { refused };
  const fitting = withTokens(drafts, rule, request.maxTokens, left);
  const unique = withoutDuplicates(fitting, left);
  const proved = await provedAgain(unique, request.onlyProved, tools.prove, left);
  const splitting = splitRows(
    proved.map(({ row }) => ({ repository: row.provenance.repository, path: row.path })),
    request.validation,
    request.seed,
  );
  const rows = proved.map(({ row, asked, proof }, at): ExportedRow => {
    const { split, group } = splitting.rows[at] ?? { split: "train" as const, group: "" };
    const line = lineOf(row, request.format, { split, weights: request.weights });
    checkLine(line, request.format, row, asked);
    return { row, split, group, line, proof };
  });
  return { rows, refused, considered, splitting, tokenRule: rule };
}
