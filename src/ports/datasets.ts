import type { DatasetFormat, DatasetItem, DatasetVersion } from "../domain/dataset.ts";

/** A version to take down. */
export interface NewDatasetVersion {
  readonly dataset: string;
  readonly format: DatasetFormat;
  /** The manifest as it was written, word by word. */
  readonly manifest: string;
  /** What was left out and why, as JSON lines. */
  readonly refusals: string;
  /** SHA-256 (hex) over format, files and manifest: a content that is known is not taken down again. */
  readonly contentHash: string;
  /** The filters as JSON, for people who look at the table. */
  readonly filters: string;
  readonly tokens: number;
  readonly items: readonly (DatasetItem & { readonly input: string; readonly output: string })[];
}

/** What people kept for measuring: a row that is one of these must not be trained on. */
export interface HeldOutAttempt {
  readonly attemptId: string;
  /** `calibration labels`, `eval results`, …: where it is held. */
  readonly heldBy: string;
  /** Fingerprints of its repair's findings. */
  readonly findingIds: readonly string[];
  /** The normalized patch; undefined where there is none. */
  readonly patchHash: string | undefined;
}

/** A row of a version with the texts that were learned from. */
export interface StoredDatasetItem extends DatasetItem {
  readonly input: string;
  readonly output: string;
}

/** Versions of datasets: the tables `dataset_version`, `dataset_item` and `export`. Methods reject with `PatchProError("store", …)`. */
export interface Datasets {
  /** Takes a version down, whole or not at all. `known`: its content is an earlier version's, which is given instead. */
  add(version: NewDatasetVersion): Promise<{ readonly version: DatasetVersion; readonly known: boolean }>;
  /** Newest first. */
  list(): Promise<readonly DatasetVersion[]>;
  /** By id, or by what is unique of it (four characters or more); `latest`. Undefined if there is none. */
  find(id: string): Promise<DatasetVersion | undefined>;
  /** The manifest and the refusals of a version, as they were taken down. */
  papers(versionId: string): Promise<{ readonly manifest: string; readonly refusals: string } | undefined>;
  /** Rows of a version in the order of their files, `size` (1 to 500) from `from` on. */
  items(
    versionId: string,
    page: { readonly from: number; readonly size: number },
  ): Promise<readonly StoredDatasetItem[]>;
  /** Attempts that are kept for measuring, and those of `also`, with what is known of them. */
  heldOut(also?: readonly Pick<HeldOutAttempt, "attemptId" | "heldBy">[]): Promise<readonly HeldOutAttempt[]>;
}
