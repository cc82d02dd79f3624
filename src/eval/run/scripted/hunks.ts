import { diffLines } from "../../../patch/line-diff.ts";
import { LineIndex } from "../../../patch/lines.ts";

/** A finding in the text before any change; lines are 1-based, `endLine` inclusive. */
export interface Aim {
  readonly id: string;
  readonly startLine: number;
  readonly endLine: number;
}

/** Neighbouring lines of the text before, and what takes their place in the reference. */
export interface Hunk {
  /** 1-based line where `removed` starts. */
  readonly line: number;
  /** Empty only where the file was: what is only inserted goes with a line that stays. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
  /** Ids of the findings that it is for. */
  readonly owners: readonly string[];
  /** It touches no finding's lines: a new import, say. */
  readonly shared: boolean;
}

/** The lines of a text without their ends and without a byte-order mark; a final line end opens no further line. */
export function contentLines(text: string): string[] {
  const index = new LineIndex(text, "universal");
  const count = index.end(index.lineCount) === index.begin(index.lineCount) ? index.lineCount - 1 : index.lineCount;
  return Array.from({ length: count }, (_, at) => text.slice(index.start(at + 1), index.contentEnd(at + 1)));
}

/** How the reference differs from the text before, and which finding each difference is for. */
export function hunksBetween(before: string, after: string, aims: readonly Aim[]): Hunk[] {
  const old = contentLines(before);
  const next = contentLines(after);
  const spans = joinOverlapping(diffLines(old, next).map((change) => withInkedEdges(change, old, next)));
  const bare = spans.map(({ oldStart, oldEnd, newStart, newEnd }) => ({
    line: oldStart + 1,
    removed: old.slice(oldStart, oldEnd),
    added: next.slice(newStart, newEnd),
  }));
  return ownedBy(bare, aims);
}

type Span = ReturnType<typeof diffLines>[number];

/**
 * A change with as many lines around it as it needs to begin and to end with a line that is not blank, on both sides: a
 * model states it so, because blank lines at the edges of a text are easily lost.
 */
function withInkedEdges(change: Span, old: readonly string[], next: readonly string[]): Span {
  let { oldStart, oldEnd, newStart, newEnd } = change;
  const bare = (): boolean => oldStart === oldEnd || newStart === newEnd;
  while (oldStart > 0 && newStart > 0 && (bare() || isBlank(old[oldStart]) || isBlank(next[newStart]))) {
    oldStart -= 1;
    newStart -= 1;
  }
  while (
    oldEnd < old.length &&
    newEnd < next.length &&
    (bare() || isBlank(old[oldEnd - 1]) || isBlank(next[newEnd - 1]))
  ) {
    oldEnd += 1;
    newEnd += 1;
  }
  return { oldStart, oldEnd, newStart, newEnd };
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === "";
}

function joinOverlapping(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.oldStart < last.oldEnd)
      joined[joined.length - 1] = {
        ...last,
        oldEnd: Math.max(last.oldEnd, span.oldEnd),
        newEnd: Math.max(last.newEnd, span.newEnd),
      };
    else joined.push(span);
  }
  return joined;
}

type Bare = Omit<Hunk, "owners" | "shared">;

/** A hunk is for the findings that it touches; else for those whose own hunks share a new word with it; else for the nearest. */
function ownedBy(hunks: readonly Bare[], aims: readonly Aim[]): Hunk[] {
  const touched = hunks.map((hunk) => aims.filter((aim) => distance(hunk, aim) <= 1));
  return hunks.map((hunk, at): Hunk => {
    const direct = touched[at] ?? [];
    if (direct.length > 0) return { ...hunk, owners: ids(direct), shared: false };
    const words = newWords(hunk);
    const related = aims.filter((aim) =>
      hunks.some(
        (other, index) => touched[index]?.includes(aim) && [...newWords(other)].some((word) => words.has(word)),
      ),
    );
    if (related.length > 0) return { ...hunk, owners: ids(related), shared: true };
    const nearest = aims.toSorted((a, b) => distance(hunk, a) - distance(hunk, b)).slice(0, 1);
    return { ...hunk, owners: ids(nearest), shared: false };
  });
}

function ids(aims: readonly Aim[]): string[] {
  return aims.map(({ id }) => id);
}

/** Lines between a hunk and a finding; 0 where they share one. */
function distance({ line, removed }: Bare, { startLine, endLine }: Aim): number {
  const last = line + Math.max(0, removed.length - 1);
  return Math.max(0, startLine - last, line - endLine);
}

function newWords({ removed, added }: Bare): Set<string> {
  const words = (lines: readonly string[]): string[] => lines.join("\n").match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [];
  const known = new Set(words(removed));
  return new Set(words(added).filter((word) => !known.has(word)));
}
