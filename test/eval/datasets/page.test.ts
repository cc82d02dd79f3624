import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Page } from "playwright-core";
import { build } from "vite";
import { describe, expect, it, onTestFinished } from "vitest";
import { openStore } from "../../../src/adapters/stores/open.ts";
import { createApp } from "../../../src/server/app.ts";
import { bundledDatasets } from "../../../src/server/bundle/datasets.ts";
import { openBundle } from "../../../src/server/bundle/reader.ts";
import type { DatasetAnswer, DatasetItemsAnswer, DatasetsAnswer } from "../../../src/server/dataset-api.ts";
import { listen } from "../../../src/server/listen.ts";
import { patchpro } from "../../e2e/support/cli.ts";
import { openPlayground } from "../../pipeline/toy/repair.ts";
import { CHROMIUM, openBrowser } from "../../web/support/browser.ts";
import { TOO_WIDE } from "../../web/support/page-probes.ts";
import { NOW, type Planted, unusedImport } from "./support/labelled.ts";
import { plantIn } from "./support/store.ts";

const WEB = join(import.meta.dirname, "../../../web");
const reason = CHROMIUM === undefined ? " (skipped: no Chromium on this machine)" : "";

/** A store with an exported dataset: 30 rows, of which one was corrected, and one of each harm left out. */
async function exported(empty = false) {
  const playground = openPlayground();
  onTestFinished(() => playground.remove());
  playground.fill({
    ".patchpro.toml": '[dataset]\nconsent = true\nlicences = ["MIT"]\n',
    "evals/cases/leak/before/a.py": unusedImport(900).before,
  });
  const here = basename(playground.root);
  const row = (id: string, seed: number, more: Partial<Planted> = {}): Planted => ({
    id,
    repository: here,
    path: `src/m${seed}.py`,
    ...unusedImport(seed),
    commit: "c".repeat(40),
    ...more,
  });
  const target = { kind: "sqlite" as const, file: join(playground.root, ".patchpro/traces/traces.db") };
  const store = await openStore(target, { now: () => NOW });
  onTestFinished(() => store.close());
  if (!empty) {
    await plantIn(store, [
      ...Array.from({ length: 30 }, (_, at) => row(`row-${at}`, at)),
      row("leaked", 900),
      row("bad", 901, { labels: [{ value: "bad" }] }),
      row("elsewhere", 902, { repository: "<b>elsewhere</b>" }),
    ]);
    const told = await patchpro(playground, ["dataset", "export", "--no-prove"]);
    expect([told.err, told.code]).toEqual(["", 0]);
  }
  const bugs: unknown[] = [];
  const ended = new AbortController();
  onTestFinished(() => ended.abort());
  const app = (built: string) =>
    createApp({
      store,
      page: { read: async (name) => new Uint8Array(await readFile(join(built, name))) },
      clock: { now: () => NOW, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
      token: "t".repeat(43),
      about: { toolVersion: "0.1.0", repository: here, models: [], rater: "ada" },
      isLocal: () => true,
      redact: (text) => text,
      report: (error) => bugs.push(error),
      signal: ended.signal,
      pollMs: 1000,
    });
  return { store, app, bugs };
}

describe("the page's questions about datasets", () => {
  it("give versions, the manifest with what was left out, and rows with the chain to the commit", async () => {
    const { app, store } = await exported();
    const get = async <T>(path: string): Promise<T> =>
      (await app("").request(path, { headers: { host: "127.0.0.1" } })).json() as Promise<T>;
    const { datasets } = await get<DatasetsAnswer>("/api/datasets");
    expect(datasets).toMatchObject([{ dataset: "repairs", version: 1, rows: 30 }]);
    const id = datasets[0]?.id ?? "";
    const { refused, manifest } = await get<DatasetAnswer>(`/api/datasets/${id}`);
    expect(manifest.rows).toBe(30);
    expect(refused.map(({ reason: why, count }) => [why, count])).toEqual([
      ["not-good", 1],
      ["no-consent", 1],
      ["leak", 1],
    ]);
    const { items } = await get<DatasetItemsAnswer>(`/api/datasets/${id}/items?from=5&size=2`);
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      path: expect.stringMatching(/^src\/m\d+\.py$/),
      chain: { rater: "ann", value: "good", corrected: false, commit: "c".repeat(40), repairId: expect.any(String) },
    });
    expect((await get<{ error: { code: string } }>("/api/datasets/none")).error.code).toBe("not-found");
    expect((await get<{ error: { code: string } }>(`/api/datasets/${id}/items?size=1000`)).error.code).toBe("input");

    const file = await bundledDatasets(store);
    const data: unknown = JSON.parse(JSON.parse(/JSON\.parse\((".*")\)\);\n$/s.exec(file.text)?.[1] ?? '""'));
    const bundle = openBundle(
      async <T>() => data as T,
      () => NOW,
    );
    expect(await bundle.get("/api/datasets")).toEqual({ datasets });
    expect(await bundle.get(`/api/datasets/${id}/items?from=5&size=2`)).toEqual({ items });
  });
});

describe.skipIf(CHROMIUM === undefined)(`the screen Datasets in Chromium${reason}`, () => {
  const open = async (empty: boolean, work: (page: Page) => Promise<void>): Promise<void> => {
    const { app, bugs } = await exported(empty);
    const folder = await mkdtemp(join(tmpdir(), "patchpro-page-datasets-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
    const configFile = join(WEB, "vite.config.ts");
    await build({ root: WEB, configFile, logLevel: "silent", build: { outDir: join(folder, "built") } });
    const server = await listen(app(join(folder, "built")), 0);
    const browser = await openBrowser({ width: 1600 });
    try {
      const page = await browser.context.newPage();
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      await page.goto(`http://127.0.0.1:${server.port}/#token=${"t".repeat(43)}`);
      await page.getByRole("heading", { name: "Overview" }).waitFor();
      await page.keyboard.press("g");
      await page.keyboard.press("d");
      await work(page);
      expect([...errors, ...bugs]).toEqual([]);
    } finally {
      await browser.close();
      await server.close();
    }
  };

  it("shows a version, its splits, what was left out, and leads from a row to its repair, wide and narrow", () =>
    open(false, async (page) => {
      await page.getByRole("link", { name: "repairs v1" }).waitFor();
      await page.getByText("30 of 33 labelled attempts").waitFor();
      await page.getByText("kept for measuring").click();
      await page.getByText("case cases/leak").waitFor();
      await page.keyboard.press("j");
      expect(await page.locator(".datasets-list .chosen").count()).toBe(1);
      await page.getByRole("button", { name: "Next page" }).click();
      await page.getByText("26 to 30 of 30").waitFor();
      for (const [width, name] of [
        [1600, "wide"],
        [400, "narrow"],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        expect(await page.evaluate(TOO_WIDE)).toBe(false);
        for (const scheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme: scheme });
          if (process.env.PATCHPRO_SHOTS)
            await page.screenshot({
              path: join(process.env.PATCHPRO_SHOTS, `datasets-${name}-${scheme}.png`),
              fullPage: true,
            });
        }
      }
      await page.keyboard.press("o");
      await page.waitForURL(/#\/repair\//);
    }));

  it("says what to do where nothing was exported", () =>
    open(true, async (page) => {
      await page.getByText("Nothing was exported yet.").waitFor();
    }));
});
