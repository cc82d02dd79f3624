import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TraceStore } from "../../src/ports/store.ts";
import { parseQuery } from "../../src/trace/query.ts";
import { record, twoRepairs } from "../stores/support/sample.ts";
import type { StoreUnderTest } from "./store.ts";

const LABELS = 60;

/** What every store must do so that labels can be trusted: items that are shown again, and items without a patch. */
export function labelQueueContract(place: () => StoreUnderTest): void {
  describe("the label queue", () => {
    let store: TraceStore;
    beforeAll(async () => {
      store = await place().open();
      for (let at = 0; at < LABELS + 20; at += 1) await record(store, twoRepairs(`q${at}-`, at + 1));
    });
    afterAll(() => store?.close());

    const query = (text: string) => {
      const parsed = parseQuery(text, Date.now());
      if (!parsed.ok) throw new Error(text);
      return parsed.query;
    };

    it("shows 5 % a second time, never what is fresh in mind, and counts how often the word was the same", async () => {
      const order: string[] = [];
      const repeats: string[] = [];
      while (order.length < LABELS) {
        const items = await store.labelQueue({ rater: "ann", size: 6 });
        for (const { attemptId, control } of items) {
          if (control === "repeat") {
            expect(order.indexOf(attemptId)).toBeGreaterThanOrEqual(0);
            expect(order.indexOf(attemptId)).toBeLessThanOrEqual(order.length - 10);
            expect(repeats).not.toContain(attemptId);
            await store.addLabel({
              attemptId,
              rater: "ann",
              value: repeats.length === 0 ? "bad" : "good",
              queue: control,
            });
            repeats.push(attemptId);
          } else {
            expect(order).not.toContain(attemptId);
            await store.addLabel({ attemptId, rater: "ann", value: "good" });
            order.push(attemptId);
          }
        }
      }
      expect(repeats).toHaveLength(Math.floor((LABELS - 1) * 0.05));
      const [pace] = await store.labelPace({});
      expect(pace).toMatchObject({
        labels: order.length,
        withOneself: { same: repeats.length - 1, n: repeats.length },
      });
      expect(pace?.withOthers).toBeUndefined();
    });

    it("plants what two others agreed about, once there are fifty labels", async () => {
      const ann = await store.labelQueue({ rater: "ann", size: 1 });
      await store.releaseLeases("ann");
      const planted = ann.find(({ control }) => control === undefined)?.attemptId ?? "";
      await store.addLabel({ attemptId: planted, rater: "bob", value: "bad" });
      const once = await store.labelQueue({ rater: "ann", size: 4 });
      expect(once.filter(({ control }) => control === "known")).toEqual([]);
      await store.addLabel({ attemptId: planted, rater: "cid", value: "bad" });
      await store.releaseLeases("ann");
      const twice = await store.labelQueue({ rater: "ann", size: 4 });
      expect(twice.filter(({ control }) => control === "known").map(({ attemptId }) => attemptId)).toEqual([planted]);
      await store.addLabel({ attemptId: planted, rater: "ann", value: "bad", queue: "known" });
      expect((await store.labelPace({})).find(({ rater }) => rater === "ann")).toMatchObject({
        withOthers: { same: 1, n: 1 },
      });
    });

    it("holds attempts without a patch only where the query asks for failures, each by itself", async () => {
      const plain = await store.labelQueue({ rater: "dan", size: 100 });
      expect(plain.every(({ changedLines }) => changedLines > 0)).toBe(true);
      await store.releaseLeases("dan");
      const failures = await store.labelQueue({ rater: "dan", size: 10, query: query("outcome:rejected,failed") });
      const bare = failures.filter(({ changedLines }) => changedLines === 0);
      expect(bare.length).toBeGreaterThan(1);
      for (const { attemptId, duplicates } of bare) expect(duplicates).toEqual([attemptId]);
      const [first] = bare;
      await store.addLabel({ attemptId: first?.attemptId ?? "", rater: "dan", value: "bad" });
      await store.releaseLeases("dan");
      const left = await store.labelQueue({ rater: "eve", size: 100, query: query("outcome:rejected,failed") });
      expect(left.map(({ attemptId }) => attemptId)).not.toContain(first?.attemptId);
    });
  });
}
