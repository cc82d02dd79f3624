import { describe, expect, it } from "vitest";
import { PatchProError } from "../../src/domain/errors.ts";
import type { Climb, CorrectAnswer, FilesAnswer, PlaygroundAnswer } from "../../src/server/api.ts";
import { aServer, aStore, fill } from "./support.ts";

const ATTEMPT = "repair-00000-a1";
const proved: Climb = {
  proved: true,
  checks: [{ name: "cleared", status: "pass", ms: 1, detail: "gone" }],
  patch: "--- a\n+++ b\n",
};
const refused: Climb = {
  proved: false,
  checks: [{ name: "cleared", status: "fail", ms: 1, detail: "still there", code: "TARGET_STILL_FIRES" }],
  patch: "--- a\n+++ b\n",
};

async function bench(climb: Climb) {
  const store = await aStore();
  await fill(store, 2);
  const asked: unknown[] = [];
  const server = aServer(store, {
    workbench: {
      files: async ({ trace }) => ({ files: [{ path: trace.repair.path, before: "a", after: "b" }], stale: undefined }),
      climb: async ({ attempt }, files) => {
        asked.push([attempt.id, files]);
        return climb;
      },
    },
    ask: async ({ attempt }, { model, user }) => {
      if (model !== "fake:small") throw new PatchProError("input", `${model} is not configured.`, "Add it.");
      asked.push([attempt.id, user]);
      const reply = {
        ok: true,
        model: "small-1",
        text: "yes",
        reason: undefined,
        finishReason: "stop",
        promptTokens: 1,
        completionTokens: 2,
        costMicroUsd: 3,
        latencyMs: 4,
      };
      return { ...climb, reply, unreadable: undefined };
    },
  });
  return { store, asked, ...server };
}

describe("corrections", () => {
  it("start from the files of the attempt", async () => {
    const { get } = await bench(proved);
    expect((await get<FilesAnswer>(`/api/attempts/${ATTEMPT}/files`)).body).toEqual({
      files: [{ path: "src/part0/file0.ts", before: "a", after: "b" }],
    });
  });

  it("that are proved are kept with the label, in the words of the ladder's own diff", async () => {
    const { store, send, asked } = await bench(proved);
    const { body } = await send<CorrectAnswer>("POST", "/api/correct", {
      attemptId: ATTEMPT,
      files: { "src/part0/file0.ts": "c", "old.py": null },
      label: { value: "bad", rater: "Ada" },
    });
    expect(body).toMatchObject({
      proved: true,
      checks: proved.checks,
      label: { value: "bad", correctedPatch: proved.patch },
    });
    expect(asked).toEqual([[ATTEMPT, { "src/part0/file0.ts": "c", "old.py": null }]]);
    expect(await store.labels(ATTEMPT)).toMatchObject([{ rater: "Ada", correctedPatch: proved.patch }]);
  });

  it("that are refused are kept nowhere, and their checks say why", async () => {
    const { store, send } = await bench(refused);
    const { status, body } = await send<CorrectAnswer>("POST", "/api/correct", {
      attemptId: ATTEMPT,
      files: { "a.py": "c" },
      label: { value: "bad", rater: "Ada" },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ proved: false, checks: refused.checks });
    expect(body).not.toHaveProperty("label");
    expect(await store.labels(ATTEMPT)).toEqual([]);
  });

  it.each([
    {},
    { files: {} },
    { files: { "": "x" } },
    { files: { "a.py": 1 } },
    { files: { "a.py": "x" }, label: { value: "bad", rater: "Ada", correctedPatch: "mine" } },
  ])("need files: %#", async (body) => {
    const { send } = await bench(proved);
    expect((await send("POST", "/api/correct", { attemptId: ATTEMPT, ...body })).status).toBe(400);
  });

  it("need an attempt that is there", async () => {
    const { send } = await bench(proved);
    const { status, body } = await send("POST", "/api/correct", { attemptId: "gone", files: { "a.py": "x" } });
    expect([status, body.error.code]).toEqual([400, "input"]);
  });
});

describe("the playground", () => {
  it("asks with the edited prompt, and shows how far the reply climbs", async () => {
    const { send, asked } = await bench(refused);
    const { body } = await send<PlaygroundAnswer>("POST", "/api/playground", {
      attemptId: ATTEMPT,
      system: "",
      user: "Again.",
      model: "fake:small",
    });
    expect(body).toMatchObject({ proved: false, checks: refused.checks, reply: { text: "yes", costMicroUsd: 3 } });
    expect(asked).toEqual([[ATTEMPT, "Again."]]);
  });

  it("asks no model that is not configured", async () => {
    const { send } = await bench(proved);
    const { status, body } = await send("POST", "/api/playground", {
      attemptId: ATTEMPT,
      system: "",
      user: "Again.",
      model: "other:one",
    });
    expect([status, body.error.hint]).toEqual([400, "Add it."]);
  });
});

it("says so where nothing can be tried", async () => {
  const { get, send } = aServer(await aStore());
  const answers = [
    await get(`/api/attempts/${ATTEMPT}/files`),
    await send("POST", "/api/correct", { attemptId: ATTEMPT, files: { a: "b" } }),
    await send("POST", "/api/playground", { attemptId: ATTEMPT, system: "", user: "x", model: "y" }),
  ];
  expect(answers.map(({ status, body }) => [status, body.error.code])).toEqual(
    Array.from({ length: 3 }, () => [403, "not-here"]),
  );
});
