import type { FileChange } from "../domain/outcome.ts";
import { encodeText } from "../domain/text.ts";
import { arrangeEdits, type TextEdit } from "./apply.ts";
import { changedSpan } from "./edits.ts";
import { type FileMode, gitHeader } from "./git-header.ts";
import { formatHunks } from "./hunks.ts";
import { changedLines } from "./line-blocks.ts";
import { LineIndex } from "./lines.ts";

/** One file's part of a git diff: `header` is UTF-8 when written, `hunks` is in the file's own encoding. */
export interface FileDiff {
  readonly path: string;
  readonly header: string;
  readonly hunks: string;
  readonly encoding: FileChange["encoding"];
}

/** A change of one file; `mode` is used where the file is new or goes. 100644 if not said. */
export type DiffableChange = FileChange & { readonly mode?: FileMode };

export interface DiffOptions {
  /** Unchanged lines around a change; 3 if not said. */
  readonly context?: number;
}

export interface EditDiffOptions extends DiffOptions {
  readonly encoding?: FileChange["encoding"];
  /** `new LineIndex(before, "git")`, where the caller keeps one. */
  readonly index?: LineIndex;
}

const CONTEXT = 3;

/**
 * The diff of a file that stays, from edits (UTF-16 offsets into `before`) that `applyEdits` accepts. Undefined if they change nothing.
 * Looks only at the lines that are touched. Throws `RangeError` for edits that overlap or are out of range, which is the caller's bug.
 */
export function diffFromEdits(
  path: string,
  before: string,
  edits: readonly TextEdit[],
  options: EditDiffOptions = {},
): FileDiff | undefined {
  const arranged = arrangeEdits(edits, before.length);
  if (!arranged.ok) throw new RangeError(`${path}: ${arranged.reason} in edits to diff`);
  const hunks = hunksOf(before, arranged.edits, options);
  if (hunks === "") return undefined;
  const header = gitHeader({ path, before, after: before }, "100644", true);
  return { path, header, hunks, encoding: options.encoding ?? "utf8" };
}

/** The diff of a file from its texts, also for one that is new (`before` null) or goes (`after` null). Undefined if nothing changes. */
export function diffTexts(change: DiffableChange, options: DiffOptions = {}): FileDiff | undefined {
  const { path, before, after, encoding } = change;
  if (before === after) return undefined;
  const span = changedSpan(before ?? "", after ?? "");
  const hunks = span ? hunksOf(before ?? "", [span], options) : "";
  return { path, header: gitHeader(change, change.mode ?? "100644", hunks !== ""), hunks, encoding };
}

/**
 * The canonical diff of a set of changes, in their order: what `git apply` takes and gives back byte for byte. Each file's
 * body is in the file's encoding, so that the whole may hold several. Texts must be such that `canEncode` holds.
 */
export function unifiedDiff(changes: readonly DiffableChange[], options: DiffOptions = {}): Uint8Array {
  return encodeDiffs(changes.map((change) => diffTexts(change, options)).filter((diff) => diff !== undefined));
}

/** The bytes of file diffs, one after the other. */
export function encodeDiffs(diffs: readonly FileDiff[]): Uint8Array {
  return Buffer.concat(
    diffs.flatMap(({ header, hunks, encoding }) => [
      Buffer.from(header, "utf8"),
      encodeText({ text: hunks, encoding }),
    ]),
  );
}

function hunksOf(before: string, edits: readonly TextEdit[], options: EditDiffOptions): string {
  const index = options.index ?? new LineIndex(before, "git");
  return formatHunks(index, changedLines(index, edits), options.context ?? CONTEXT);
}
