import type { Span } from "../../domain/location.ts";

/** A stretch of a file that is not code. */
export interface Segment extends Span {
  readonly kind: "comment" | "string";
}

/** A file's text with its comments and strings known. All offsets are those of the text. */
export interface View {
  readonly text: string;
  /**
   * The text with comments blanked and the content of strings replaced by `~`, line breaks inside strings included:
   * same length, same offsets, so that patterns see code and nothing else.
   */
  readonly code: string;
  /** The text with only its comments blanked. */
  uncommented(): string;
  readonly comments: readonly Segment[];
  readonly strings: readonly Segment[];
  /** Offset of the first character of each line. */
  readonly lineStarts: readonly number[];
}

/** Builds a view from the segments of a text, which must be in order and must not overlap. */
export function viewOf(text: string, segments: readonly Segment[]): View {
  const comments = segments.filter((segment) => segment.kind === "comment");
  let uncommented: string | undefined;
  return {
    text,
    code: hide(text, segments),
    uncommented: () => {
      uncommented ??= hide(text, comments);
      return uncommented;
    },
    comments,
    strings: segments.filter((segment) => segment.kind === "string"),
    lineStarts: lineStartsOf(text),
  };
}

function hide(text: string, segments: readonly Segment[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const segment of segments) {
    parts.push(text.slice(at, segment.start), blanked(text.slice(segment.start, segment.end), segment.kind));
    at = segment.end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}

/** The 1-based line that holds an offset. */
export function lineAt(view: View, offset: number): number {
  let low = 0;
  let high = view.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((view.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** Lines `line` to `line + count - 1` (1-based) of the view's code, or of another text with the same offsets. */
export function codeOfLines(view: View, line: number, count: number, text = view.code): string {
  const start = view.lineStarts[line - 1] ?? text.length;
  const end = view.lineStarts[line - 1 + count] ?? text.length;
  return text.slice(start, end);
}

function blanked(text: string, kind: Segment["kind"]): string {
  if (kind === "comment") return text.replace(/[^\n]/g, " ");
  const [opening] = /^[A-Za-z]*(?:"""|'''|["'`/])?/.exec(text) ?? [""];
  const closing = text.length > opening.length ? (/(?:"""|'''|["'`])$/.exec(text)?.[0] ?? "") : "";
  return opening + "~".repeat(Math.max(0, text.length - opening.length - closing.length)) + closing;
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
