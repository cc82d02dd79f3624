import { systemClock } from "../../adapters/system/clock.ts";
import { PatchProError } from "../../domain/errors.ts";
import { readRefusals } from "../../eval/datasets/read-refusals.ts";
import { refusedGroups } from "../../server/datasets.ts";
import type { JobOrder, JobResult, PreviewRow } from "../../server/job-api.ts";
import { readSearch } from "../../server/search.ts";
import { FEWEST_ROWS, tooFewRows, USUAL_EXPORT } from "../loop/export-usual.ts";
import { type ExportOrder, type PreparedExport, prepareExport, writeExport } from "./dataset-export.ts";
import { belowRoot, type PageDesk } from "./page-desk.ts";

const SHOWN = 3;
const LONGEST_SHOWN = 600;

/** An export with the usual options: all of it in memory, and then written if the order says so and the rows suffice. */
export async function exportForPage(
  { format, q, write }: Extract<JobOrder, { kind: "export" }>,
  { root, config, context }: PageDesk,
): Promise<JobResult> {
  const { query, problems } = readSearch(q, systemClock.now());
  const [problem] = problems;
  if (problem) throw new PatchProError("input", problem.message, "Write the query as in the search of the traces.");
  const order: ExportOrder = { ...USUAL_EXPORT, format, query, queryText: q };
  const prepared = await prepareExport(root, config, order, context);
  context.signal.throwIfAborted();
  const lack = tooFewRows(prepared, FEWEST_ROWS);
  if (lack && write) throw lack;
  const shown = shownExport(prepared, lack);
  if (!write) return { ...shown, written: undefined };
  const { place, version, known } = await writeExport(root, config, order, prepared, undefined);
  const name = `${version.dataset} v${version.version}`;
  return { ...shown, written: { id: version.id, name, folder: belowRoot(root, place), known } };
}

function shownExport({ exported, folder }: PreparedExport, lack: PatchProError | undefined) {
  const { manifest } = folder;
  const rowsOf = (split: string): number => manifest.files.find((file) => file.split === split)?.rows ?? 0;
  return {
    kind: "export" as const,
    format: manifest.format,
    considered: manifest.considered,
    train: rowsOf("train"),
    validation: rowsOf("validation"),
    tokens: manifest.tokens.total,
    proved: manifest.proved.again,
    refused: refusedGroups(readRefusals(folder.refusals)),
    warnings: manifest.warnings,
    preview: exported.rows.slice(0, SHOWN).map(previewOf),
    tooFew: lack?.message,
  };
}

function previewOf({ row, split }: PreparedExport["exported"]["rows"][number]): PreviewRow {
  return {
    attemptId: row.provenance.attemptId,
    rules: [...new Set(row.findings.map(({ ruleId }) => ruleId))],
    path: row.path,
    split,
    tokens: row.tokens,
    answer: clipped(row.answer),
    notAnswer: row.notAnswer === undefined ? undefined : clipped(row.notAnswer),
  };
}

const clipped = (text: string): string => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);
