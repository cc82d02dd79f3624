import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JudgeCall } from "../../src/domain/judge.ts";
import { EVERYTHING } from "../../src/domain/trace-query.ts";
import { calibrate } from "../../src/eval/judge/calibrate.ts";
import type { TraceStore } from "../../src/ports/store.ts";
import { parseQuery } from "../../src/trace/query.ts";
import { attemptId, PASSED, recordProved } from "../eval/judge/proved-world.ts";
import { JUDGE, NOW } from "../eval/judge/simulated.ts";
import type { StoreUnderTest } from "./store.ts";

function call(n: number, more: Partial<JudgeCall> = {}): JudgeCall {
  return {
    id: `call-${n}-${more.sample ?? 1}-${more.purpose ?? "run"}`,
    judgeId: JUDGE.id,
    attemptId: attemptId(n),
    purpose: "run",
    sample: 1,
    verdict: "pass",
    critique: `Größe ${n} stays.`,
    answeredBy: "judge-2026-11",
    system: "You judge.",
    prompt: `Judge ${n}.`,
    reply: '{"critique": "…", "verdict": "pass"}',
    promptTokens: 100,
    completionTokens: 20,
    costMicroUsd: 77,
    latencyMs: 12,
    replayed: false,
    at: NOW + n,
    ...more,
  };
}

/** What every store must do with judges and their words. */
export function judgementsContract(place: () => StoreUnderTest): void {
  describe("judges and their words", () => {
    let store: TraceStore;

    beforeAll(async () => {
      store = await place().open();
      const failing = [...PASSED, { name: "honest" as const, status: "fail" as const, ms: 1, detail: "a noqa" }];
      const judgedOut = [...PASSED, { name: "judged" as const, status: "fail" as const, ms: 1, detail: "unfit" }];
      await recordProved(store, [
        {},
        {},
        { checks: failing },
        { outcome: "rejected", failedCheck: "judged", checks: judgedOut },
        { outcome: "rejected", failedCheck: "cleared", checks: PASSED.slice(0, 4) },
        { checks: PASSED.filter(({ name }) => name !== "cleared") },
      ]);
    }, 120_000);
    afterAll(async () => store?.close());

    it("offers attempts whose every check passed, and those that only a judge refused", async () => {
      const ids: string[] = [];
      for await (const id of store.judgements.provedAttempts(EVERYTHING)) ids.push(id);
      expect(ids).toEqual([0, 1, 3].map(attemptId));
      const query = parseQuery("path:file1", NOW);
      const some: string[] = [];
      for await (const id of store.judgements.provedAttempts(query.ok ? query.query : EVERYTHING)) some.push(id);
      expect(some).toEqual([attemptId(1)]);
      expect(await store.judgements.attempt(attemptId(2))).toBeUndefined();
      expect(await store.judgements.attempt(attemptId(3))).toMatchObject({
        code: "4 | import sys",
        checks: PASSED.map(({ name, status }) => ({ name, status })),
      });
    });

    it("gives judges, calls and judgements back as they were written, once however often they are written", async () => {
      await store.judgements.addJudge(JUDGE);
      await store.judgements.addJudge({ ...JUDGE, createdAt: NOW + 5 });
      expect(await store.judgements.judges()).toEqual([JUDGE]);
      const {
        verdict: _,
        critique: __,
        ...silent
      } = call(1, { id: "call-silent", code: "LLM_TIMEOUT", reason: "late" });
      await store.judgements.addCalls([call(0), silent]);
      await store.judgements.addCalls([
        call(0),
        call(1, { purpose: "anchor", sample: 2, verdict: "fail", at: NOW + 9 }),
      ]);
      expect(await store.judgements.calls(attemptId(0))).toEqual([call(0)]);
      expect((await store.judgements.calls(attemptId(1)))[0]).toEqual(silent);
      expect(await store.judgements.judgements(JUDGE.id)).toMatchObject([
        { attemptId: attemptId(0), verdict: "pass", critique: "Größe 0 stays.", purpose: "run", costMicroUsd: 77 },
        { attemptId: attemptId(1), verdict: "fail", sample: 2, purpose: "anchor" },
      ]);
    });

    it("counts people's own newest blind labels only", async () => {
      const by = (rater: string, n: number, more: object = {}) =>
        store.addLabel({ attemptId: attemptId(n), rater, value: "good", ...more });
      await by("ada", 0, { value: "bad", note: "lost an import" });
      await by("ada", 0, { note: "no, it is fine" });
      await by("bob", 0, { value: "bad", sawJudge: true });
      await by("eve", 0, { value: "bad" });
      await by("eve", 0, { value: "good", sawJudge: true });
      const undone = await by("ada", 1);
      await store.undoLabel(undone.id);
      await by("ada", 2);
      await by("ada", 3, { criterion: "minimal" });
      await store.judgements.addDraws([
        { attemptId: attemptId(0), criterion: "overall", probability: 0.25, stratum: "F", at: NOW },
      ]);
      const labels = await store.judgements.blindLabels("overall");
      expect(labels.map(({ rater, attemptId: id, value }) => [rater, id, value])).toEqual([
        ["ada", attemptId(0), "good"],
        ["eve", attemptId(0), "bad"],
        ["ada", attemptId(2), "good"],
      ]);
      expect(labels[0]).toMatchObject({
        note: "no, it is fine",
        repository: "shop",
        path: "src/file0.py",
        family: "F",
      });
      expect(labels.map(({ proved }) => proved)).toEqual([true, true, false]);
      expect(labels.map(({ sampleProb }) => sampleProb)).toEqual([0.25, 0.25, undefined]);
    });

    it("keeps propagated labels from counting", async () => {
      const twin = await place().open();
      const patch = "--- a/a.py\n+++ b/a.py\n@@ -1,2 +1,1 @@\n-import os\n x\n";
      await recordProved(twin, [{ patch }, { patch }, { patch }]);
      await twin.addLabel({ attemptId: attemptId(0), rater: "ada", value: "good" }, { duplicates: true });
      expect((await twin.labels(attemptId(2))).map(({ origin }) => origin)).toEqual(["propagated"]);
      expect((await twin.judgements.blindLabels("overall")).map((label) => label.attemptId)).toEqual([attemptId(0)]);
      await twin.close();
    });

    it("keeps calibrations and corrections, and merges all of it in any order", async () => {
      const { judgements } = store;
      const input = { judge: JUDGE, corrections: [], earlier: [] };
      const labels = await judgements.blindLabels("overall");
      const calibration = calibrate(
        { ...input, labels, judgements: await judgements.judgements(JUDGE.id) },
        "c1",
        NOW + 100,
      );
      await judgements.addCalibration(calibration);
      const again = { ...calibration, id: "c2", at: NOW + 200 };
      await judgements.addCalibration(again);
      expect(await judgements.calibrations(JUDGE.id)).toEqual(JSON.parse(JSON.stringify([again, calibration])));
      expect(await judgements.calibrations("other")).toEqual([]);
      const correction = {
        id: "x1",
        attemptId: attemptId(0),
        criterion: "overall" as const,
        judgementId: "call-0-1-run",
        verdict: "fail" as const,
        note: "näher ansehen",
        rater: "ada",
        at: NOW,
      };
      await judgements.addCorrection(correction);
      await judgements.addCorrection({ ...correction, id: "x2", verdict: "pass", at: NOW + 1 });
      expect(await judgements.corrections("overall")).toEqual([
        { ...correction, id: "x2", verdict: "pass", at: NOW + 1 },
      ]);
      expect(await judgements.corrections("minimal")).toEqual([]);
      const copy = await place().open();
      await copy.importFrom(store);
      await copy.importFrom(store);
      expect(await copy.fingerprint()).toBe(await store.fingerprint());
      expect(await copy.judgements.judgements(JUDGE.id)).toEqual(await judgements.judgements(JUDGE.id));
      expect(await copy.judgements.calls(attemptId(1))).toEqual(await judgements.calls(attemptId(1)));
      await copy.close();
    });

    it("goes with the attempts when the store is cleaned", async () => {
      expect((await store.gc({ olderThanMs: 0, keepLabelled: true })).attempts).toBeGreaterThan(0);
      expect((await store.judgements.calls(attemptId(0))).length).toBe(1);
      await store.gc({ olderThanMs: 0, keepLabelled: false });
      expect(await store.judgements.calls(attemptId(0))).toEqual([]);
      expect(await store.judgements.judgements(JUDGE.id)).toEqual([]);
      expect(await store.judgements.blindLabels("overall")).toEqual([]);
    });
  });
}
