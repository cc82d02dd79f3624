import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/adapters/stores/open.ts";
import type { TraceStore } from "../../src/ports/store.ts";
import { createApp } from "../../src/server/app.ts";
import { cameFromHere, listen } from "../../src/server/listen.ts";
import { judgedWorld } from "../eval/judge/judged-world.ts";
import { CHROMIUM, openBrowser } from "./support/browser.ts";

const WEB = path.resolve(import.meta.dirname, "../../web");
const TOKEN = "t".repeat(43);
const NOW = Date.UTC(2026, 10, 22, 12);
const reason = CHROMIUM === undefined ? " (skipped: no Chromium on this machine)" : "";

describe.skipIf(CHROMIUM === undefined)(`the judge's screen${reason}`, { timeout: 120_000 }, () => {
  let folder = "";
  let built = "";
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "patchpro-judge-page-"));
    built = path.join(folder, "built");
    const configFile = path.join(WEB, "vite.config.ts");
    await build({ root: WEB, configFile, logLevel: "silent", build: { outDir: built } });
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

  async function withPage(name: string, width: number, work: (page: Page, store: TraceStore) => Promise<void>) {
    const store = await openStore({ kind: "sqlite", file: path.join(folder, `${name}.db`) }, { now: () => NOW });
    const ended = new AbortController();
    const problems: unknown[] = [];
    const app = createApp({
      store,
      page: { read: async (file) => new Uint8Array(await readFile(path.join(built, file))) },
      clock: { now: () => NOW, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
      token: TOKEN,
      about: { toolVersion: "0.1.0", repository: "shop", models: [], rater: "ada" },
      isLocal: cameFromHere,
      redact: (text) => text,
      report: (error) => problems.push(error),
      signal: ended.signal,
      pollMs: 100,
    });
    const server = await listen(app, 0);
    const browser = await openBrowser({ width });
    try {
      const page = await browser.context.newPage();
      page.on("pageerror", (error) => problems.push(error.message));
      page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
      await page.goto(`http://127.0.0.1:${server.port}/#token=${TOKEN}`);
      await page.getByRole("link", { name: "Judge" }).waitFor();
      await work(page, store);
      expect(problems).toEqual([]);
    } finally {
      ended.abort();
      await browser.close();
      await server.close();
      await store.close();
    }
  }

  it("shows what a judge is worth, the traces behind a cell, and takes a correction by keys alone", async () => {
    await withPage("full", 1280, async (page, store) => {
      const judge = await judgedWorld(store, 80, NOW);
      await page.keyboard.press("g");
      await page.keyboard.press("j");
      await page.getByText("Against people").waitFor();
      const [calibration] = await store.judgements.calibrations(judge.id);
      const { confusion, agreement } = calibration?.report.test ?? { confusion: undefined, agreement: undefined };
      const text = (await page.locator("main").textContent()) ?? "";
      expect(text).toContain(calibration?.report.claim);
      expect(text).toContain(`${agreement?.count}/${agreement?.n} labels`);
      const cell = page.getByTitle("Bad, and it passes them");
      expect(await cell.textContent()).toContain(String(confusion?.falsePass));
      await cell.click();
      expect(await page.locator(".judge-behind li").count()).toBe(confusion?.falsePass);
      const all = (await page.locator(".judge-behind a").first().getAttribute("href")) ?? "";
      await page.keyboard.press("j");
      expect(await page.evaluate("location.hash")).toContain("cell=falsePass");
      expect(await page.evaluate("location.hash")).toContain("row=1");
      await page.keyboard.press("a");
      await page.getByText("accepted, shown to judges").waitFor();
      expect((await store.judgements.corrections("overall")).length).toBe(1);
      await page.reload();
      await page.locator(".inbox li.chosen").getByText("accepted, shown to judges").waitFor();
      await page.evaluate(`location.hash = ${JSON.stringify(all)}`);
      await page.getByText(confusion?.falsePass === 1 ? "1 repair" : `${confusion?.falsePass} repairs`).waitFor();
      await page.goBack();
      await page.locator(".inbox li.chosen").waitFor();
      await page.keyboard.press("Enter");
      await page.waitForURL(/#\/repair\/repair-\d+/);
      const opened = /repair-(\d+)/.exec(String(await page.evaluate("location.hash")))?.[1] ?? "";
      await page.getByText("cleared holds").first().waitFor();
      await page.keyboard.press("s");
      const labels = () => store.labels(`attempt-${opened}`);
      await expect.poll(async () => (await labels()).at(-1)?.sawJudge, { timeout: 15_000 }).toBe(true);
      const blind = await store.judgements.blindLabels("overall");
      expect(blind.find(({ attemptId }) => attemptId === `attempt-${opened}`)).toBeDefined();
    });
  });

  it("fits a narrow screen, and says how to begin where nobody judged anything", async () => {
    await withPage("empty", 400, async (page) => {
      await page.evaluate("location.hash = '#/judge'");
      await page.getByText("No judge was asked yet.").waitFor();
      expect(await page.locator("main").textContent()).toContain("patchpro judge run");
    });
    await withPage("narrow", 400, async (page, store) => {
      await judgedWorld(store, 40, NOW);
      await page.evaluate("location.hash = '#/judge'");
      await page.getByText("Against people").waitFor();
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(400);
    });
  });
});
