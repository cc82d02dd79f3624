import type { FileChange } from "../domain/outcome.ts";
import { canEncode, type SourceText } from "../domain/text.ts";
import { failed, type Judgement, passed } from "./check.ts";

/**
 * Rung 0: do the texts that the change starts from stand in the files as they are on disk now?
 *
 * `current` holds the text of every changed path as it was just read; a path that is absent does not exist.
 */
export function anchored(changes: readonly FileChange[], current: ReadonlyMap<string, SourceText>): Judgement {
  if (changes.length === 0) return failed("DIFF_EMPTY", "The patch changes no file.");
  const seen = new Set<string>();
  for (const change of changes) {
    if (seen.has(change.path)) return failed("APPLY_OVERLAP", `The patch changes ${change.path} twice.`);
    seen.add(change.path);
    const refusal = refusalOf(change, current.get(change.path));
    if (refusal) return refusal;
  }
  return passed(
    `The original text of ${changes.length === 1 ? "the file" : `all ${changes.length} files`} is in place.`,
  );
}

function refusalOf(change: FileChange, onDisk: SourceText | undefined): Judgement | undefined {
  const { path, before, after, encoding } = change;
  if (before === after) return failed("DIFF_EMPTY", `The patch leaves ${path} as it is.`);
  if (before === null && onDisk) return failed("APPLY_STALE_BASE", `The patch creates ${path}, but that file exists.`);
  if (before !== null) {
    if (!onDisk) return failed("APPLY_FILE_MISSING", `The patch changes ${path}, but that file does not exist.`);
    if (onDisk.encoding !== encoding) {
      return failed("APPLY_ENCODING", `${path} was read as ${encoding}, but it is ${onDisk.encoding} on disk now.`);
    }
    if (onDisk.text !== before) {
      const line = firstDifferentLine(before, onDisk.text);
      return failed("APPLY_STALE_BASE", `${path} is not the file that the patch was made for: line ${line} differs.`);
    }
  }
  if (after !== null && !canEncode({ text: after, encoding })) {
    return failed("APPLY_ENCODING", `The new text of ${path} holds characters that ${encoding} cannot store.`);
  }
  return undefined;
}

function firstDifferentLine(a: string, b: string): number {
  let line = 1;
  for (let i = 0; i < a.length && a[i] === b[i]; i++) if (a[i] === "\n") line++;
  return line;
}
