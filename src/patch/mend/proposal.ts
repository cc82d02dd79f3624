/** A line of a hunk: it stands before and after, only before, or only after. */
type RowKind = "keep" | "delete" | "add";

export interface Row {
  readonly kind: RowKind;
  readonly text: string;
  /** The line as the reply has it, with its first column, where that column may be code and not a diff's sign. */
  readonly raw?: string;
  /** The reply says that this line has no line end (`\ No newline at end of file`). */
  readonly noEol?: true;
}

/** One place's change: old lines in order, with what becomes of them. */
export interface Hunk {
  readonly rows: readonly Row[];
  /** First and last old line as the reply numbers them, 1-based and inclusive. Never trusted, only a tie-break. */
  readonly start?: number;
  readonly end?: number;
  /** Lines that open the enclosing blocks, outermost first (`@@ class A` of the V4A format). */
  readonly scopes?: readonly string[];
  /** The hunk ends where the file ends (`*** End of File`). */
  readonly atEnd?: true;
  /** 1-based line of the reply where it stands. */
  readonly at: number;
}

export type Dialect = "json" | "search-replace" | "tags" | "unified" | "begin-patch" | "whole-file";

/** What a reply asks for, before any file was looked at. */
export type Proposal =
  | {
      readonly kind: "hunk";
      readonly dialect: Dialect;
      readonly path: string | undefined;
      readonly hunk: Hunk;
      /** Hunks of one file header share a section; sections may be drafts of each other. */
      readonly section: number;
      /** Sections of one fence share a fence. */
      readonly fence: number;
      /** The strings as they were written, where the dialect replaces strings and not lines. */
      readonly strings?: { readonly old: string; readonly new: string; readonly all: boolean };
      /** Other ways to read the same block; used if this one does not stand in the file. */
      readonly otherwise?: readonly Hunk[];
    }
  | {
      readonly kind: "create";
      readonly dialect: Dialect;
      readonly path: string;
      readonly text: string;
      readonly overwrite: boolean;
      readonly at: number;
    }
  | {
      readonly kind: "delete";
      readonly dialect: Dialect;
      readonly path: string;
      readonly lines: readonly string[] | undefined;
      readonly at: number;
    }
  | {
      readonly kind: "move";
      readonly dialect: Dialect;
      readonly path: string;
      readonly to: string;
      readonly at: number;
    }
  | {
      readonly kind: "whole";
      readonly dialect: Dialect;
      readonly path: string | undefined;
      readonly text: string;
      readonly at: number;
    };

export type HunkProposal = Extract<Proposal, { kind: "hunk" }>;

export const oldRows = (hunk: Hunk): Row[] => hunk.rows.filter((row) => row.kind !== "add");
export const oldLines = (hunk: Hunk): string[] => oldRows(hunk).map((row) => row.text);
export const newLines = (hunk: Hunk): string[] =>
  hunk.rows.filter((row) => row.kind !== "delete").map((row) => row.text);
