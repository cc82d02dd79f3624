import { adjustedRandIndex, randomFrom } from "../../src/domain/statistics.ts";
import { byKMeans } from "../../src/eval/clusters/by-k-means.ts";
import { clusterFailures } from "../../src/eval/clusters/cluster.ts";
import { bySignature } from "../../src/eval/clusters/signatures.ts";
import { lexicalSpace } from "../../src/eval/clusters/space.ts";
import { templatesOf } from "../../src/eval/clusters/templates.ts";
import { type Corpus, type PlantedFailure, plant } from "./corpus.ts";
import { HELD_BACK } from "./held-back.ts";
import { NO_CODES } from "./no-codes.ts";
import { OUR_CHECKS } from "./our-checks.ts";
import { SHARED_CODES } from "./shared-codes.ts";

const COUNT = 3000;
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const CLUSTER_SEED = 1;

/** Groups that an approach finds, by attempt. */
type Found = ReadonlyMap<string, string | number>;

function ari(planted: readonly PlantedFailure[], found: Found): number {
  return adjustedRandIndex(
    planted.map(({ cause }) => cause),
    planted.map(({ failure }) => found.get(failure.attemptId) ?? "unclustered"),
  );
}

async function ours(planted: readonly PlantedFailure[]) {
  let id = 0;
  const started = performance.now();
  const { run, members } = await clusterFailures({
    failures: planted.map(({ failure }) => failure),
    scope: { query: "" },
    seed: CLUSTER_SEED,
    now: Date.UTC(2026, 10, 1),
    known: [],
    modes: [],
    newId: () => {
      id += 1;
      return String(id).padStart(26, "0");
    },
  });
  const ms = performance.now() - started;
  return { run, ms, found: new Map(members.map(({ attemptId, clusterId }) => [attemptId, clusterId])) };
}

function byMaskedMessage(planted: readonly PlantedFailure[]): Found {
  const groups = bySignature(planted.map(({ failure }) => failure));
  return assigned(
    planted,
    groups.flatMap(({ members }, group) => members.map((at) => [at, group] as const)),
  );
}

/** What was planned first: k-means with five groups. */
function byFiveMeans(planted: readonly PlantedFailure[]): Found {
  const templates = templatesOf(bySignature(planted.map(({ failure }) => failure)));
  const groups = byKMeans(lexicalSpace(templates), CLUSTER_SEED).groups(5);
  return assigned(
    planted,
    templates.flatMap(({ members }, at) => members.map((member) => [member, groups[at] ?? 0] as const)),
  );
}

function assigned(planted: readonly PlantedFailure[], pairs: readonly (readonly [number, number])[]): Found {
  return new Map(pairs.map(([at, group]) => [planted[at]?.failure.attemptId ?? "", group]));
}

/** Of the five largest causes, those whose cluster says what it is: its name, its code's words, or its terms. */
function namedOf(
  corpus: Corpus,
  planted: readonly PlantedFailure[],
  { run, found }: Awaited<ReturnType<typeof ours>>,
): string[] {
  const sizes = Map.groupBy(planted, ({ cause }) => cause);
  const largest = [...sizes].sort((a, b) => b[1].length - a[1].length).slice(0, 5);
  return largest.map(([cause, failures]) => {
    const votes = Map.groupBy(failures, ({ failure }) => found.get(failure.attemptId));
    const [[cluster] = [undefined]] = [...votes].sort((a, b) => b[1].length - a[1].length);
    const name = run.clusters.find(({ id }) => id === cluster)?.name;
    const said = `${name?.name ?? ""} ${name?.definition ?? ""}`.toLowerCase();
    const isRight = corpus.causes[cause]?.says.some((words) => said.includes(words)) ?? false;
    return `${isRight ? "ok " : "NO "} ${corpus.causes[cause]?.name} -> ${name?.name ?? "unclustered"}`;
  });
}

let worst = 1;
for (const corpus of [OUR_CHECKS, SHARED_CODES, NO_CODES, HELD_BACK]) {
  process.stdout.write(`\n${corpus.name}: ${corpus.what}\n`);
  process.stdout.write(
    "seed  k  stability  ARI    (masked messages  k-means k=5)  unclustered     ms  same again  named\n",
  );
  for (const seed of SEEDS) {
    const planted = plant(corpus, COUNT, randomFrom(seed));
    const first = await ours(planted);
    const again = await ours(planted);
    const same = JSON.stringify(first.run) === JSON.stringify(again.run);
    const named = namedOf(corpus, planted, first);
    const index = ari(planted, first.found);
    worst = Math.min(worst, index);
    const { run } = first;
    process.stdout.write(
      `${String(seed).padEnd(4)} ${String(run.clusters.length).padStart(2)}  ${(run.method.stability ?? 0).toFixed(2).padEnd(9)}  ${index.toFixed(3)}  ` +
        `(${ari(planted, byMaskedMessage(planted)).toFixed(2).padEnd(15)}  ${ari(planted, byFiveMeans(planted)).toFixed(2).padEnd(11)})  ` +
        `${String(run.unclustered.attempts).padEnd(11)}  ${first.ms.toFixed(0).padStart(5)}  ${same ? "yes" : "NO"}         ${named.filter((each) => each.startsWith("ok")).length} of 5\n`,
    );
    if (seed === 1 || named.some((each) => each.startsWith("NO")))
      for (const each of named) process.stdout.write(`      ${each}\n`);
  }
}
process.stdout.write(`\nlowest adjusted Rand index: ${worst.toFixed(3)}\n`);
