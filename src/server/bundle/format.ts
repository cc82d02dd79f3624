import type { Overview } from "../../domain/overview.ts";
import type { LabelPace, RepairRow, SavedView } from "../../ports/store.ts";
import type { ConfigAnswer, RepairAnswer } from "../api.ts";

/*
 * A bundle is a folder that opens from `file://`: the built page and `data/*.js`. Such pages may neither fetch nor load
 * ES modules, so every data file is a classic script that calls `globalThis.patchproData(name, value)`; the page adds
 * `<script src="data/NAME.js">` and waits for that call. Whether a page runs in a bundle: `<html data-bundle>` is set.
 * `openBundle(load).get(path)` of `src/server/bundle/reader.ts` answers the GET routes of `api.ts` from these files, in the
 * browser, with a `Failure` where the server would refuse.
 *
 * So the page is built as one classic script (`web/vite.config.ts`), without inline scripts or styles.
 */

/** `data/index.js`: read first. */
export interface BundleIndex {
  readonly version: 1;
  readonly madeAt: number;
  readonly config: ConfigAnswer;
  /** Of everything. */
  readonly overview: Overview;
  readonly views: readonly SavedView[];
  readonly pace: readonly LabelPace[];
  readonly repairs: number;
  /** How many files `rows-0` … there are. */
  readonly rowFiles: number;
}

/** What a query asks about a repair beyond its row. */
export interface BundleFacts {
  readonly rules: readonly string[];
  readonly families: readonly string[];
  readonly tools: readonly string[];
  readonly severities: readonly string[];
  /** `name@version`. */
  readonly templates: readonly string[];
  readonly checks: readonly string[];
  readonly finishes: readonly string[];
  readonly signatures: readonly string[];
  /** Keys of the newest clusters that its attempts are in. */
  readonly clusters?: readonly string[];
  /** The models that answered, as providers name them. */
  readonly answeredBy: readonly string[];
  /** Changed lines of each patch. */
  readonly lines: readonly number[];
  /** Why attempts failed, the beginning of each. */
  readonly errors: readonly string[];
  readonly repository: string;
  readonly branch: string;
}

export interface BundleRow {
  readonly row: RepairRow;
  readonly facts: BundleFacts;
  /** The N of the file `repairs-N` that holds the whole of it. */
  readonly file: number;
}

/** `data/rows-N.js`: newest first. */
export interface BundleRows {
  readonly rows: readonly BundleRow[];
}

/** `data/repairs-N.js`, by id. */
export type BundleRepairs = Readonly<Record<string, RepairAnswer>>;
