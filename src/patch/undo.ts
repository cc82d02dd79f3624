import { compareSpans } from "./apply.ts";
import { type AnchoredEdit, joinPieces, type Piece } from "./around.ts";
import { firstIndex } from "./first-index.ts";

/** A text that `edits`, applied to it, turn into the one that was given. */
export interface Undone<E extends AnchoredEdit> {
  readonly text: string;
  readonly edits: readonly E[];
}

/** The walk up to one edit: how far it is in the earlier text and in the one at hand, and the edits found on the way. */
interface Walk<E> {
  readonly next: number;
  readonly earlier: number;
  readonly now: number;
  readonly found: Found<E> | undefined;
}

interface Found<E> {
  readonly edit: E;
  /** Where its text stands now. */
  readonly now: number;
  readonly previous: Found<E> | undefined;
}

/** Text that repeats itself can be read in very many ways; whoever has to know tries no more than these. */
const MOST_STEPS_PER_EDIT = 50;
const MOST_WAYS = 200;

/**
 * The earlier texts that `text` may have come from by some of `edits`, whose offsets all refer to that earlier text: each
 * way in which what is known of the earlier text fits. Which of them it was only a hash of the earlier text can tell.
 */
export function* waysBack<E extends AnchoredEdit>(text: string, edits: readonly E[]): Generator<Undone<E>> {
  const sorted = [...edits].sort(compareSpans);
  const known = joinPieces(sorted.map(({ around }) => around));
  const open: Walk<E>[] = [{ next: 0, earlier: 0, now: 0, found: undefined }];
  let ways = 0;
  for (let steps = MOST_STEPS_PER_EDIT * (sorted.length + 20); steps > 0 && ways < MOST_WAYS; steps--) {
    const walk = open.pop();
    if (walk === undefined) return;
    const { next, earlier, now, found } = walk;
    const edit = sorted[next];
    if (edit && edit.start < earlier) {
      open.push({ ...walk, next: next + 1 });
      continue;
    }
    const kept = edit ? edit.start - earlier : text.length - now;
    if (now + kept > text.length || !agree(known, earlier, text, now, kept)) continue;
    if (edit === undefined) {
      if (!reaches(known, earlier + kept)) continue;
      ways++;
      yield undo(text, found);
      continue;
    }
    const at = now + kept;
    open.push({ next: next + 1, earlier: edit.start, now: at, found });
    if (text.startsWith(edit.text, at))
      open.push({
        next: next + 1,
        earlier: edit.end,
        now: at + edit.text.length,
        found: { edit, now: at, previous: found },
      });
  }
}

/** Whether `length` units of `text` from `now` may be those of the earlier text from `earlier`. */
function agree(known: readonly Piece[], earlier: number, text: string, now: number, length: number): boolean {
  const end = earlier + length;
  for (
    let index = firstIndex(known, (piece) => piece.start + piece.text.length > earlier);
    (known[index]?.start ?? end) < end;
    index++
  ) {
    const { start, text: piece } = known[index] ?? { start: end, text: "" };
    const from = Math.max(start, earlier);
    if (!text.startsWith(piece.slice(from - start, end - start), now + from - earlier)) return false;
  }
  return true;
}

function reaches(known: readonly Piece[], length: number): boolean {
  const last = known.at(-1);
  return last === undefined || last.start + last.text.length <= length;
}

function undo<E extends AnchoredEdit>(text: string, last: Found<E> | undefined): Undone<E> {
  const parts: string[] = [];
  const edits: E[] = [];
  let end = text.length;
  for (let found = last; found; found = found.previous) {
    const { edit, now } = found;
    const { around } = edit;
    parts.push(
      text.slice(now + edit.text.length, end),
      around.text.slice(edit.start - around.start, edit.end - around.start),
    );
    edits.push(edit);
    end = now;
  }
  parts.push(text.slice(0, end));
  return { text: parts.reverse().join(""), edits: edits.reverse() };
}
