import type { Refused } from "../../domain/dataset.ts";
import type { ExportRequest, ExportTools } from "./export.ts";
import { makePairs } from "./make-pairs.ts";
import { type DraftRow, makeRow } from "./make-row.ts";
import { forbids } from "./permission.ts";
import { secretKinds } from "./secrets.ts";
import { isRefused, type RowSource, sourceOf } from "./sources.ts";
import type { MeasuredPrompt } from "./tokens.ts";

/** What the labelled attempts of a store come to, one by one. */
export interface Gathered {
  /** In order of label and attempt. */
  readonly drafts: readonly DraftRow[];
  readonly refused: readonly Refused[];
  /** Labelled attempts that were looked at. */
  readonly considered: number;
  /** Prompts whose tokens a server counted. */
  readonly measured: readonly MeasuredPrompt[];
}

/** Rows of all labelled attempts that may be learned from, each looked at alone; why not the others. */
export async function gather(request: ExportRequest, tools: ExportTools): Promise<Gathered> {
  const drafts: DraftRow[] = [];
  const refused: Refused[] = [];
  const measured: MeasuredPrompt[] = [];
  let considered = 0;
  for await (const { trace, labels } of tools.repairs) {
    tools.signal?.throwIfAborted();
    for (const attempt of trace.attempts) {
      const source = sourceOf(trace, attempt, labels.get(attempt.id) ?? []);
      if (!source) continue;
      considered += 1;
      if (isRefused(source)) {
        refused.push(source);
        continue;
      }
      const made = await rowsOf(source, request, tools);
      for (const one of made) {
        if ("reason" in one) refused.push({ attemptId: attempt.id, ...one });
        else drafts.push(one);
      }
      if (made.some((one) => "row" in one) && attempt.promptTokens !== undefined && !attempt.replayed)
        measured.push({ text: attempt.system + attempt.prompt, tokens: attempt.promptTokens });
    }
  }
  drafts.sort((a, b) => compare(orderOf(a), orderOf(b)));
  return { drafts, refused, considered, measured };
}

const orderOf = ({ row: { id, provenance } }: DraftRow): string =>
  `${provenance.labelId} ${provenance.attemptId} ${id}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

async function rowsOf(
  source: RowSource,
  { format }: ExportRequest,
  tools: ExportTools,
): Promise<(DraftRow | Pick<Refused, "reason" | "detail">)[]> {
  const { repository } = source.trace.run;
  const forbidden = forbids(repository, tools.permissions);
  if (forbidden) return [forbidden];
  const recorded = secretKinds([source.attempt.prompt, source.attempt.reply ?? "", source.patch], tools.redact);
  if (recorded.length > 0) return [{ reason: "secret", detail: recorded.join(", ") }];
  const { licences } = tools.permissions.of(repository);
  const found = await tools.texts(source.trace);
  const made = format === "openai-preference" ? makePairs(source, licences, found) : [makeRow(source, licences, found)];
  return made.map((one) => ("reason" in one ? one : (harmOf(one, tools) ?? one)));
}

/** Why a row must not leave the house: it holds a secret, or what models are measured by. */
function harmOf({ row }: DraftRow, { redact, heldOut }: ExportTools): Pick<Refused, "reason" | "detail"> | undefined {
  const texts = [row.system, row.prompt, row.answer, row.notAnswer ?? "", row.patch, row.before, row.after];
  const kinds = secretKinds(texts, redact);
  if (kinds.length > 0) return { reason: "secret", detail: kinds.join(", ") };
  const { attemptId, failedAttemptId } = row.provenance;
  const leak = heldOut.leak({
    attemptIds: failedAttemptId === undefined ? [attemptId] : [attemptId, failedAttemptId],
    findingIds: row.findings.map(({ id }) => id),
    ruleIds: row.findings.map(({ ruleId }) => ruleId),
    patch: row.patch,
    text: row.before,
  });
  return leak === undefined ? undefined : { reason: "leak", detail: leak };
}
