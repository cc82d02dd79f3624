import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plant } from "../../bench/clusters/corpus.ts";
import { OUR_CHECKS } from "../../bench/clusters/our-checks.ts";
import type { ClusterRun, FailedAttempt, FailureMode } from "../../src/domain/cluster.ts";
import { randomFrom } from "../../src/domain/statistics.ts";
import { EVERYTHING } from "../../src/domain/trace-query.ts";
import { clusterStore } from "../../src/eval/clusters/run.ts";
import type { TraceStore } from "../../src/ports/store.ts";
import { parseQuery } from "../../src/trace/query.ts";
import { recordsOf } from "../eval/clusters/planted.ts";
import type { StoreUnderTest } from "./store.ts";

const NOW = Date.UTC(2026, 10, 22, 12);
const FAILURES = plant(OUR_CHECKS, 150, randomFrom(3)).map(({ failure }) => failure);
const HOSTILE = "<script>alert(1)</script> \u202e \u001b[31m ' \"";

function find(store: TraceStore, id: string, now = NOW): Promise<ClusterRun> {
  let count = 0;
  return clusterStore({
    store: store.clusters,
    query: EVERYTHING,
    typed: "",
    seed: 1,
    now,
    newId: () => {
      count += 1;
      return `${id}${String(count).padStart(4, "0")}`;
    },
  });
}

/** What every store of clusters must do. */
export function clustersContract(placeOf: () => StoreUnderTest): void {
  describe("clusters", () => {
    let store: TraceStore;
    let run: ClusterRun;

    beforeAll(async () => {
      store = await placeOf().open();
      await store.write(recordsOf(FAILURES));
      run = await find(store, "01K9AAAA00000000000000");
    }, 120_000);
    afterAll(async () => {
      await store?.close();
    });

    it("gives failures as they were recorded, within a span and under a query", async () => {
      const all = await store.clusters.failures(EVERYTHING, {});
      const byId = (some: readonly FailedAttempt[]) => some.toSorted((a, b) => (a.attemptId < b.attemptId ? -1 : 1));
      const recorded = FAILURES.map((each) => ({ ...each, repair: { ...each.repair, attempts: 1 } }));
      expect(byId(all)).toEqual(byId(recorded));
      const middle = FAILURES[75]?.at ?? 0;
      expect(await store.clusters.failures(EVERYTHING, { since: middle })).toHaveLength(75);
      expect(await store.clusters.failures(EVERYTHING, { until: middle })).toHaveLength(75);
      expect(await store.clusters.endedRepairs(EVERYTHING, { until: middle })).toBe(75);
      const parsed = parseQuery("code:LLM_TIMEOUT", NOW);
      const timeouts = await store.clusters.failures(parsed.query, {});
      expect(timeouts).toHaveLength(FAILURES.filter(({ code }) => code === "LLM_TIMEOUT").length);
    });

    it("keeps a run with its clusters and members, and gives it back by id and by age", async () => {
      expect(run.clusters.length).toBeGreaterThan(2);
      for (const id of ["latest", run.id]) expect(await store.clusters.find(id)).toEqual(run);
      expect(await store.clusters.find("latest~7")).toBeUndefined();
      const [first] = run.clusters;
      const members = await store.clusters.members(first?.id ?? "");
      expect(members).toHaveLength(first?.attempts ?? 0);
      expect(members[0]?.distance).toBeLessThanOrEqual(members.at(-1)?.distance ?? 0);
      expect(await store.clusters.runs()).toMatchObject([{ id: run.id, query: "", attempts: 150 }]);
    });

    it("finds the attempts of a cluster by its key", async () => {
      const [first] = run.clusters;
      const { query } = parseQuery(`cluster:${first?.key}`, NOW);
      expect((await store.listAttempts(query, { size: 500 })).items).toHaveLength(first?.attempts ?? 0);
      expect((await store.listRepairs(query, { size: 500 })).items).toHaveLength(first?.attempts ?? 0);
    });

    it("writes the same run again without a change", async () => {
      const before = await store.fingerprint();
      await store.clusters.add(run, []);
      expect(await store.fingerprint()).toBe(before);
    });

    it("knows every key as it was last, so that the next run gives it again", async () => {
      const known = await store.clusters.known();
      expect(known.map(({ key }) => key).sort()).toEqual(run.clusters.map(({ key }) => key).sort());
      const again = await find(store, "01K9BBBB00000000000000", NOW + 1);
      expect(again.clusters.map(({ key }) => key)).toEqual(run.clusters.map(({ key }) => key));
      expect((await store.clusters.find("latest~1"))?.id).toBe(run.id);
    });

    it("keeps people's words, the newest on each key, hostile ones as they are", async () => {
      const mode: FailureMode = {
        id: "01K9CCCC000000000000000001",
        key: run.clusters[0]?.key ?? "",
        name: HOSTILE,
        definition: "",
        state: "open",
        pinned: true,
        signatures: ["reply:- a", HOSTILE],
        by: "Ümit",
        at: NOW + 2,
      };
      const fixed: FailureMode = {
        ...mode,
        id: "01K9CCCC000000000000000002",
        state: "fixed",
        at: NOW + 3,
        supersedes: mode.id,
      };
      const gone: FailureMode = {
        ...mode,
        id: "01K9CCCC000000000000000003",
        key: "cother",
        state: "dissolved",
        into: mode.key,
      };
      await store.clusters.addModes([mode, gone]);
      await store.clusters.addModes([fixed]);
      await store.clusters.addModes([mode]);
      expect((await store.clusters.modes()).filter(({ key }) => key === mode.key)).toEqual([fixed]);
      expect((await store.clusters.modes()).filter(({ key }) => key === gone.key)).toEqual([gone]);
    });

    it("comes over with a dump, in any order and twice", async () => {
      const other = await placeOf().open();
      try {
        await other.importFrom(store);
        await other.importFrom(store);
        expect(await other.fingerprint()).toBe(await store.fingerprint());
        expect(await other.clusters.find(run.id)).toEqual(run);
        expect(await other.clusters.modes()).toEqual(await store.clusters.modes());
      } finally {
        await other.close();
      }
    });
  });
}
