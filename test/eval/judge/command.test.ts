import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../../src/adapters/stores/open.ts";
import { patchpro } from "../../e2e/support/cli.ts";
import { openPlayground } from "../../pipeline/toy/repair.ts";
import { type ModelServer, startModelServer } from "../../support/model-server.ts";
import { attemptId, recordProved } from "./proved-world.ts";

const playground = openPlayground();
let server: ModelServer;
const COUNT = 24;

beforeEach(async () => {
  server = await startModelServer();
  playground.fill({ ".patchpro.toml": `[model]\nbase_url = "${server.url}/v1"\n`, "a.py": "x = 1\n" });
  const store = await openStore(
    { kind: "sqlite", file: join(playground.root, ".patchpro", "traces", "traces.db") },
    { now: Date.now },
  );
  await recordProved(
    store,
    Array.from({ length: COUNT }, () => ({})),
  );
  for (let n = 0; n < COUNT; n += 1)
    await store.addLabel({ attemptId: attemptId(n), rater: "ada", value: n % 3 === 0 ? "bad" : "good" });
  await store.close();
  return async () => server[Symbol.asyncDispose]();
});
afterAll(() => playground.remove());

const said = (verdict: string) => JSON.stringify({ critique: "The import has no effect.", verdict });

describe("patchpro judge", () => {
  it("judges, calibrates, lists and shows, each telling what to do next", async () => {
    server.plays(({ raw }) => ({ does: "reply", text: said(/module_\d*[0369]\b/.test(raw) ? "fail" : "pass") }));
    const run = await patchpro(playground, ["judge", "run", "--model", "compatible:judge", "--quiet"]);
    expect(run).toMatchObject({ code: 0, err: "" });
    expect(run.out).toMatch(/^Judge [0-9a-f]{12} \(overall, compatible:judge\): 24 asked, \d+ pass, \d+ fail/);
    expect(run.out).toMatch(/never calibrated.*patchpro judge calibrate/s);
    expect(server.seen.length).toBe(COUNT);
    const measured = await patchpro(playground, ["judge", "calibrate"]);
    expect(measured.code).toBe(0);
    expect(measured.out).toMatch(/Grade: (trusted|advisory|rejected)\n.*not shown yet/s);
    expect(measured.out).toMatch(/human-human kappa unknown: let a second rater label/);
    const listed = await patchpro(playground, ["judge", "list", "--json"]);
    const { judges } = JSON.parse(listed.out);
    expect(judges).toMatchObject([{ judge: { model: "compatible:judge" }, raw: { n: COUNT } }]);
    const shown = await patchpro(playground, ["judge", "show", judges[0].judge.id.slice(0, 4)]);
    expect(shown.out).toContain("calibrated once");
    const again = await patchpro(playground, ["judge", "run", "--model", "compatible:judge", "--anchors", "-q"]);
    expect(again.out).toContain("24 asked");
    const sampled = await patchpro(playground, ["judge", "sample", "--count", "5"]);
    expect(sampled.out).toBe("Nothing is left to label under this query.\n");
  });

  it("says how to begin where nothing was labelled, judged or configured", async () => {
    expect(await patchpro(playground, ["judge", "list"])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/patchpro judge run/),
    });
    expect(await patchpro(playground, ["judge", "calibrate"])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no judge has judged anything yet/),
    });
    expect(await patchpro(playground, ["judge", "run"])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no model is named.*--model PROVIDER:NAME/s),
    });
    expect(await patchpro(playground, ["judge", "show", "zz"])).toMatchObject({ code: 2 });
    expect(await patchpro(playground, ["judge", "run", "--criterion", "beauty"])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/Allowed: overall, resolves_root_cause/),
    });
  });

  it("ends with 3 if the provider gave nothing", async () => {
    server.plays({ does: "fail", status: 400 });
    const run = await patchpro(playground, ["judge", "run", "--model", "compatible:judge", "-q"]);
    expect(run.code).toBe(3);
    expect(run.out).toMatch(/gave no verdict/);
  });
});
