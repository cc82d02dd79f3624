import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TraceRecord } from "../../src/domain/trace.ts";
import { EVERYTHING } from "../../src/domain/trace-query.ts";
import type { TraceStore } from "../../src/ports/store.ts";
import { parseQuery } from "../../src/trace/query.ts";
import { NOW, record, twoRepairs } from "../stores/support/sample.ts";
import { clustersContract } from "./clusters.ts";
import { datasetsContract } from "./datasets.ts";
import { evalRunsContract } from "./eval-runs.ts";
import { judgementsContract } from "./judgements.ts";
import { labelQueueContract } from "./label-queue.ts";

export interface StoreUnderTest {
  /** A new, empty store. */
  open(): Promise<TraceStore>;
  close(): Promise<void>;
}

function query(text: string) {
  const parsed = parseQuery(text, NOW);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.query;
}

/** What every store must do. `name` says which database stands behind it. */
export function storeContract(name: string, start: () => Promise<StoreUnderTest>): void {
  describe(`the store on ${name}`, () => {
    let place: StoreUnderTest;
    let store: TraceStore;
    const script = twoRepairs();

    beforeAll(async () => {
      place = await start();
      store = await place.open();
      await record(store, script);
    }, 120_000);
    afterAll(async () => {
      await store?.close();
      await place?.close();
    });

    const ids = async (text: string) =>
      (await store.listRepairs(query(text), { size: 50 })).items.map((row) => row.id).sort();
    const attemptIds = async (text: string) =>
      (await store.listAttempts(query(text), { size: 50 })).items.map((row) => row.id).sort();

    it("gives a repair back as it was recorded, with its run, findings, attempts and checks", async () => {
      const trace = await store.repair("repair-1");
      expect(trace?.run).toEqual({ ...script.run, endedAt: NOW + 9000, status: "done" });
      expect(trace?.repair).toMatchObject({ ...script.repairs[0]?.repair, ...script.repairs[0]?.end });
      expect(trace?.missing).toEqual([]);
      for (const [at, each] of (script.repairs[0]?.attempts ?? []).entries()) {
        const { checks, ...end } = each.end;
        expect(trace?.attempts[at]).toMatchObject({ ...each.start, ...end });
        expect(trace?.attempts[at]?.checks).toMatchObject([...checks]);
      }
    });

    it("adds up costs, tokens and attempts of a repair, and counts attempts without a price", async () => {
      expect((await store.repair("repair-1"))?.repair.sums).toEqual({
        attempts: 2,
        costMicroUsd: 1234,
        unpriced: 1,
        promptTokens: 300,
        completionTokens: 60,
        cachedTokens: 5,
        latencyMs: 3000,
      });
    });

    it("finds a repair by a part of its id only if no other begins so", async () => {
      expect(await store.repair("repair-")).toBeUndefined();
      expect((await store.repair("repair-2"))?.repair.id).toBe("repair-2");
      expect(await store.repair("nothing")).toBeUndefined();
    });

    it.each([
      ["", ["repair-1", "repair-2"]],
      ["rule:F401", ["repair-1"]],
      ["rule:F401,E711", ["repair-1", "repair-2"]],
      ["rule:F*", ["repair-1"]],
      ["-rule:F401", ["repair-2"]],
      ["outcome:rejected", ["repair-2"]],
      ["attempts:>1", ["repair-1"]],
      ["attempts:1", ["repair-2"]],
      ["cost:>0.001", ["repair-1"]],
      ["cost:<=0.001", ["repair-2"]],
      ["model:fake:small", ["repair-1", "repair-2"]],
      ["answered:large-2026", ["repair-1"]],
      ["-model:fake:large", ["repair-2"]],
      ["path:src/Shop", ["repair-1"]],
      ["path:100%_", []],
      ["code:APPLY_CONTEXT_MISMATCH", ["repair-1"]],
      ["check:applies", ["repair-1"]],
      ["strategy:batch", ["repair-2"]],
      ["severity:error", ["repair-2"]],
      ["tool:ruff", ["repair-1", "repair-2"]],
      ["type:py", ["repair-1"]],
      ["template:single@2", ["repair-1"]],
      ["template:batch", ["repair-2"]],
      ["label:none", ["repair-1", "repair-2"]],
      ["label:good", []],
      ["run:run-1 repo:shop branch:main", ["repair-1", "repair-2"]],
      ["latency:>2s", ["repair-1"]],
      ["tokens:>350", ["repair-1"]],
      ["findings:2", ["repair-2"]],
      ["since:2026-11-22", ["repair-1", "repair-2"]],
      ["before:2026-11-22", []],
      ['"corrupt patch"', ["repair-1"]],
      ["corrupt sunflower", ["repair-1"]],
      ['"patch corrupt"', []],
      ["error:corrupt", ["repair-1"]],
      ["reply:corrupt", []],
      ["prompt:sunflower", ["repair-1"]],
      ["-sunflower", ["repair-2"]],
      ["first_value", ["repair-1"]],
      ["value", []],
      ["GRÜßE", ["repair-2"]],
      ['patch:"import os"', ["repair-1"]],
    ])("finds repairs by %s", async (text, expected) => {
      expect(await ids(text)).toEqual(expected);
    });

    it.each([
      ["outcome:rejected", ["attempt-1", "attempt-3"]],
      ["attempt:2", ["attempt-2"]],
      ["cost:>0", ["attempt-1", "attempt-3"]],
      ["lines:>=2", ["attempt-2"]],
      ["id:attempt-3", ["attempt-3"]],
      ["finish:length", ["attempt-3"]],
    ])("finds attempts by %s", async (text, expected) => {
      expect(await attemptIds(text)).toEqual(expected);
    });

    it.each([
      '"',
      "AND OR NOT",
      "col:umn",
      "NEAR(a b)",
      "a* ^b",
      "'; drop table attempt; --",
      "a & b | !c",
      "<->",
      "{error}: x",
      "100%",
      "\\",
      "a:b:c",
    ])("takes %j for text to search, never for syntax", async (text) => {
      const parsed = parseQuery(text, NOW);
      await expect(store.listRepairs(parsed.query, { size: 5 })).resolves.toBeDefined();
      await expect(store.listAttempts(parsed.query, { size: 5 })).resolves.toBeDefined();
      await expect(store.facets(parsed.query)).resolves.toBeDefined();
    });

    it.each(["newest", "oldest", "cost", "latency", "attempts"] as const)(
      "pages through everything once, sorted by %s",
      async (sort) => {
        const seen: string[] = [];
        let after: string | undefined;
        do {
          const page = await store.listRepairs(EVERYTHING, { size: 1, sort, ...(after !== undefined && { after }) });
          seen.push(...page.items.map((row) => row.id));
          after = page.next;
        } while (after !== undefined);
        expect(seen.toSorted()).toEqual(["repair-1", "repair-2"]);
        expect(seen[0]).toBe(sort === "newest" ? "repair-2" : "repair-1");
      },
    );

    it("refuses the place of another list, and pages of no size", async () => {
      const page = await store.listRepairs(EVERYTHING, { size: 1 });
      await expect(store.listRepairs(query("rule:F401"), { size: 1, after: page.next ?? "" })).rejects.toMatchObject({
        code: "input",
      });
      await expect(store.listRepairs(EVERYTHING, { size: 1, after: "nonsense" })).rejects.toMatchObject({
        code: "input",
      });
      await expect(store.listRepairs(EVERYTHING, { size: 0 })).rejects.toMatchObject({ code: "input" });
    });

    it("counts facets under the query", async () => {
      const all = await store.facets(EVERYTHING);
      expect(all.total).toBe(2);
      expect(all.facets.outcome).toEqual([
        { value: "accepted", count: 1 },
        { value: "rejected", count: 1 },
      ]);
      expect(all.facets.rule).toEqual([
        { value: "E711", count: 1 },
        { value: "E712", count: 1 },
        { value: "F401", count: 1 },
      ]);
      const one = await store.facets(query("rule:F401"));
      expect(one.total).toBe(1);
      expect(one.facets.model).toEqual([
        { value: "fake:large", count: 1 },
        { value: "fake:small", count: 1 },
      ]);
      expect(one.facets.code).toEqual([{ value: "APPLY_CONTEXT_MISMATCH", count: 1 }]);
      expect(one.facets.template).toEqual([{ value: "single@2", count: 1 }]);
    });

    it("gives the overview with its denominators", async () => {
      const seen = await store.overview({});
      expect(seen).toMatchObject({
        repairs: 2,
        attempts: 3,
        costMicroUsd: 1834,
        unpriced: 1,
        costPerAcceptedMicroUsd: 1834,
        wastedMicroUsd: 600,
        accepted: { count: 1, n: 2 },
        firstTry: { count: 0, n: 2 },
        retryYield: { count: 1, n: 1 },
        latencyMs: { p50: 1000, p95: 2000, n: 3 },
      });
      expect(seen.failures.map((failure) => [failure.code, failure.share.count, failure.share.n])).toEqual([
        ["APPLY_CONTEXT_MISMATCH", 1, 2],
        ["LLM_TRUNCATED", 1, 2],
      ]);
      expect(seen.byRule).toEqual([
        { name: "F401", costMicroUsd: 1234, attempts: 2, unpriced: 1 },
        { name: "mixed", costMicroUsd: 600, attempts: 1, unpriced: 0 },
      ]);
      expect(seen.days.map((day) => day.day)).toEqual(["2026-11-22"]);
      expect((await store.overview({ until: NOW - 1 })).accepted).toMatchObject({ n: 0, share: undefined });
      expect((await store.overview({}, query("rule:F401"))).attempts).toBe(2);
    });

    it("answers every named view", async () => {
      const { VIEWS } = await import("../../src/adapters/stores/schema/views.ts");
      for (const view of VIEWS) expect(Array.isArray(await store.view(view.name)), view.name).toBe(true);
      expect(await store.view("v_success_by_rule")).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            rule_id: "F401",
            repairs: 1,
            accepted: 1,
            first_try: 0,
            accepted_rate: 1,
            cost_micro_usd: 1234,
          }),
        ]),
      );
      expect(await store.view("v_retry_yield")).toEqual(
        expect.arrayContaining([expect.objectContaining({ number: 2, attempts: 1, accepted: 1, yield: 1 })]),
      );
      expect(await store.view("v_wasted_spend")).toEqual([
        expect.objectContaining({ rule_id: "mixed", wasted_micro_usd: 600 }),
      ]);
      expect(await store.view("v_funnel")).toEqual(
        expect.arrayContaining([expect.objectContaining({ check_name: "applies", reached: 2, passed: 1, failed: 1 })]),
      );
      expect(await store.view("v_cost_per_accepted")).toEqual([
        expect.objectContaining({ day: "2026-11-22", cost_per_accepted_micro_usd: 1834 }),
      ]);
      await expect(store.view("run; drop table run")).rejects.toMatchObject({ code: "input" });
    });

    it("writes all records of a batch or none", async () => {
      const [repair] = script.repairs;
      if (!repair) throw new Error("no repair");
      const good: TraceRecord = { kind: "repair", repair: { ...repair.repair, id: "half" } };
      const bad: TraceRecord = {
        kind: "repair",
        repair: { ...repair.repair, id: "other half", startedAt: Number.NaN },
      };
      await expect((async () => store.write([good, bad]))()).rejects.toMatchObject({ code: "store" });
      expect(await store.repair("half")).toBeUndefined();
    });

    describe("labels", () => {
      it("keeps the newest word of a rater, gives the one before back on undo, and never deletes", async () => {
        const first = await store.addLabel({
          attemptId: "attempt-2",
          value: "bad",
          rater: "ann",
          note: "wrong name",
          reasons: ["style"],
        });
        const second = await store.addLabel({ attemptId: "attempt-2", value: "good", rater: "ann" });
        expect(second.supersedes).toBe(first.id);
        expect(await store.labels("attempt-2")).toMatchObject([{ value: "good", rater: "ann" }]);
        expect(await ids("label:good")).toEqual(["repair-1"]);
        expect(await store.undoLabel(first.id)).toBe(false);
        expect(await store.undoLabel(second.id)).toBe(true);
        const [back] = await store.labels("attempt-2");
        expect(back).toMatchObject({ value: "bad", note: "wrong name", reasons: ["style"] });
        expect(await store.undoLabel(back?.id ?? "")).toBe(true);
        await store.addLabel({ attemptId: "attempt-2", value: "good", rater: "ann" });
        expect((await store.listRepairs(query("label:good"), { size: 5 })).items[0]?.labels).toEqual([
          { attemptId: "attempt-2", value: "good", rater: "ann" },
        ]);
        expect((await store.labelPace({}))[0]).toMatchObject({ rater: "ann", labels: 1 });
      });

      it("offers accepted patches called good as examples, both sides of each hunk", async () => {
        await store.addLabel({ attemptId: "attempt-2", value: "good", rater: "bob", note: "neat" });
        const [example, ...others] = await store.goodExamples("F401", 3);
        expect(others).toEqual([]);
        expect(example).toMatchObject({ attemptId: "attempt-2", ruleId: "F401", path: "src/Shop/cart.py" });
        expect(example?.snippets).toEqual([{ before: "import os\nimport sys\nx = 1\n", after: "import sys\nx = 2\n" }]);
        expect(await store.goodExamples("E711", 3)).toEqual([]);
      });

      it("refuses a label on an attempt that is not there", async () => {
        await expect(store.addLabel({ attemptId: "nothing", value: "good", rater: "ann" })).rejects.toMatchObject({
          code: "input",
        });
      });
    });

    it("keeps saved views", async () => {
      const saved = await store.saveView({
        name: "expensive",
        screen: "traces",
        query: "cost:>1",
        sort: "cost",
        columns: ["rule"],
      });
      await store.saveView({ ...saved, name: "dear" });
      expect(await store.savedViews()).toEqual([{ ...saved, name: "dear" }]);
      expect(await store.deleteView(saved.id)).toBe(true);
      expect(await store.deleteView(saved.id)).toBe(false);
    });

    it("holds texts of any size and kind", async () => {
      const other = await place.open();
      const long = `${"the same line again\n".repeat(200_000)}\u202e\u{1f600} ${"x".repeat(100_000)}`;
      const [repair] = twoRepairs().repairs;
      if (!repair) throw new Error("no repair");
      const [first] = repair.attempts;
      if (!first) throw new Error("no attempt");
      await record(other, {
        run: script.run,
        repairs: [{ ...repair, attempts: [{ ...first, end: { ...first.end, reply: long, patch: "" } }] }],
      });
      const trace = await other.repair("repair-1");
      expect(trace?.attempts[0]?.reply === long).toBe(true);
      expect(trace?.attempts[0]?.patch).toBe("");
      expect((await other.listRepairs(query('reply:"same line again"'), { size: 5 })).items).toHaveLength(1);
      await other.close();
    });

    it("merges stores in any order, any number of times, to the same rows", async () => {
      const parts = await Promise.all(Array.from({ length: 8 }, (_, at) => shard(place, at)));
      const merged = async (order: readonly number[]) => {
        const whole = await place.open();
        for (const at of order) await whole.importFrom(parts[at] ?? whole);
        return whole;
      };
      const forth = await merged([0, 1, 2, 3, 4, 5, 6, 7]);
      const back = await merged([7, 3, 6, 2, 5, 1, 4, 0, 3, 3]);
      const again = await forth.importFrom(back);
      expect(again).toEqual({ runs: 0, repairs: 0, attempts: 0, labels: 0 });
      expect(await back.fingerprint()).toBe(await forth.fingerprint());
      expect((await forth.overview({})).attempts).toBe(24);
      expect((await forth.repair("s3-repair-1"))?.repair.sums).toMatchObject({ attempts: 2, costMicroUsd: 1234 });
      expect((await forth.listRepairs(query("sunflower"), { size: 50 })).items).toHaveLength(8);
      for (const each of [...parts, forth, back]) await each.close();
    });

    it("lets the more complete row win when a run is merged while it goes on and again when it is done", async () => {
      const early = await place.open();
      const late = await place.open();
      await record(early, script, { until: "attempt-1" });
      await record(late, script);
      const one = await place.open();
      const two = await place.open();
      for (const source of [early, late]) await one.importFrom(source);
      for (const source of [late, early]) await two.importFrom(source);
      expect((await one.repair("repair-1"))?.repair).toMatchObject({ status: "accepted", sums: { attempts: 2 } });
      expect(await two.fingerprint()).toBe(await one.fingerprint());
      for (const each of [early, late, one, two]) await each.close();
    });

    it("deletes what is old and not labelled, and the texts that nothing needs any more, in one go", async () => {
      const other = await place.open();
      await record(other, script);
      await other.addLabel({ attemptId: "attempt-2", value: "good", rater: "ann" });
      expect(await other.gc({ olderThanMs: 86_400_000 * 365 * 50, keepLabelled: true })).toMatchObject({ repairs: 0 });
      const gone = await other.gc({ olderThanMs: -86_400_000 * 365 * 50, keepLabelled: true });
      expect(gone).toMatchObject({ repairs: 1, attempts: 1, runs: 0 });
      expect(gone.blobs).toBeGreaterThan(0);
      expect((await other.repair("repair-1"))?.attempts[1]?.patch).toContain("import os");
      expect((await other.listRepairs(query("grüße"), { size: 5 })).items).toEqual([]);
      expect(await other.gc({ olderThanMs: -86_400_000 * 365 * 50, keepLabelled: false })).toMatchObject({
        repairs: 1,
        attempts: 2,
        runs: 1,
      });
      expect((await other.overview({})).attempts).toBe(0);
      await other.close();
    });

    it("leases an attempt to one rater only, equal patches once, and nothing twice", async () => {
      const other = await place.open();
      for (let at = 0; at < 6; at += 1) await record(other, twoRepairs(`s${at}-`, at % 3));
      const [ann, bob] = await Promise.all([
        other.labelQueue({ rater: "ann", size: 2 }),
        other.labelQueue({ rater: "bob", size: 2 }),
      ]);
      const leased = [...ann, ...bob].map((item) => item.attemptId);
      expect(new Set(leased).size).toBe(leased.length);
      expect(leased).toHaveLength(3);
      expect(ann[0]?.duplicates).toHaveLength(2);
      const again = await other.labelQueue({ rater: "ann", size: 2 });
      expect(again.map((item) => item.attemptId)).toEqual(ann.map((item) => item.attemptId));
      for (const item of ann)
        await other.addLabel({ attemptId: item.attemptId, value: "good", rater: "ann" }, { duplicates: true });
      expect(await other.labels(ann[0]?.duplicates[1] ?? "")).toMatchObject([{ origin: "propagated", value: "good" }]);
      await other.releaseLeases("bob");
      expect(await other.labelQueue({ rater: "cid", size: 10 })).toHaveLength(3 - ann.length);
      expect(
        await other.labelQueue({ rater: "dan", size: 10, shared: true, order: "calibration", lane: "flash" }),
      ).toHaveLength(3);
      expect(
        await other.labelQueue({ rater: "eve", size: 10, shared: true, order: "calibration", lane: "flash" }),
      ).toHaveLength(3);
      expect(await other.labelQueue({ rater: "dan", size: 10, shared: true, lane: "deep" })).toHaveLength(3);
      await other.close();
    });

    it("tells how far a living run is, since the first word of it, and nothing once it ended", async () => {
      const other = await place.open();
      await record(other, script, { until: "attempt-2", place: { host: "elsewhere", pid: 1 }, beatAt: Date.now() });
      expect(await other.progressOf("run-1")).toBeUndefined();
      const told = (done: number, at: number) =>
        other.write([{ kind: "progress", runId: "run-1", progress: { done, total: 9 }, at }]);
      await told(0, 1000);
      await told(4, 5000);
      expect(await other.progressOf("run-1")).toEqual({ done: 4, total: 9, since: 1000 });
      await other.write([{ kind: "run-ended", runId: "run-1", end: { endedAt: NOW, status: "done" } }]);
      expect(await other.progressOf("run-1")).toBeUndefined();
      await other.close();
    });

    it("shows what a dead run left open as interrupted, leaves a living one alone, and lets a run come back", async () => {
      const other = await place.open();
      await record(other, script, { until: "attempt-2", place: { host: "elsewhere", pid: 1 }, beatAt: Date.now() });
      expect(await other.sweep()).toBe(0);
      expect((await other.repair("repair-1"))?.attempts[1]?.outcome).toBeUndefined();
      expect((await other.listRepairs(query("outcome:open"), { size: 5 })).items).toHaveLength(1);
      await other.write([{ kind: "beat", runId: "run-1", at: Date.now() - 1_000_000 }]);
      expect(await other.sweep()).toBe(1);
      expect((await other.repair("repair-1"))?.run.status).toBe("interrupted");
      expect(
        (await other.listAttempts(query("outcome:interrupted sunflower"), { size: 5 })).items.map((row) => row.id),
      ).toEqual(["attempt-2"]);
      await other.write([{ kind: "beat", runId: "run-1", at: Date.now() }]);
      expect((await other.repair("repair-1"))?.run.status).toBeUndefined();
      await other.close();
    });

    evalRunsContract(() => place);
    clustersContract(() => place);
    datasetsContract(() => place);
    judgementsContract(() => place);
    labelQueueContract(() => place);
  });
}

async function shard(place: StoreUnderTest, at: number): Promise<TraceStore> {
  const store = await place.open();
  await record(store, twoRepairs(`s${at}-`));
  await store.addLabel({ attemptId: `s${at}-attempt-2`, value: "good", rater: "ann", note: `shard ${at}` });
  return store;
}
