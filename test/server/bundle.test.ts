import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Failure, OverviewAnswer, RepairsAnswer } from "../../src/server/api.ts";
import { bundlePage } from "../../src/server/bundle/page.ts";
import { openBundle } from "../../src/server/bundle/reader.ts";
import { bundleOf } from "./bundle-support.ts";
import { aServer, aStore, fill, NOW } from "./support.ts";

const closers: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closers) await close();
});

async function bundled(count: number) {
  const store = await aStore((close) => closers.push(close));
  await fill(store, count);
  await store.addLabel({ attemptId: "repair-00000-a1", value: "good", rater: "Ada" });
  await store.addLabel({ attemptId: "repair-00002-a1", value: "bad", rater: "Bob" });
  await store.saveView({ name: "Dear", screen: "traces", query: "cost:>0.005", sort: undefined, columns: [] });
  const { files, load } = await bundleOf(store);
  return {
    store,
    files,
    bundle: openBundle(load, () => NOW + 3_600_000),
    ...aServer(store, { clock: { now: () => NOW + 3_600_000, sleep: async () => undefined } }),
  };
}

type Bundled = Awaited<ReturnType<typeof bundled>>;

describe("a bundle of 1,000 repairs", () => {
  let files: Bundled["files"];
  let bundle: Bundled["bundle"];
  let get: Bundled["get"];
  beforeAll(async () => {
    ({ files, bundle, get } = await bundled(1000));
  });

  it("is the index, one file of rows and some of repairs, each a script of one call", () => {
    const names = [...files.keys()].filter((name) => /^data\/(?:index|rows|repairs)/.test(name));
    expect(names).toHaveLength(1 + 1 + 10);
    expect(names).toContain("data/index.js");
    expect(names).toContain("data/rows-0.js");
    expect(names.filter((name) => /^data\/repairs-\d\.js$/.test(name))).toHaveLength(10);
    for (const text of files.values())
      expect(text).toMatch(/^globalThis\.patchproData\("[a-z0-9-]+",JSON\.parse\(".*"\)\);\n$/);
  });

  it.each([
    "",
    "rule:F401",
    "rule:F*",
    "-rule:F401",
    "family:F",
    "tool:ruff severity:warning",
    "outcome:rejected attempts:>1",
    "outcome:accepted,rejected -outcome:accepted",
    "outcome:open",
    "cost:>0.005",
    "cost:=0",
    "tokens:>=600",
    "latency:<200",
    "latency:>0.3s",
    "lines:>15",
    "attempt:2",
    "findings:1",
    "model:fake:large",
    "model:answerer",
    "answered:answer*",
    "-model:fake:large",
    "path:part3",
    "path:PART3/file1*.py",
    "type:ts",
    "code:APPLY_CONTEXT_MISMATCH",
    "check:applies",
    "strategy:single source:model",
    "label:good",
    "label:any",
    "label:none type:ts",
    "-label:any rater:Bob",
    "rater:Ada",
    "run:run-1",
    "run:other",
    "repo:SHO",
    "branch:main",
    "template:single",
    "template:single@2",
    "stop:attempts",
    "signature:apply",
    "finish:stop",
    "id:repair-00007",
    "id:repair-00007-a2",
    "since:2026-11-22",
    "before:2026-11-22T12:00:00.500Z",
    "since:59m",
    'error:"does not apply"',
  ])("finds and counts for %j what the store does", async (q) => {
    const query = `q=${encodeURIComponent(q)}&size=500`;
    const server = (await get<RepairsAnswer>(`/api/repairs?${query}`)).body;
    const own = answerOf<RepairsAnswer>(await bundle.get(`/api/repairs?${query}`));
    expect(own.problems).toEqual(server.problems);
    expect(own.items.map(({ id }) => id)).toEqual(server.items.map(({ id }) => id));
    expect(own.facets).toEqual(server.facets);
  });

  it.each(["newest", "oldest", "cost", "latency", "attempts"])("sorts by %s and goes on page by page", async (sort) => {
    const seen: string[] = [];
    let values: number[] = [];
    for (let after = ""; ; ) {
      const page = answerOf<RepairsAnswer>(await bundle.get(`/api/repairs?sort=${sort}&size=300${after}`));
      seen.push(...page.items.map(({ id }) => id));
      values = values.concat(
        page.items.map(
          (row) =>
            ({
              newest: row.startedAt,
              oldest: -row.startedAt,
              cost: row.costMicroUsd,
              latency: row.latencyMs,
              attempts: row.attempts.length,
            })[sort] ?? Number.NaN,
        ),
      );
      if (page.next === undefined) break;
      after = `&after=${page.next}`;
    }
    expect(new Set(seen).size).toBe(1000);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
  });

  it.each([
    "/api/repairs/repair-00007",
    "/api/attempts/repair-00007-a2/raw",
    "/api/views",
    "/api/pace",
    "/api/facets?q=rule:F401",
  ])("answers %s like the server", async (path) => {
    expect(JSON.parse(JSON.stringify(await bundle.get(path)))).toEqual((await get<object>(path)).body);
  });

  it("has the overview of everything, and says so where a span or a search is asked for", async () => {
    const server = (await get<OverviewAnswer>("/api/overview")).body;
    expect(JSON.parse(JSON.stringify(await bundle.get("/api/overview")))).toEqual(server);
    for (const asked of ["from=1&to=2", "q=rule:F401"]) {
      const { problems, ...totals } = answerOf<OverviewAnswer>(await bundle.get(`/api/overview?${asked}`));
      expect({ ...JSON.parse(JSON.stringify(totals)), problems: [] }).toEqual(server);
      expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(/totals of everything/)]);
    }
  });

  it("says where it looks for words", async () => {
    const { problems } = answerOf<RepairsAnswer>(await bundle.get("/api/repairs?q=apply&size=1"));
    expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(/not in prompts, replies/)]);
  });

  it("is read-only and says so", async () => {
    expect(await bundle.get("/api/config")).toMatchObject({ readOnly: true, can: { label: false } });
    for (const path of ["/api/live", "/api/attempts/x/files", "/api/nothing"])
      expect((await bundle.get(path)) satisfies object).toMatchObject({ error: { code: "not-here" } });
  });

  it.each(["/api/repairs/nothing", "/api/repairs/__proto__", "/api/attempts/nothing/raw"])(
    "has nothing at %s",
    async (path) => {
      expect(await bundle.get(path)).toMatchObject({ error: { code: "not-found" } });
    },
  );

  it("does not pretend to search texts that it has not got in its rows", async () => {
    const page = answerOf<RepairsAnswer>(await bundle.get("/api/repairs?q=reply:word+rule:F401&size=1"));
    expect(page.problems).toHaveLength(1);
    expect(page.facets?.total).toBe(334);
  });
});

describe("a bundle", () => {
  it("of nothing is an index", async () => {
    const store = await aStore();
    const { files, load } = await bundleOf(store);
    expect([...files.keys()].filter((name) => /^data\/(?:index|rows|repairs)/.test(name))).toEqual(["data/index.js"]);
    expect(await openBundle(load, () => NOW).get("/api/repairs")).toMatchObject({ items: [], facets: { total: 0 } });
  });

  it("keeps long repairs in files of their own", async () => {
    const store = await aStore();
    await fill(store, 4, { reply: "long ".repeat(100_000) });
    const { files } = await bundleOf(store);
    expect([...files.keys()].filter((name) => name.startsWith("data/repairs-"))).toHaveLength(4);
  });

  it("tells the page what it is, and takes no page of modules", () => {
    expect(bundlePage('<!doctype html><html lang="en"><script defer src="./a.js"></script></html>')).toContain(
      '<html data-bundle lang="en">',
    );
    expect(() => bundlePage('<html><script type="module" src="./a.js"></script></html>')).toThrow(
      "cannot be opened without a server",
    );
  });
});

/** The answer, if it is none of a failure. */
function answerOf<Answer extends object>(answer: object): Answer {
  const given: Answer | Failure = JSON.parse(JSON.stringify(answer));
  if ("error" in given) throw new Error(given.error.message);
  return given;
}
