import { describe, expect, it } from "vitest";
import { PatchProError } from "../../src/domain/errors.ts";
import type { ConfigAnswer } from "../../src/server/api.ts";
import type { JobAnswer, JobResult, SuiteAnswer } from "../../src/server/job-api.ts";
import type { DoJob } from "../../src/server/jobs.ts";
import { aServer, aStore, fill, HOST, NOW } from "./support.ts";

const CALIBRATE = { kind: "calibrate", judgeId: "j1" } as const;
const DONE: JobResult = { kind: "calibrate", judgeId: "j1", labels: 20, grade: "advisory", claim: "Not shown yet." };
const SUITE: SuiteAnswer = { cases: 2, families: [{ name: "imports", cases: 2 }] };

async function working(doJob: DoJob) {
  const store = await aStore();
  await fill(store, 1);
  const bugs: unknown[] = [];
  const server = aServer(store, {
    work: { doJob, suite: async () => SUITE },
    report: (error) => bugs.push(error),
  });
  const now = async () => (await server.get<JobAnswer>("/api/jobs/current")).body.job;
  return { ...server, bugs, now };
}

/** Work that ends when the test says so, or when it is told to stop. */
function held() {
  const { promise, resolve } = Promise.withResolvers<JobResult>();
  const doJob: DoJob = (_, { signal, progress }) => {
    progress({ done: 1, of: 3 });
    const stopped = new Promise<never>((_resolve, reject) => {
      signal.addEventListener("abort", () => reject(new Error("it was stopped")));
    });
    return Promise.race([promise, stopped]);
  };
  return { doJob, end: () => resolve(DONE) };
}

describe("jobs", () => {
  it("are told with their progress while they run, and with their result when they have ended", async () => {
    const { doJob, end } = held();
    const { send, now, get } = await working(doJob);
    expect(await now()).toBeUndefined();
    const begun = await send<JobAnswer>("POST", "/api/jobs", CALIBRATE);
    expect(begun.body.job).toMatchObject({ state: "running", order: CALIBRATE, startedAt: NOW });
    expect(await now()).toMatchObject({ state: "running", progress: { done: 1, of: 3 } });
    end();
    await expect.poll(now).toMatchObject({ state: "done", result: DONE, endedAt: NOW });
    expect((await get<SuiteAnswer>("/api/suite")).body).toEqual(SUITE);
    expect((await get<ConfigAnswer>("/api/config")).body.can.work).toBe(true);
  });

  it("run one at a time", async () => {
    const { doJob, end } = held();
    const { send, now } = await working(doJob);
    await send("POST", "/api/jobs", CALIBRATE);
    const second = await send("POST", "/api/jobs", { kind: "evals" });
    expect([second.status, second.body.error.code]).toEqual([409, "job-running"]);
    expect(await now()).toMatchObject({ order: CALIBRATE });
    end();
    await expect.poll(async () => (await now())?.state).toBe("done");
    expect((await send<JobAnswer>("POST", "/api/jobs", { kind: "evals" })).body.job).toMatchObject({
      state: "running",
      order: { kind: "evals" },
    });
  });

  it("stop when they are cancelled, whatever their work throws then, and what has ended stays as it is", async () => {
    const { send, now, bugs } = await working(held().doJob);
    const id = (await send<JobAnswer>("POST", "/api/jobs", CALIBRATE)).body.job?.id;
    expect((await send("POST", "/api/jobs/other/cancel", {})).status).toBe(404);
    expect((await send<JobAnswer>("POST", `/api/jobs/${id}/cancel`, {})).body.job?.state).toBe("stopping");
    await expect.poll(async () => (await now())?.state).toBe("cancelled");
    expect((await send<JobAnswer>("POST", `/api/jobs/${id}/cancel`, {})).body.job?.state).toBe("cancelled");
    expect(bugs).toEqual([]);
  });

  it("end with what a person can mend, and report what nobody can", async () => {
    const causes: Error[] = [
      new TypeError("no such thing"),
      new PatchProError("input", "there is no judge", "Look again."),
    ];
    const { send, now, bugs } = await working(async () => {
      throw causes.pop();
    });
    await send("POST", "/api/jobs", CALIBRATE);
    await expect.poll(now).toMatchObject({
      state: "failed",
      failure: { code: "input", message: "there is no judge", hint: "Look again." },
    });
    expect(bugs).toEqual([]);
    await send("POST", "/api/jobs", CALIBRATE);
    await expect.poll(now).toMatchObject({ state: "failed", failure: { code: "bug" } });
    expect(bugs).toEqual([new TypeError("no such thing")]);
  });

  it("need the token, a body of the schema, and a server that can do them", async () => {
    const { ask, send, now } = await working(held().doJob);
    const headers = { "content-type": "application/json", host: HOST };
    const body = JSON.stringify(CALIBRATE);
    expect((await ask("/api/jobs", { method: "POST", headers, body })).status).toBe(401);
    expect((await send("POST", "/api/jobs", { ...CALIBRATE, out: "/etc" })).status).toBe(400);
    expect((await send("POST", "/api/jobs", { kind: "case", ids: [] })).status).toBe(400);
    expect(await now()).toBeUndefined();
    const bare = aServer(await aStore());
    expect(await bare.send("POST", "/api/jobs", CALIBRATE)).toMatchObject({
      status: 403,
      body: { error: { code: "not-here" } },
    });
    expect((await bare.get("/api/suite")).status).toBe(403);
    expect((await bare.get<JobAnswer>("/api/jobs/current")).body).toEqual({});
  });
});
