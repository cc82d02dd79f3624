import type { DatasetFormat, DatasetRow } from "../../domain/dataset.ts";
import { applySections } from "./apply-patch.ts";
import { readLine } from "./lines.ts";
import { patchSections } from "./patch-sections.ts";
import { type Asked, readAnswer } from "./read-answer.ts";

/**
 * Reads a line back through its schema, applies its patch and reads its answer again: both must give the text that was
 * accepted. Throws an `Error` otherwise, which is a bug of ours: nothing of the dataset is written then.
 */
export function checkLine(line: string, format: DatasetFormat, row: DatasetRow, asked: Asked): void {
  const wrong = wrongIn(line, format, row, asked);
  if (wrong !== undefined)
    throw new Error(`the row of attempt ${row.provenance.attemptId} cannot be read back: ${wrong}`);
}

function wrongIn(line: string, format: DatasetFormat, row: DatasetRow, asked: Asked): string | undefined {
  const read = readLine(line, format);
  if ("wrong" in read) return read.wrong;
  if (read.system !== row.system || read.prompt !== row.prompt || read.notAnswer !== row.notAnswer)
    return "its texts differ";
  const sections = patchSections(row.patch);
  if (!sections || applySections(row.before, sections) !== row.after) return "its patch does not apply";
  return readAnswer(read.answer, asked)?.after === row.after ? undefined : "its answer gives another text";
}
