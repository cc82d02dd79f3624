import { describe, expect, it } from "vitest";
import { openBundle } from "../../src/server/bundle/reader.ts";
import type { AcceptAnswer, DisagreementsAnswer, JudgesAnswer } from "../../src/server/judge-api.ts";
import { judgedWorld } from "../eval/judge/judged-world.ts";
import { bundleOf } from "./bundle-support.ts";
import { aServer, aStore, NOW } from "./support.ts";

describe("the judge's routes", () => {
  it("tell of every judge what it is worth, and never its pass rate without the corrected one", async () => {
    const store = await aStore();
    const judge = await judgedWorld(store, 80, NOW);
    const { get } = aServer(store);
    const { status, body } = await get<JudgesAnswer>("/api/judges");
    expect(status).toBe(200);
    const [shown] = body.judges;
    expect(shown).toMatchObject({ judge: { id: judge.id }, grade: "rejected", gates: false, raw: { n: 80 } });
    expect(shown?.corrected?.low).toBeLessThan(shown?.corrected?.high ?? 0);
    const { confusion, n } = shown?.report?.test ?? { confusion: {}, n: -1 };
    expect(Object.values(confusion).reduce((sum, each) => sum + each, 0)).toBe(n);
    expect(shown?.report?.items.filter(({ split }) => split === "test").length).toBe(n);
    expect(JSON.stringify(body)).not.toContain('"splits"');
  });

  it("take a person's word as a correction, once, and never of the test split", async () => {
    const store = await aStore();
    const judge = await judgedWorld(store, 80, NOW);
    const { get, send } = aServer(store);
    const path = `/api/judges/${judge.id}`;
    const { body } = await get<DisagreementsAnswer>(`${path}/disagreements`);
    const open = body.disagreements.find(({ split }) => split !== "test");
    const tested = body.disagreements.find(({ split }) => split === "test");
    const accepted = await send<AcceptAnswer>("POST", `${path}/accept`, { attemptId: open?.attemptId, rater: "ada" });
    expect(accepted.body.correction).toMatchObject({ attemptId: open?.attemptId, verdict: open?.human });
    const again = await send<AcceptAnswer>("POST", `${path}/accept`, { attemptId: open?.attemptId, rater: "ada" });
    expect(again.body.correction.id).toBe(accepted.body.correction.id);
    expect((await send("POST", `${path}/accept`, { attemptId: tested?.attemptId, rater: "ada" })).status).toBe(400);
    expect((await send("POST", `${path}/accept`, { attemptId: "x", rater: "" })).status).toBe(400);
    expect((await get("/api/judges/unknown/disagreements")).status).toBe(400);
    expect((await store.judgements.corrections("overall")).length).toBe(1);
  });

  it("are answered the same from a bundle, which takes no correction", async () => {
    const store = await aStore();
    const judge = await judgedWorld(store, 40, NOW);
    const { get } = aServer(store);
    const { load } = await bundleOf(store);
    const bundle = openBundle(load, () => NOW);
    expect(await bundle.get("/api/judges")).toEqual((await get<JudgesAnswer>("/api/judges")).body);
    const path = `/api/judges/${judge.id}/disagreements`;
    expect(await bundle.get(path)).toEqual((await get<DisagreementsAnswer>(path)).body);
    expect(await bundle.get("/api/judges/none/disagreements")).toMatchObject({ error: { code: "not-found" } });
  });

  it("answer an empty store with no judges", async () => {
    const { get } = aServer(await aStore());
    expect((await get<JudgesAnswer>("/api/judges")).body).toEqual({ judges: [] });
  });
});
