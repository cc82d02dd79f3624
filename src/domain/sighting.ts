/** One finding in one analysis of one text: just what is needed to compare two analyses. */
export interface Sighting {
  readonly ruleId: string;
  readonly message: string;
  /** 1-based. */
  readonly startLine: number;
  /** 1-based, in the tool's own unit; compared only for equality. */
  readonly startColumn: number;
  /** 1-based, inclusive. */
  readonly endLine: number;
  /** The flagged lines with white space folded. */
  readonly code: string;
}

/** What became of the findings of a file between two analyses. Every sighting is in exactly one of the three. */
export interface SightingChanges<S extends Sighting = Sighting> {
  readonly gone: readonly S[];
  readonly kept: readonly { readonly before: S; readonly after: S }[];
  readonly added: readonly S[];
}
