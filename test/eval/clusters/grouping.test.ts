import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Corpus, type PlantedFailure, plant } from "../../../bench/clusters/corpus.ts";
import { HELD_BACK } from "../../../bench/clusters/held-back.ts";
import { NO_CODES } from "../../../bench/clusters/no-codes.ts";
import { OUR_CHECKS } from "../../../bench/clusters/our-checks.ts";
import { SHARED_CODES } from "../../../bench/clusters/shared-codes.ts";
import { adjustedRandIndex, randomFrom, shuffled } from "../../../src/domain/statistics.ts";
import { weightedAgreement } from "../../../src/eval/clusters/agreement.ts";
import { byKMeans } from "../../../src/eval/clusters/by-k-means.ts";
import { averageLinkage, cut } from "../../../src/eval/clusters/linkage.ts";
import { bySignature } from "../../../src/eval/clusters/signatures.ts";
import { lexicalSpace } from "../../../src/eval/clusters/space.ts";
import { stableNumber } from "../../../src/eval/clusters/stability.ts";
import { templatesOf } from "../../../src/eval/clusters/templates.ts";
import { aFailure, grouped } from "./support.ts";

function agreementOf(planted: readonly PlantedFailure[], found: ReadonlyMap<string, string>): number {
  return adjustedRandIndex(
    planted.map(({ cause }) => cause),
    planted.map(({ failure }) => found.get(failure.attemptId) ?? "unclustered"),
  );
}

describe("3,000 failures of 12 planted causes", () => {
  it.each<[Corpus, number]>([
    [OUR_CHECKS, 3],
    [SHARED_CODES, 2],
    [NO_CODES, 4],
    [HELD_BACK, 1],
    [HELD_BACK, 6],
  ])("$name, seed %#: are found again", async (corpus, seed) => {
    const planted = plant(corpus, 3000, randomFrom(seed));
    const { run, found } = await grouped(planted.map(({ failure }) => failure));
    expect(agreementOf(planted, found)).toBeGreaterThanOrEqual(0.85);
    expect(run.method.stability).toBeGreaterThanOrEqual(0.8);
    const inClusters = run.clusters.reduce((sum, { attempts }) => sum + attempts, 0);
    expect(inClusters + run.unclustered.attempts).toBe(3000);
  });

  it("are given the same groups, names and keys again, in whatever order they come", async () => {
    const failures = plant(OUR_CHECKS, 1200, randomFrom(7)).map(({ failure }) => failure);
    const shape = async (some: typeof failures) =>
      (await grouped(some)).run.clusters.map(({ key, name, attempts, signatures }) => [
        key,
        name.name,
        attempts,
        signatures,
      ]);
    const once = await shape(failures);
    expect(await shape(failures)).toEqual(once);
    expect(await shape(shuffled(failures, randomFrom(1)))).toEqual(once);
  });

  it("have their largest causes named by what they are", async () => {
    const planted = plant(OUR_CHECKS, 3000, randomFrom(4));
    const { run, found } = await grouped(planted.map(({ failure }) => failure));
    const sizes = Map.groupBy(planted, ({ cause }) => cause);
    const largest = [...sizes].sort((a, b) => b[1].length - a[1].length).slice(0, 5);
    for (const [cause, failures] of largest) {
      const votes = Map.groupBy(failures, ({ failure }) => found.get(failure.attemptId) ?? "");
      const [[cluster] = [""]] = [...votes].sort((a, b) => b[1].length - a[1].length);
      const name = run.clusters.find(({ id }) => id === cluster)?.name;
      const said = `${name?.name} ${name?.definition}`.toLowerCase();
      expect(
        OUR_CHECKS.causes[cause]?.says.some((words) => said.includes(words)),
        `${cause}: ${said}`,
      ).toBe(true);
    }
  });
});

describe("grouping", () => {
  it("brings one cause under several codes together, and keeps two causes under one code apart", async () => {
    const cutOff = [
      aFailure("PARSE_NOT_JSON", "The JSON of the reply ends before its last bracket closes: it was cut off."),
      aFailure("DIFF_BAD_HUNK_COUNT", "The reply ends inside the hunk at line 7: it was cut off. Send it again."),
    ];
    const imports = ["cannot import name `a` from module b", "no module c to import, module missing"];
    const asserts = ["assertion: expected 3 to equal 4", "an assertion failed: 1 is not what was expected"];
    const tests = [...imports, ...asserts].map((words) => aFailure("TEST_FAILED", `tests failed: ${words}`));
    const all = [...cutOff, ...tests].flatMap((each) => Array.from({ length: 20 }, () => ({ ...each })));
    const { groups } = await grouped(all.map((each, at) => ({ ...each, attemptId: `a${at}` })));
    const of = (at: number) => groups.get(`a${at * 20}`);
    expect(of(0)).toBe(of(1));
    expect(of(2)).toBe(of(3));
    expect(of(4)).toBe(of(5));
    expect(new Set([of(0), of(2), of(4)]).size).toBe(3);
  });

  it("tells what is in no group, and takes nothing for a cluster that is not frequent", async () => {
    const few = ["SYNTAX_ERROR", "TEST_FAILED", "LLM_EMPTY", "DIFF_EMPTY"] as const;
    const failures = few.map((code, at) => ({ ...aFailure(code, `${code} sentence of its own`), attemptId: `a${at}` }));
    const { run } = await grouped(failures);
    expect(run.clusters).toEqual([]);
    expect(run.unclustered).toMatchObject({ attempts: 4, atLeast: 5, repairs: { count: 4, n: 4 } });
  });

  it("ends on nothing, on empty and on hostile messages", async () => {
    expect((await grouped([])).run).toMatchObject({ attempts: 0, clusters: [] });
    const hostile = ["", " ", "\u202e\u0000", "a/".repeat(5000), "@@ ".repeat(4000), "<script>alert(1)</script>"];
    const failures = hostile.flatMap((reason, at) =>
      Array.from({ length: 6 }, (_, n) => ({ ...aFailure(undefined, reason), attemptId: `a${at}-${n}` })),
    );
    const { run } = await grouped(failures);
    expect(run.clusters.reduce((sum, { attempts }) => sum + attempts, 0) + run.unclustered.attempts).toBe(36);
  });

  it("joins sentences that only differ in what they were filled with", () => {
    const reasons = ["alpha", "beta", "gamma"].map((word) => `expected value equal in test ${word}`);
    const templates = templatesOf(bySignature(reasons.map((reason) => aFailure("TEST_FAILED", reason))));
    expect(templates).toHaveLength(1);
    expect(templates[0]?.signatures).toHaveLength(3);
  });
});

describe("the parts", () => {
  it("average linkage joins the nearest first, whatever the order of the items", () => {
    const points = [0, 1, 10, 11, 30];
    const groups = (order: readonly number[], k: number) => {
      const tree = averageLinkage(order.length, (i, j) => Math.abs((order[i] ?? 0) - (order[j] ?? 0)));
      const found = cut(tree, k);
      return new Map(order.map((point, at) => [point, found[at]]));
    };
    for (const order of [points, points.toReversed(), [11, 0, 30, 1, 10]]) {
      const three = groups(order, 3);
      expect(three.get(0)).toBe(three.get(1));
      expect(three.get(10)).toBe(three.get(11));
      expect(new Set(three.values()).size).toBe(3);
      const two = groups(order, 2);
      expect(two.get(0)).toBe(two.get(11));
      expect(two.get(30)).not.toBe(two.get(0));
    }
  });

  it("agreement with sizes is the adjusted Rand index of the items themselves", () => {
    const group = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(group, group, fc.integer({ min: 1, max: 4 })), { minLength: 2, maxLength: 20 }),
        (rows) => {
          const each = (at: 0 | 1) => rows.flatMap((row) => Array.from({ length: row[2] }, () => row[at]));
          const weighted = weightedAgreement(
            rows.map(([a]) => a),
            rows.map(([, b]) => b),
            rows.map(([, , size]) => size),
          );
          expect(weighted).toBeCloseTo(adjustedRandIndex(each(0), each(1)), 9);
        },
      ),
    );
  });

  it("chooses the fewest groups that are stable and as good as the best", () => {
    const point = (k: number, stability: number) => ({ k, stability, standardError: 0.02 });
    expect(stableNumber([point(2, 0.5), point(3, 0.94), point(4, 0.95), point(5, 0.7)])?.k).toBe(3);
    expect(stableNumber([point(2, 0.79), point(3, 0.6)])?.k).toBe(2);
    expect(stableNumber([])).toBeUndefined();
  });

  it("k-means finds two plain groups, and the same ones for the same seed", () => {
    const failures = ["alpha beta gamma", "alpha beta delta", "one two three", "one two four"].map((words) =>
      aFailure(undefined, words),
    );
    const space = lexicalSpace(templatesOf(bySignature(failures)));
    const groups = byKMeans(space, 5).groups(2);
    expect(new Set(groups).size).toBe(2);
    expect(byKMeans(space, 5).groups(2)).toEqual(groups);
  });
});
