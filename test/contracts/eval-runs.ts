import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EvalResult, EvalRun } from "../../src/domain/eval.ts";
import { caseOutcomes, evalCounts, passRate } from "../../src/domain/eval-counts.ts";
import type { TraceStore } from "../../src/ports/store.ts";
import type { StoreUnderTest } from "./store.ts";

const RUN: EvalRun = {
  id: "01K9AAAA0000000000000000AA",
  suite: "unit",
  tier: "live",
  at: 1_790_000_000_000,
  commit: "b".repeat(40),
  dirty: false,
  toolVersion: "0.1.0",
  prompts: { single: 3, batch: 1 },
  models: ["fake:small"],
  strategy: "single",
  repetitions: 2,
  seed: 7,
  wallMs: 1234,
  note: "before the change of prompt 3",
};

const RESULTS: readonly EvalResult[] = [
  {
    caseId: "a",
    name: "Ümlaut import",
    group: "file-1",
    variant: "fake:small single",
    repetition: 1,
    status: "passed",
    attemptId: "attempt-1",
    attempts: 2,
    tokens: 300,
    costMicroUsd: 1234,
    wallMs: 90,
    slices: { rule: "F401", family: "unused", language: "python", strategy: "single", source: "model", recipe: "r1" },
  },
  {
    caseId: "a",
    name: "Ümlaut import",
    group: "file-1",
    variant: "fake:small single",
    repetition: 2,
    status: "failed",
    reason: "Text '?' was not found; really.",
    check: "applies",
    code: "APPLY_CONTEXT_MISMATCH",
    wallMs: 80,
    slices: { rule: "F401", family: "unused", language: "python" },
  },
  {
    caseId: "B",
    name: "b",
    group: "B",
    variant: "fake:small single",
    repetition: 1,
    status: "errored",
    reason: "The provider did not answer.",
    wallMs: 5,
    slices: { rule: "E711", family: "comparisons", language: "python" },
  },
];

/** What every store of eval runs must do. */
export function evalRunsContract(placeOf: () => StoreUnderTest): void {
  describe("eval runs", () => {
    let place: StoreUnderTest;
    let store: TraceStore;

    beforeAll(async () => {
      place = placeOf();
      store = await place.open();
      await store.evals.add(RUN, RESULTS);
      await store.evals.add({ ...RUN, id: "01K9BBBB0000000000000000BB", at: RUN.at + 1, suite: "synth" }, []);
      await store.evals.add({ ...RUN, id: "01K9BBCC0000000000000000CC", at: RUN.at + 2 }, RESULTS.slice(0, 1));
    }, 120_000);
    afterAll(async () => {
      await store?.close();
    });

    it("gives a run back as it was written, with what its results add up to", async () => {
      const rate = passRate(caseOutcomes(RESULTS));
      expect(await store.evals.find(RUN.id)).toEqual({
        ...RUN,
        counts: evalCounts(RESULTS),
        rate: { count: 0.5, n: 1, share: 0.5, low: rate.low, high: rate.high },
      });
      expect(evalCounts(RESULTS)).toEqual({
        cases: 2,
        passed: 0.5,
        failed: 0.5,
        errored: 1,
        skipped: 0,
        flaky: 1,
        tokens: 300,
        costMicroUsd: 1234,
      });
    });

    it("gives the results back in order of case, variant and repetition", async () => {
      const [first, second, third] = RESULTS;
      expect(await store.evals.results(RUN.id)).toEqual([third, first, second]);
      expect(await store.evals.results("nothing")).toEqual([]);
    });

    it("keeps a run that says little", async () => {
      const other = await place.open();
      const bare: EvalRun = {
        id: "01K9DDDD0000000000000000DD",
        suite: "unit",
        tier: "replay",
        at: 5,
        toolVersion: "0.1.0",
        prompts: {},
        models: [],
        strategy: "native",
        repetitions: 1,
        wallMs: 0.4,
      };
      await other.evals.add(bare, []);
      expect(await other.evals.list()).toEqual([
        { ...bare, wallMs: 0, counts: evalCounts([]), rate: { count: 0, n: 0, share: undefined, low: 0, high: 1 } },
      ]);
      await other.close();
    });

    it("lists the newest first, of one suite or of all, as many as asked for", async () => {
      const ids = async (filter?: { suite?: string; limit?: number }) =>
        (await store.evals.list(filter)).map((run) => run.id.slice(0, 8));
      expect(await ids()).toEqual(["01K9BBCC", "01K9BBBB", "01K9AAAA"]);
      expect(await ids({ suite: "unit" })).toEqual(["01K9BBCC", "01K9AAAA"]);
      expect(await ids({ limit: 1 })).toEqual(["01K9BBCC"]);
      expect(await ids({ suite: "nothing" })).toEqual([]);
    });

    it.each([
      ["latest", undefined, "01K9BBCC"],
      ["latest~1", undefined, "01K9BBBB"],
      ["latest~1", "unit", "01K9AAAA"],
      ["latest~9", undefined, undefined],
      ["01K9A", undefined, "01K9AAAA"],
      ["01K9B", undefined, undefined],
      ["01K9BBB", undefined, "01K9BBBB"],
      ["01K", undefined, undefined],
      ["01K9%", undefined, undefined],
      ["latest~1; drop table test_runs", undefined, undefined],
    ])("finds %s of suite %s: %s", async (id, suite, expected) => {
      expect((await store.evals.find(id, suite))?.id.slice(0, 8)).toBe(expected);
    });

    it("changes nothing when a run is written again", async () => {
      await store.evals.add({ ...RUN, suite: "other" }, RESULTS);
      expect((await store.evals.find(RUN.id))?.suite).toBe("unit");
      expect(await store.evals.results(RUN.id)).toHaveLength(3);
    });

    it("writes a run with all its results or nothing", async () => {
      const broken = RESULTS.map((result, at) => (at === 1 ? { ...result, repetition: Number.NaN } : result));
      const id = "01K9EEEE0000000000000000EE";
      await expect(store.evals.add({ ...RUN, id }, broken)).rejects.toMatchObject({ code: "store" });
      expect(await store.evals.find(id)).toBeUndefined();
      expect(await store.evals.results(id)).toEqual([]);
    });

    it("is merged with the rest of a store, any number of times", async () => {
      const other = await place.open();
      await other.importFrom(store);
      await other.importFrom(store);
      expect(await other.evals.list()).toEqual(await store.evals.list());
      expect(await other.evals.results(RUN.id)).toEqual(await store.evals.results(RUN.id));
      expect(await other.fingerprint()).toBe(await store.fingerprint());
      await other.close();
    });
  });
}
