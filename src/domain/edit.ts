import type { Span } from "./location.ts";

/** Replaces the text between two UTF-16 offsets of a file's text (end exclusive) by another text. */
export interface Edit extends Span {
  /** Relative to the repository's root, `/` between parts. */
  readonly path: string;
  readonly text: string;
}
