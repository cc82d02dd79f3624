import { describe, expect, it } from "vitest";
import { PatchProError } from "../../src/domain/errors.ts";
import type {
  ConfigAnswer,
  DeletedAnswer,
  FacetsAnswer,
  LabelsAnswer,
  OverviewAnswer,
  PaceAnswer,
  QueueAnswer,
  RawAnswer,
  RepairAnswer,
  RepairsAnswer,
  UndoAnswer,
  ViewAnswer,
  ViewsAnswer,
} from "../../src/server/api.ts";
import { aServer, aStore, fill, NOW } from "./support.ts";

async function filled(count = 30) {
  const store = await aStore();
  await fill(store, count);
  return { store, ...aServer(store) };
}

const DAY = 86_400_000;

describe("reading", () => {
  it("says what the page may do here", async () => {
    const { get } = await filled(0);
    expect((await get<ConfigAnswer>("/api/config")).body).toEqual({
      toolVersion: "1.2.3",
      repository: "shop",
      models: ["fake:small"],
      rater: "Ada",
      readOnly: false,
      token: true,
      can: { label: true, correct: false, playground: false, live: true, work: false },
    });
  });

  it("gives the overview of everything, of a span with the one before it, and of a query", async () => {
    const { get } = await filled();
    const all = (await get<OverviewAnswer>("/api/overview")).body;
    expect(all.overview).toMatchObject({ repairs: 30, accepted: { count: 20, n: 30 } });
    expect(all).not.toHaveProperty("previous");
    const later = (await get<OverviewAnswer>(`/api/overview?from=${NOW + DAY}&to=${NOW + 2 * DAY}`)).body;
    expect([later.overview.repairs, later.previous?.repairs]).toEqual([0, 30]);
    const some = (await get<OverviewAnswer>("/api/overview?q=outcome:rejected+nokey:1")).body;
    expect(some.overview.repairs).toBe(10);
    expect(some.problems).toMatchObject([{ start: 17, end: 24 }]);
  });

  it("lists repairs page by page, with facets on the first one", async () => {
    const { get } = await filled();
    const first = (await get<RepairsAnswer>("/api/repairs?q=outcome:accepted&size=15&sort=oldest")).body;
    expect(first.items).toHaveLength(15);
    expect(first.facets).toMatchObject({ total: 20, facets: { outcome: [{ value: "accepted", count: 20 }] } });
    const second = (await get<RepairsAnswer>(`/api/repairs?q=outcome:accepted&size=15&sort=oldest&after=${first.next}`))
      .body;
    expect(second.items).toHaveLength(5);
    expect(second).not.toHaveProperty("facets");
    expect(second).not.toHaveProperty("next");
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(20);
    expect((await get<RepairsAnswer>("/api/repairs?facets=no")).body).not.toHaveProperty("facets");
  });

  it("goes on with a list whose query counts back from now, although time goes on", async () => {
    const store = await aStore();
    await fill(store, 30);
    let now = NOW + DAY;
    const { get } = aServer(store, { clock: { now: () => (now += 1000), sleep: async () => undefined } });
    const first = (await get<RepairsAnswer>("/api/repairs?q=since:7d&size=20")).body;
    expect((await get<RepairsAnswer>(`/api/repairs?q=since:7d&size=20&after=${first.next}`)).body.items).toHaveLength(
      10,
    );
  });

  it("uses what it can read of a query, and says what is wrong with the rest", async () => {
    const { get } = await filled();
    const { status, body } = await get<RepairsAnswer>(
      `/api/repairs?q=${encodeURIComponent('rule:F401 rul:x cost:much "open')}`,
    );
    expect(status).toBe(200);
    expect(body.items).toHaveLength(10);
    expect(body.problems).toMatchObject([{ nearest: "rule", start: 10, end: 15 }, { start: 16 }, { start: 26 }]);
  });

  it.each(["size=0", "size=501", "size=x", "sort=best", "after=nonsense", `after=${"x".repeat(2000)}`])(
    "refuses a list with %s",
    async (query) => {
      const { get } = await filled(1);
      const { status, body } = await get(`/api/repairs?${query}`);
      expect([status, body.error.code]).toEqual([400, "input"]);
    },
  );

  it("gives facets alone", async () => {
    const { get } = await filled();
    expect((await get<FacetsAnswer>("/api/facets?q=rule:F401")).body).toMatchObject({
      total: 10,
      problems: [],
      facets: { rule: [{ value: "F401", count: 10 }] },
    });
  });

  it("gives one repair with its prompts, replies, patches, checks and labels", async () => {
    const { get, send } = await filled();
    await send("POST", "/api/labels", { labels: [{ attemptId: "repair-00003-a2", value: "good", rater: "Ada" }] });
    const { body } = await get<RepairAnswer>("/api/repairs/repair-00003");
    expect(body).toMatchObject({
      run: { id: "run-1" },
      repair: { id: "repair-00003", sums: { attempts: 2 } },
      attempts: [
        { number: 1, prompt: "Repair number 3.", reply: "reply 3", code: "APPLY_CONTEXT_MISMATCH" },
        { number: 2, patch: expect.stringContaining("+new 3"), outcome: "accepted" },
      ],
      missing: [],
      labels: [{ attemptId: "repair-00003-a2", value: "good", rater: "Ada", criterion: "overall" }],
    });
  });

  it("gives an attempt as it is kept, with its request", async () => {
    const { get } = await filled();
    const { body } = await get<RawAnswer>("/api/attempts/repair-00002-a1/raw");
    expect(body.request).toEqual({
      model: "fake:small",
      messages: [
        { role: "system", content: "You repair findings." },
        { role: "user", content: "Repair number 2." },
      ],
    });
    expect(body.attempt).toMatchObject({ id: "repair-00002-a1", reply: "reply 2", costMicroUsd: 2000 });
  });

  it("tells what is not there, and where nothing is", async () => {
    const { get } = await filled(1);
    for (const path of ["/api/repairs/nothing", "/api/nothing", "/nothing"]) {
      const { status, body } = await get(path);
      expect([status, body.error.code]).toEqual([404, "not-found"]);
    }
    expect((await get("/api/attempts/nothing/raw")).status).toBe(400);
  });

  it("answers with an empty store too", async () => {
    const { get } = await filled(0);
    expect((await get<RepairsAnswer>("/api/repairs")).body).toMatchObject({ items: [], facets: { total: 0 } });
    expect((await get<OverviewAnswer>("/api/overview")).body.overview).toMatchObject({
      repairs: 0,
      accepted: { n: 0 },
    });
    expect((await get<PaceAnswer>("/api/pace")).body).toEqual({ pace: [] });
  });

  it("passes on what a person can mend, with its hint", async () => {
    const store = await aStore();
    const { get } = aServer({
      ...store,
      savedViews: () => Promise.reject(new PatchProError("store", "It is locked.", "Wait.")),
    });
    expect(await get("/api/views")).toEqual({
      status: 503,
      body: { error: { code: "store", message: "It is locked.", hint: "Wait." } },
    });
  });
});

describe("labels", () => {
  const good = { attemptId: "repair-00000-a1", value: "good", rater: "Ada", shownAt: NOW };

  it("are written in order; one that cannot be does not hold up the others", async () => {
    const { send } = await filled();
    const labels = [
      good,
      { ...good, attemptId: "gone" },
      { ...good, attemptId: "repair-00002-a1", value: "bad", reasons: ["style"], note: "no" },
    ];
    const { status, body } = await send<LabelsAnswer>("POST", "/api/labels", { labels });
    expect(status).toBe(200);
    expect(body.results).toMatchObject([
      { ok: true, label: { value: "good" } },
      { ok: false, error: { code: "input" } },
      { ok: true, label: { reasons: ["style"], note: "no" } },
    ]);
  });

  it("sent twice are written once, also after a restart", async () => {
    const { store, send } = await filled();
    const first = (await send<LabelsAnswer>("POST", "/api/labels", { labels: [good, good] })).body.results;
    const again = (await aServer(store).send<LabelsAnswer>("POST", "/api/labels", { labels: [good] })).body.results;
    const ids = [...first, ...again].map((result) => (result.ok ? result.label.id : ""));
    expect(new Set(ids).size).toBe(1);
    const changed = (await send<LabelsAnswer>("POST", "/api/labels", { labels: [{ ...good, value: "bad" }] })).body
      .results[0];
    expect(changed).toMatchObject({ ok: true, label: { value: "bad", supersedes: ids[0] } });
  });

  it("are written without the secrets that a person typed or that stand in a correction", async () => {
    const { store } = await filled();
    const { send } = aServer(store, {
      workbench: {
        files: async () => ({ files: [], stale: undefined }),
        climb: async () => ({ proved: true, checks: [], patch: "+key = 'canary-secret'\n" }),
      },
    });
    await send("POST", "/api/labels", { labels: [{ ...good, note: "has canary-secret", reasons: ["canary-secret"] }] });
    const label = { value: "bad", rater: "Ada", note: "canary-secret" };
    await send("POST", "/api/correct", { attemptId: "repair-00002-a1", files: { a: "b" }, label });
    const written = [...(await store.labels(good.attemptId)), ...(await store.labels("repair-00002-a1"))];
    expect(written).toHaveLength(2);
    expect(JSON.stringify(written)).not.toContain("canary-secret");
  });

  it("are taken back once", async () => {
    const { store, send } = await filled();
    const [result] = (await send<LabelsAnswer>("POST", "/api/labels", { labels: [good] })).body.results;
    const id = result?.ok ? result.label.id : "";
    expect((await send<UndoAnswer>("POST", `/api/labels/${id}/undo`)).body).toEqual({ undone: true });
    expect((await send<UndoAnswer>("POST", `/api/labels/${id}/undo`)).body).toEqual({ undone: false });
    expect(await store.labels(good.attemptId)).toEqual([]);
  });

  it.each([
    {},
    { labels: [] },
    { labels: Array.from({ length: 101 }, () => good) },
    { labels: [{ ...good, value: "fine" }] },
    { labels: [{ ...good, rater: "" }] },
    { labels: [{ ...good, correctedPatch: "a patch that climbed nothing" }] },
    { labels: [{ ...good, note: "x".repeat(20_001) }] },
  ])("are refused where they are none: %#", async (body) => {
    const { send } = await filled(1);
    expect((await send("POST", "/api/labels", body)).status).toBe(400);
  });

  it("are asked for: leased to one rater, given back, handed to the next", async () => {
    const { send } = await filled();
    const lease = async (rater: string) =>
      (await send<QueueAnswer>("POST", "/api/queue", { rater, size: 5 })).body.items.map(({ attemptId }) => attemptId);
    const ada = await lease("Ada");
    const bob = await lease("Bob");
    expect([ada.length, bob.length]).toEqual([5, 5]);
    expect(ada.filter((id) => bob.includes(id))).toEqual([]);
    expect(await lease("Ada")).toEqual(ada);
    expect((await send("POST", "/api/queue/release", { rater: "Ada" })).body).toEqual({});
    expect(
      (await send<QueueAnswer>("POST", "/api/queue", { rater: "Eve", size: 100, q: "outcome:rejected bad:" })).body,
    ).toMatchObject({ problems: [{ start: 17 }] });
  });
});

describe("views", () => {
  it("are kept, replaced and deleted", async () => {
    const { get, send } = await filled(0);
    const { view } = (
      await send<ViewAnswer>("POST", "/api/views", { name: "Dear", screen: "traces", q: "cost:>0.01", sort: "cost" })
    ).body;
    expect(view).toMatchObject({ name: "Dear", query: "cost:>0.01", sort: "cost", columns: [] });
    await send("POST", "/api/views", { id: view.id, name: "Dearer", screen: "traces", q: "cost:>1" });
    expect((await get<ViewsAnswer>("/api/views")).body.views).toMatchObject([{ id: view.id, name: "Dearer" }]);
    expect((await send<DeletedAnswer>("DELETE", `/api/views/${view.id}`)).body).toEqual({ deleted: true });
    expect((await send<DeletedAnswer>("DELETE", `/api/views/${view.id}`)).body).toEqual({ deleted: false });
  });
});
