import type { TraceTerm } from "../../domain/trace-query.ts";
import type { StoredEval } from "../../eval/metrics/pairs.ts";
import type { Sort } from "../../ports/store.ts";
import type {
  FacetsAnswer,
  Failure,
  OverviewAnswer,
  PaceAnswer,
  QueryProblem,
  RepairAnswer,
  RepairsAnswer,
  ViewsAnswer,
} from "../api.ts";
import type { ClustersAnswer } from "../cluster-api.ts";
import type { DatasetItemsAnswer } from "../dataset-api.ts";
import type { CompareAnswer, EvalsAnswer } from "../eval-api.ts";
import { compareAnswer } from "../evals.ts";
import type { BundleJudges, JudgesAnswer } from "../judge-api.ts";
import { rawOf } from "../raw.ts";
import { readSearch } from "../search.ts";
import type { BundleDatasets } from "./datasets.ts";
import type { BundleEvals } from "./evals.ts";
import { facetsOf } from "./facets.ts";
import type { BundleIndex, BundleRepairs, BundleRow, BundleRows } from "./format.ts";
import { isAnswerable, matches } from "./match.ts";

/** Loads `data/NAME.js` and gives the value that it handed over. The names tell the type, as `api.ts` says. */
export type LoadData = <Value>(name: string) => Promise<Value>;

/** The GET routes of `api.ts`, answered from a bundle's files. */
export interface Bundle {
  /** `path` as it would be asked of the server, with its query string. A `Failure` where the server would refuse. */
  get(path: string): Promise<object>;
}

/** Opens a bundle in the browser. `now`: what `since:7d` counts back from, milliseconds since the epoch. */
export function openBundle(load: LoadData, now: () => number): Bundle {
  const index = once(() => load<BundleIndex>("index"));
  const rows = once(async () => {
    const { rowFiles } = await index();
    const files = await Promise.all(Array.from({ length: rowFiles }, (_, n) => load<BundleRows>(`rows-${n}`)));
    return files.flatMap((file) => file.rows);
  });

  const search = async (q: string): Promise<{ found: BundleRow[]; problems: QueryProblem[] }> => {
    const { query, problems } = readSearch(q, now());
    const left = query.terms.filter((term) => !isAnswerable(term));
    const terms = query.terms.filter(isAnswerable);
    return {
      found: (await rows()).filter((row) => matches({ terms }, row)),
      problems: [
        ...problems,
        ...left.map(() => notSearched(q)),
        ...(terms.some(isPlainText) ? [partlySearched(q)] : []),
      ],
    };
  };

  const repairIn = async (one: BundleRow | undefined): Promise<RepairAnswer | undefined> =>
    one && (await load<BundleRepairs>(`repairs-${one.file}`))[one.row.id];

  const storedEval = async (files: BundleEvals["files"], id: string | null): Promise<StoredEval | undefined> => {
    const file = id !== null && Object.hasOwn(files, id) ? files[id] : undefined;
    return file === undefined ? undefined : load<StoredEval>(`eval-${file}`);
  };
  const comparison = async ({ files }: BundleEvals, asked: URLSearchParams): Promise<CompareAnswer | Failure> => {
    const [base, head] = [await storedEval(files, asked.get("base")), await storedEval(files, asked.get("head"))];
    return base && head ? compareAnswer(base, head) : notFound("eval run");
  };

  return {
    async get(path) {
      const { pathname, searchParams } = new URL(path, "http://bundle");
      const [, first = "", id = "", what] = pathname
        .replace(/^\/api/, "")
        .split("/")
        .map(decodeURIComponent);
      const q = searchParams.get("q") ?? "";
      switch (what === undefined ? `${first}${id && "/:id"}` : `${first}/:id/${what}`) {
        case "config":
          return (await index()).config;
        case "overview":
          return {
            overview: (await index()).overview,
            previous: undefined,
            problems: searchParams.has("from") || searchParams.has("to") || q !== "" ? [wholeOnly(q)] : [],
          } satisfies OverviewAnswer;
        case "clusters":
          return load<ClustersAnswer>("clusters");
        case "views":
          return { views: (await index()).views } satisfies ViewsAnswer;
        case "pace":
          return { pace: (await index()).pace } satisfies PaceAnswer;
        case "facets": {
          const { found, problems } = await search(q);
          return { ...facetsOf(found), problems } satisfies FacetsAnswer;
        }
        case "judges":
          return (await load<BundleJudges>("judges")).answer satisfies JudgesAnswer;
        case "judges/:id/disagreements":
          return (await load<BundleJudges>("judges")).disagreements[id] ?? notFound("judge");
        case "evals":
          return oneSuite(await load<BundleEvals>("evals"), searchParams.get("suite"));
        case "evals/:id":
          return comparison(await load<BundleEvals>("evals"), searchParams);
        case "datasets":
          return (await load<BundleDatasets>("datasets")).answer;
        case "datasets/:id":
          return (await load<BundleDatasets>("datasets")).versions[id] ?? notFound("dataset");
        case "datasets/:id/items":
          return itemsFrom((await load<BundleDatasets>("datasets")).items[id], searchParams);
        case "repairs":
          return pageOf(await search(q), searchParams);
        case "repairs/:id":
          return (await repairIn((await rows()).find(({ row }) => row.id === id))) ?? notFound("repair");
        case "attempts/:id/raw": {
          const has = ({ row }: BundleRow): boolean => row.attempts.some((attempt) => attempt.id === id);
          const attempt = (await repairIn((await rows()).find(has)))?.attempts.find((one) => one.id === id);
          return attempt ? rawOf(attempt) : notFound("attempt");
        }
        default:
          return failure(
            "not-here",
            "A bundle is read-only.",
            "Run `patchpro ui` in the repository's folder for that.",
          );
      }
    },
  };
}

function itemsFrom(found: DatasetItemsAnswer | undefined, asked: URLSearchParams): DatasetItemsAnswer | Failure {
  const from = Number(asked.get("from"));
  return found ? { items: found.items.slice(from, from + Number(asked.get("size"))) } : notFound("dataset");
}

function oneSuite({ suites, newest }: BundleEvals, wanted: string | null): EvalsAnswer {
  const none = { suites: Object.keys(suites), suite: wanted ?? undefined, runs: [], grid: { runs: [], rows: [] } };
  const name = wanted ?? newest ?? "";
  return (Object.hasOwn(suites, name) ? suites[name] : undefined) ?? none;
}

function pageOf(
  { found, problems }: { found: readonly BundleRow[]; problems: readonly QueryProblem[] },
  asked: URLSearchParams,
): RepairsAnswer {
  const start = Number(asked.get("after") ?? 0);
  const end = start + Number(asked.get("size") ?? 100);
  const ordered = inOrder(found, asked.get("sort") ?? "newest");
  const withFacets = start === 0 && asked.get("facets") !== "no";
  return {
    items: ordered.slice(start, end).map(({ row }) => row),
    next: end < ordered.length ? String(end) : undefined,
    facets: withFacets ? facetsOf(found) : undefined,
    problems,
  };
}

const HIGHEST_FIRST: Readonly<Partial<Record<Sort, (one: BundleRow) => number>>> = {
  cost: ({ row }) => row.costMicroUsd,
  latency: ({ row }) => row.latencyMs,
  attempts: ({ row }) => row.attempts.length,
};

/** Rows come newest first; where the sort's values are equal, they stay so. */
function inOrder(rows: readonly BundleRow[], sort: string): readonly BundleRow[] {
  if (sort === "oldest") return rows.toReversed();
  const [, numberOf] = Object.entries(HIGHEST_FIRST).find(([name]) => name === sort) ?? [];
  return numberOf ? rows.toSorted((a, b) => numberOf(b) - numberOf(a)) : rows;
}

function notSearched(q: string): QueryProblem {
  return {
    message: "A bundle does not search the texts of prompts, replies and patches; this part was left out.",
    start: 0,
    end: q.length,
  };
}

function isPlainText(term: TraceTerm): boolean {
  return term.kind === "text" && term.field === undefined;
}

function partlySearched(q: string): QueryProblem {
  return {
    message: "A bundle looks for words in errors, messages, paths and rules only, not in prompts, replies and patches.",
    start: 0,
    end: q.length,
  };
}

function wholeOnly(q: string): QueryProblem {
  return {
    message: "A bundle has the totals of everything that it holds: the span of time and the search are left out here.",
    start: 0,
    end: q.length,
  };
}

function notFound(what: string): Failure {
  return failure("not-found", `There is no such ${what} in this bundle.`, "Look for it in the list.");
}

function failure(code: string, message: string, hint: string): Failure {
  return { error: { code, message, hint } };
}

/** Does the work when it is first asked for; again only if it failed. */
function once<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let done: Promise<Value> | undefined;
  return () => {
    done ??= work().catch((error: unknown) => {
      done = undefined;
      throw error;
    });
    return done;
  };
}
