import type { FileChange } from "../domain/outcome.ts";
import type { SourceText } from "../domain/text.ts";

/** Texts to try: what a set of files would hold. Nothing of it is written to the repository. */
export interface Variant {
  readonly id: string;
  readonly changes: readonly FileChange[];
  /** Canonical unified diff of `changes`; empty where nothing changes (the files as they are). */
  readonly diff: Uint8Array;
}

/** A variant that `git apply` made from its diff in a throw-away folder, and whose bytes were compared with the texts. */
export interface StagedVariant {
  readonly variant: Variant;
  /** Absolute folder that looks like the repository's root: the changed files are real, configuration is in place. */
  readonly root: string;
}

/** Variants on disk. */
export interface Stage {
  readonly staged: readonly StagedVariant[];
  /** Variants that `git apply` refused, or whose result differed from the intended bytes, with git's words. */
  readonly refused: ReadonlyMap<string, string>;
  dispose(): Promise<void>;
}

/** The repository: reading it, and staging changed texts beside it. All paths are relative to the root with `/`. */
export interface Workspace {
  /** Absolute, symlinks resolved. */
  readonly root: string;
  /** Where the root lies below the repository's top level, with a `/` at its end; "" for the top level itself. */
  readonly prefix: string;
  /** The file's text; undefined if it does not exist or is not a regular file inside the root (symlinks are followed and checked). */
  read(path: string): Promise<SourceText | undefined>;
  /** Files that git tracks or does not ignore, under the given paths (all if none). */
  list(under?: readonly string[]): Promise<string[]>;
  /**
   * A path as a report wrote it, relative to the root: `undefined` if it lies outside (also through a symlink).
   * Accepts absolute, `file:`, percent-encoded and Windows forms, and paths relative to `base` (a folder below the root).
   */
  resolve(uri: string, base?: string): Promise<string | undefined>;
  /**
   * Stages variants with `git apply`. `isolation: "file"` may put variants of different files into one folder;
   * `"tree"` gives every variant a folder of its own in which all other files of the repository can be read.
   */
  stage(variants: readonly Variant[], isolation: "file" | "tree"): Promise<Stage>;
  /** The lines of each file (1-based, inclusive ranges) that changed since `ref` or in the index. */
  changedLines(since: { ref: string } | "staged"): Promise<Map<string, { start: number; end: number }[]>>;
}
