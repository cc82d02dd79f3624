import { describe, expect, it } from "vitest";
import { plant } from "../../bench/clusters/corpus.ts";
import { OUR_CHECKS } from "../../bench/clusters/our-checks.ts";
import { randomFrom } from "../../src/domain/statistics.ts";
import type { RepairsAnswer } from "../../src/server/api.ts";
import type { ClustersAnswer } from "../../src/server/cluster-api.ts";
import { recordsOf } from "../eval/clusters/planted.ts";
import { aServer, aStore } from "./support.ts";

const failures = plant(OUR_CHECKS, 120, randomFrom(3)).map(({ failure }) => failure);

async function aFilledServer() {
  const store = await aStore();
  await store.write(recordsOf(failures));
  return { store, ...aServer(store) };
}

describe("clusters on the page", () => {
  it("are none at first, found when asked for, and then kept", async () => {
    const { get, send } = await aFilledServer();
    expect((await get<ClustersAnswer>("/api/clusters")).body).toEqual({ runs: [] });
    const found = await send<ClustersAnswer>("POST", "/api/clusters", {});
    expect(found.status).toBe(200);
    expect(found.body.run).toMatchObject({ attempts: 120, scope: { query: "" } });
    expect((await get<ClustersAnswer>("/api/clusters")).body.run).toEqual(found.body.run);
    expect((await get<ClustersAnswer>(`/api/clusters?run=${found.body.run?.id}`)).body.run?.id).toBe(
      found.body.run?.id,
    );
    expect((await get("/api/clusters?run=01K9NONE")).status).toBe(404);
  });

  it("lead to their repairs by a search", async () => {
    const { get, send } = await aFilledServer();
    const { body } = await send<ClustersAnswer>("POST", "/api/clusters", {});
    const [first] = body.run?.clusters ?? [];
    const repairs = await get<RepairsAnswer>(`/api/repairs?size=500&q=cluster:${first?.key}`);
    expect(repairs.body.items).toHaveLength(first?.attempts ?? 0);
    expect(repairs.body.problems).toEqual([]);
  });

  it("take a person's word, and are grouped again with it", async () => {
    const { send } = await aFilledServer();
    const { body } = await send<ClustersAnswer>("POST", "/api/clusters", {});
    const [first] = body.run?.clusters ?? [];
    const name = "<img src=x onerror=alert(1)>";
    const renamed = await send<ClustersAnswer>("POST", "/api/clusters/word", {
      by: "Ada",
      word: { kind: "rename", cluster: first?.key, name },
    });
    expect(renamed.body.run?.clusters[0]).toMatchObject({ key: first?.key, name: { name, by: "person" } });
    const fixed = await send<ClustersAnswer>("POST", "/api/clusters/word", {
      by: "Ada",
      word: { kind: "fixed", cluster: first?.key },
    });
    expect(fixed.body.run?.clusters[0]).toMatchObject({ state: "fixed", name: { name } });
  });

  it.each([
    ["a cluster that there is not", { by: "Ada", word: { kind: "fixed", cluster: "nobody" } }],
    ["a word that there is not", { by: "Ada", word: { kind: "explode", cluster: "c1" } }],
    ["no name", { by: "Ada", word: { kind: "rename", cluster: "1", name: " " } }],
    ["nobody who says it", { word: { kind: "fixed", cluster: "1" } }],
  ])("refuse %s, and nothing changes", async (_, body) => {
    const { store, send } = await aFilledServer();
    await send("POST", "/api/clusters", {});
    const before = await store.fingerprint();
    expect((await send("POST", "/api/clusters/word", body)).status).toBe(400);
    expect(await store.fingerprint()).toBe(before);
  });

  it("refuse a query that cannot be read", async () => {
    const { send } = await aFilledServer();
    expect((await send("POST", "/api/clusters", { q: "cost:>abc" })).status).toBe(400);
  });
});
