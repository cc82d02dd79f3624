import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NewDatasetVersion } from "../../src/ports/datasets.ts";
import type { TraceStore } from "../../src/ports/store.ts";
import { record, twoRepairs } from "../stores/support/sample.ts";
import type { StoreUnderTest } from "./store.ts";

const item = (at: number): NewDatasetVersion["items"][number] => ({
  itemId: `item-${String(99 - at).padStart(2, "0")}`,
  split: at % 5 === 4 ? "validation" : "train",
  attemptId: "attempt-2",
  labelId: `label-${at}`,
  findingId: "f1",
  group: "example/shop",
  dupGroup: `F401 ${at}`,
  tokens: 100 + at,
  input: `prompt ${at} ü`,
  output: `answer ${at}`,
});

const version = (contentHash: string, more: Partial<NewDatasetVersion> = {}): NewDatasetVersion => ({
  dataset: "repairs",
  format: "openai-chat",
  manifest: '{"version": 1}\n',
  refusals: '{"attemptId": "a", "reason": "leak"}\n',
  contentHash,
  filters: "{}",
  tokens: 1234,
  items: Array.from({ length: 12 }, (_, at) => item(at)),
  ...more,
});

/** What every store must do with versions of datasets. */
export function datasetsContract(place: () => StoreUnderTest): void {
  describe("datasets", () => {
    let store: TraceStore;
    beforeAll(async () => {
      store = await place().open();
      await record(store, twoRepairs());
    });
    afterAll(() => store?.close());

    it("are counted by name, listed newest first, and found by their ids", async () => {
      const first = await store.datasets.add(version("a".repeat(64)));
      const second = await store.datasets.add(version("b".repeat(64), { format: "jsonl" }));
      const other = await store.datasets.add(version("c".repeat(64), { dataset: "pairs", items: [] }));
      expect([first, second, other].map((one) => [one.known, one.version.dataset, one.version.version])).toEqual([
        [false, "repairs", 1],
        [false, "repairs", 2],
        [false, "pairs", 1],
      ]);
      expect((await store.datasets.list()).map(({ id }) => id)).toEqual(
        [other, second, first].map((one) => one.version.id),
      );
      expect(await store.datasets.find(second.version.id)).toEqual(second.version);
      expect(await store.datasets.find("latest")).toEqual(other.version);
      expect(await store.datasets.find("nope")).toBeUndefined();
      expect(await store.datasets.find("")).toBeUndefined();
    });

    it("are the same version when their content is", async () => {
      const again = await store.datasets.add(version("a".repeat(64)));
      expect(again).toMatchObject({ known: true, version: { version: 1, rows: 12, tokens: 1234 } });
      expect(await store.datasets.list()).toHaveLength(3);
    });

    it("keep their rows in the order of their files, page by page, and their papers word by word", async () => {
      const { id } = (await store.datasets.add(version("a".repeat(64)))).version;
      const rows = [
        ...(await store.datasets.items(id, { from: 0, size: 5 })),
        ...(await store.datasets.items(id, { from: 5, size: 500 })),
      ];
      expect(rows).toEqual(version("").items);
      expect(await store.datasets.papers(id)).toEqual({
        manifest: '{"version": 1}\n',
        refusals: '{"attemptId": "a", "reason": "leak"}\n',
      });
      expect(await store.datasets.papers("none")).toBeUndefined();
    });

    it("tell what is held out: drawn for calibration, used by eval runs, and what is given, with findings and patch", async () => {
      const drawn = { attemptId: "attempt-2", criterion: "overall" as const, probability: 0.5, stratum: "all", at: 1 };
      await store.judgements.addDraws([drawn]);
      const held = await store.datasets.heldOut([{ attemptId: "attempt-3", heldBy: "calibration labels" }]);
      expect(held).toEqual([
        {
          attemptId: "attempt-2",
          heldBy: "calibration sample",
          findingIds: ["f1"],
          patchHash: expect.stringMatching(/^[0-9a-f]{32}$/),
        },
        { attemptId: "attempt-3", heldBy: "calibration labels", findingIds: ["f2", "f3"], patchHash: undefined },
      ]);
    });

    it("survive the move to another store", async () => {
      const other = await place().open();
      await other.importFrom(store);
      expect((await other.datasets.list()).map(({ id }) => id)).toEqual(
        (await store.datasets.list()).map(({ id }) => id),
      );
      const { id } = (await store.datasets.add(version("a".repeat(64)))).version;
      expect(await other.datasets.items(id, { from: 0, size: 50 })).toEqual(version("").items);
      await other.close();
    });
  });
}
