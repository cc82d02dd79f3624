import { describe, expect, it } from "vitest";
import type { EvalRunRow } from "../../src/domain/eval.ts";
import { evalCounts } from "../../src/domain/eval-counts.ts";
import { wilson } from "../../src/domain/statistics.ts";
import { openBundle } from "../../src/server/bundle/reader.ts";
import type { CompareAnswer, EvalsAnswer } from "../../src/server/eval-api.ts";
import { newestInGrid } from "../../src/server/evals.ts";
import { history } from "../eval/metrics/history.ts";
import { evalRun } from "../eval/metrics/support.ts";
import { bundleOf } from "./bundle-support.ts";
import { aServer, aStore, NOW } from "./support.ts";

async function filled(runs: number, cases: number) {
  const store = await aStore();
  const all = history(runs, cases);
  for (const { run, results } of all) await store.evals.add(run, results);
  return { store, all, ids: all.map(({ run }) => run.id) };
}

describe("eval runs over HTTP", () => {
  it("are none where none is stored", async () => {
    const { get } = aServer(await aStore());
    const { status, body } = await get<EvalsAnswer>("/api/evals");
    expect(status).toBe(200);
    expect(body).toEqual({ suites: [], runs: [], grid: { runs: [], rows: [] } });
  });

  it("come newest first with intervals, and case by case with the oldest first", async () => {
    const { store, ids } = await filled(4, 60);
    await store.evals.add({ ...(await storedRun(store, ids[0])), id: "01K9ZZZZ", suite: "other", at: 1 }, []);
    const { body } = await aServer(store).get<EvalsAnswer>("/api/evals");
    expect(body.suites).toEqual(["cases", "other"]);
    expect(body.suite).toBe("cases");
    expect(body.runs.map(({ id }) => id)).toEqual(ids.toReversed());
    for (const { rate } of body.runs) {
      expect(rate.low).toBeLessThan(rate.share ?? 0);
      expect(rate.high).toBeGreaterThan(rate.share ?? 1);
    }
    expect(body.grid.runs).toEqual(ids);
    expect(body.grid.rows).toHaveLength(60);
    expect(body.grid.rows.find(({ name }) => name === "security-case-5")?.cells).toMatch(/^k.s?./);
    for (const { cells } of body.grid.rows) expect(cells).toMatch(/^[pfkes]{4}$/);
    const other = await aServer(store).get<EvalsAnswer>("/api/evals?suite=other");
    expect(other.body).toMatchObject({ suite: "other", runs: [{ id: "01K9ZZZZ" }], grid: { rows: [] } });
  });

  it("are compared, with what the gate would say", async () => {
    const { store, ids } = await filled(4, 120);
    const { get } = aServer(store);
    const { body } = await get<CompareAnswer>(`/api/evals/compare?base=${ids[2]}&head=${ids[3]}`);
    expect(body.gate.verdict).toBe("block");
    expect(body.comparison.broken.length).toBeGreaterThan(5);
    expect(new Set(body.comparison.broken.flatMap(({ flaky, family }) => (flaky ? [] : family)))).toEqual(
      new Set(["docstrings"]),
    );
    expect((await get(`/api/evals/compare?base=${ids[2]}&head=nothing`)).body.error).toMatchObject({ code: "input" });
    expect((await get("/api/evals/compare")).status).toBe(400);
  });

  it("are the same in a bundle, which compares in the browser", async () => {
    const { store, ids } = await filled(3, 40);
    const { get } = aServer(store);
    const { load } = await bundleOf(store);
    const bundle = openBundle(load, () => NOW);
    const compare = `/api/evals/compare?base=${ids[0]}&head=${ids[2]}`;
    for (const path of ["/api/evals", "/api/evals?suite=cases", compare])
      expect(JSON.parse(JSON.stringify(await bundle.get(path))), path).toEqual((await get<object>(path)).body);
    expect(await bundle.get("/api/evals?suite=__proto__")).toMatchObject({ runs: [] });
    expect(await bundle.get("/api/evals/compare?base=constructor&head=x")).toMatchObject({
      error: { code: "not-found" },
    });
  });

  it("are as many in the grid as it has room for, and two at least", () => {
    const rows = (cases: number): EvalRunRow[] =>
      Array.from({ length: 40 }, (_, at) => ({
        ...evalRun({ id: String(at), repetitions: 3 }),
        counts: { ...evalCounts([]), cases },
        rate: wilson(0, 0),
      }));
    expect(newestInGrid(rows(30_000))).toHaveLength(2);
    expect(newestInGrid(rows(1000))).toHaveLength(20);
    expect(newestInGrid(rows(300))).toHaveLength(30);
  });
});

async function storedRun(store: Awaited<ReturnType<typeof aStore>>, id: string | undefined) {
  const run = await store.evals.find(id ?? "");
  if (!run) throw new Error("no run");
  return run;
}
