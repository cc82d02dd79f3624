export interface MendRequest {
  /** The files that the reply may touch: path relative to the root, `/` between parts -> text; `null`: known to be absent. */
  readonly files: ReadonlyMap<string, string | null>;
  readonly reply: string;
  /** The file meant, if the reply does not say. */
  readonly path?: string;
  /** First and last line of the finding, 1-based and inclusive: only used to choose among equal places. */
  readonly line?: number;
  readonly endLine?: number;
  /** Absolute root of the repository, so that absolute paths under it are understood. */
  readonly root?: string;
}
