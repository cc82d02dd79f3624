import { EVERYTHING } from "../../domain/trace-query.ts";
import type { RepairRow, TraceStore } from "../../ports/store.ts";
import type { ConfigAnswer, RepairAnswer } from "../api.ts";
import { bundledJudges } from "../judges.ts";
import { withLabels } from "../with-labels.ts";
import { bundledClusters } from "./clusters.ts";
import { type BundleFile, dataFile } from "./data-file.ts";
import { bundledDatasets } from "./datasets.ts";
import { bundledEvals } from "./evals.ts";
import { factsOf } from "./facts.ts";
import type { BundleIndex, BundleRow, BundleRows } from "./format.ts";

/** Big enough that 10,000 repairs make hundreds of files and not thousands, small enough that opening one is quick. */
const REPAIRS_FILE_CHARACTERS = 512 * 1024;
const REPAIRS_IN_FILE = 100;
const ROWS_IN_FILE = 1000;
const PAGE = 500;

export interface BundleSource {
  readonly store: Pick<
    TraceStore,
    | "listRepairs"
    | "repair"
    | "labels"
    | "overview"
    | "savedViews"
    | "labelPace"
    | "judgements"
    | "evals"
    | "clusters"
    | "datasets"
    | "repairOfAttempt"
  >;
  readonly config: ConfigAnswer;
  /** Milliseconds since the epoch. */
  readonly madeAt: number;
  /** The family of a rule, as `family:` of the search grammar means it. */
  familyOf(ruleId: string): string;
}

/** The data files of a bundle, newest repairs first. They are made while they are read: at no time are all in memory. */
export async function* bundleData(source: BundleSource): AsyncGenerator<BundleFile> {
  const repairs = new Chunks<RepairAnswer>("repairs", REPAIRS_IN_FILE, REPAIRS_FILE_CHARACTERS, (answers) =>
    Object.fromEntries(answers.map((answer) => [answer.repair.id, answer])),
  );
  const rows = new Chunks<BundleRow>(
    "rows",
    ROWS_IN_FILE,
    Number.POSITIVE_INFINITY,
    (chunk) => ({ rows: chunk }) satisfies BundleRows,
  );
  const clusters = await bundledClusters(source.store.clusters);
  let count = 0;
  for await (const row of allRows(source.store)) {
    const trace = await source.store.repair(row.id);
    // Deleted since the list was read.
    if (!trace) continue;
    count += 1;
    const answer = await withLabels(trace, source.store);
    yield* repairs.makeRoom(JSON.stringify(answer).length);
    const inClusters = [...new Set(trace.attempts.flatMap(({ id }) => clusters.keysOf.get(id) ?? []))];
    const facts = { ...factsOf(trace, source.familyOf), ...(inClusters.length > 0 && { clusters: inClusters }) };
    rows.add({ row, facts, file: repairs.files });
    repairs.add(answer);
    yield* rows.makeRoom(0);
  }
  yield* repairs.rest();
  yield* rows.rest();
  yield dataFile("clusters", clusters.answer);
  yield dataFile("judges", await bundledJudges(source.store.judgements, source.madeAt));
  yield* bundledEvals(source.store.evals);
  yield await bundledDatasets(source.store);
  yield dataFile("index", await indexOf(source, count, rows.files));
}

async function indexOf(
  { store, config, madeAt }: BundleSource,
  repairs: number,
  rowFiles: number,
): Promise<BundleIndex> {
  const [overview, views, pace] = await Promise.all([store.overview({}), store.savedViews(), store.labelPace({})]);
  return { version: 1, madeAt, config, overview, views, pace, repairs, rowFiles };
}

async function* allRows(store: BundleSource["store"]): AsyncGenerator<RepairRow> {
  let after: string | undefined;
  do {
    const page = await store.listRepairs(EVERYTHING, {
      size: PAGE,
      sort: "newest",
      ...(after !== undefined && { after }),
    });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

/** Collects values into numbered files. */
class Chunks<Value> {
  readonly #kind: string;
  readonly #most: number;
  readonly #mostCharacters: number;
  readonly #join: (values: readonly Value[]) => object;
  #values: Value[] = [];
  #characters = 0;
  /** How many files were given out. */
  files = 0;

  constructor(kind: string, most: number, mostCharacters: number, join: (values: readonly Value[]) => object) {
    this.#kind = kind;
    this.#most = most;
    this.#mostCharacters = mostCharacters;
    this.#join = join;
  }

  /** Gives out what was collected if a value of that length has no room beside it any more. */
  *makeRoom(characters: number): Generator<BundleFile> {
    const full = this.#values.length >= this.#most || this.#characters + characters > this.#mostCharacters;
    if (full) yield* this.rest();
    this.#characters += characters;
  }

  add(value: Value): void {
    this.#values.push(value);
  }

  *rest(): Generator<BundleFile> {
    if (this.#values.length === 0) return;
    yield dataFile(`${this.#kind}-${this.files}`, this.#join(this.#values));
    this.files += 1;
    this.#values = [];
    this.#characters = 0;
  }
}
