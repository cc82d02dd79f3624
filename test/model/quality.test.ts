import { describe, expect, it } from "vitest";
import { makeCorpus } from "../../bench/model/corpus.ts";
import type { Quality } from "../../bench/model/replies.ts";
import { type Trial, tryOut } from "../../bench/model/trial.ts";

/** The bench over replies of known quality (bench/model), small, with the embedded Ruff: what it must never show. */

const corpus = makeCorpus(1);
const total = ({ byKind }: Trial): number => [...byKind.values()].reduce((sum, { accepted }) => sum + accepted, 0);
const trial = (strategy: "batch" | "single" | "v1", quality: Quality | readonly Quality[]): Promise<Trial> =>
  tryOut(corpus, (_, at) => (typeof quality === "string" ? quality : (quality[at % quality.length] ?? "right")), {
    strategy,
    flavour: "wasm",
  });

describe("replies of known quality", { timeout: 120_000 }, () => {
  it.each(["batch", "single"] as const)(
    "%s: right ones close every finding, exactly as they were meant",
    async (strategy) => {
      const result = await trial(strategy, "right");
      expect(result.missed).toEqual([]);
      expect(result.suspicious).toEqual([]);
      expect(total(result)).toBe(18);
      expect(result.unlocated, "prompts show each finding in the text as it stands").toBe(0);
    },
  );

  it.each(["batch", "single"] as const)(
    "%s: repairable ones close every finding, exactly as they were meant",
    async (strategy) => {
      const result = await trial(strategy, "repairable");
      expect(result.missed).toEqual([]);
      expect(result.suspicious).toEqual([]);
    },
  );

  it.each([
    ["batch", "hostile"],
    ["batch", "wrong"],
    ["single", "hostile"],
    ["v1", "hostile"],
  ] as const)("%s: of %s ones nothing is accepted that was not meant", async (strategy, quality) => {
    const result = await trial(strategy, quality);
    expect(result.suspicious).toEqual([]);
  });

  it("a batch that holds all kinds of replies closes what single requests close, with fewer of them", async () => {
    const mixed = ["right", "hostile", "repairable", "right", "wrong"] as const;
    const [batch, single] = [await trial("batch", mixed), await trial("single", mixed)];
    expect([batch.suspicious, single.suspicious]).toEqual([[], []]);
    expect(total(batch)).toBeGreaterThanOrEqual(total(single) * 0.9);
    expect(batch.requests).toBeLessThan(single.requests);
  });
});
