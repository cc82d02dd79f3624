import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/adapters/stores/open.ts";
import { history } from "../eval/metrics/history.ts";
import { CHROMIUM, openBrowser } from "./support/browser.ts";
import { NAMELESS, TOO_WIDE } from "./support/page-probes.ts";
import { realServer } from "./support/real-server.ts";

const WEB = path.resolve(import.meta.dirname, "../../web");
const reason = CHROMIUM === undefined ? " (skipped: no Chromium on this machine)" : "";

describe.skipIf(CHROMIUM === undefined)(`the Evals screen in Chromium${reason}`, { timeout: 180_000 }, () => {
  let folder: string;
  let browser: { readonly context: BrowserContext; close(): Promise<void> };
  let closing: (() => Promise<void>)[] = [];
  const errors: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "patchpro-evals-"));
    await build({
      root: WEB,
      configFile: path.join(WEB, "vite.config.ts"),
      logLevel: "silent",
      build: { outDir: path.join(folder, "built") },
    });
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  afterEach(async () => {
    for (const close of closing) await close();
    closing = [];
    errors.length = 0;
  });

  async function openPage(runs: number, cases: number, hash = "#/evals"): Promise<Page> {
    const file = path.join(folder, `${runs}-${cases}-${Math.random()}.db`);
    const store = await openStore({ kind: "sqlite", file }, { now: Date.now });
    for (const { run, results } of history(runs, cases)) await store.evals.add(run, results);
    const server = await realServer(store, path.join(folder, "built"));
    const page = await browser.context.newPage();
    closing.push(
      () => page.close(),
      () => server.close(),
      () => store.close(),
    );
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    await page.goto(`${server.url}${hash}`);
    return page;
  }
  const hashOf = (page: Page): Promise<string> => page.evaluate("location.hash");

  it("says what to do where no run is stored, and where there is only one", async () => {
    const page = await openPage(0, 0, "#/overview");
    await page.getByText("Nothing is recorded yet.").waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("e");
    await page.getByText("No eval run is stored yet.").waitFor();
    const one = await openPage(1, 30);
    await one.getByText("This is the only run.").waitFor();
    expect(errors).toEqual([]);
  });

  it("shows the flips first, what they amount to and what could have been seen", async () => {
    const page = await openPage(6, 140);
    const compare = page.getByRole("region", { name: "Compare" });
    await compare.getByText("The gate would shut.").waitFor();
    const broken = compare.getByRole("region", { name: "Broken" });
    expect(await broken.textContent()).toContain("docstrings-case-");
    expect(await compare.getByRole("region", { name: "What it amounts to" }).textContent()).toMatch(
      /-\d+\.\d pp95 %: -\d+\.\d pp to .*McNemar, mid-p.*So many cases show a gain of \d+\.\d pp or more/,
    );
    expect(await page.getByRole("figure").locator("tr").count()).toBe(6);
    expect(errors).toEqual([]);
  });

  it("is worked by keys, and keeps every state in the address", async () => {
    const page = await openPage(6, 140);
    await page.locator(".sums").waitFor();
    const all = await page.locator(".case-line").count();
    await page.keyboard.press("F");
    await page.getByRole("button", { name: /^Only flips/, pressed: true }).waitFor();
    expect(await hashOf(page)).toContain("flips=yes");
    expect(await page.locator(".case-line").count()).toBeLessThan(all);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    expect(await page.locator(".case-line.chosen").getAttribute("id")).toBe("case-row-1");
    await page.keyboard.press("[");
    await expect.poll(() => hashOf(page)).toContain("head=01K9");
    await page.keyboard.press("c");
    await page.getByRole("region", { name: "Compare" }).waitFor({ state: "detached" });
    const address = await hashOf(page);
    await page.reload();
    await page.locator(".case-line").first().waitFor();
    expect(await hashOf(page)).toBe(address);
    expect(await page.getByRole("region", { name: "Compare" }).count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it("tells what became of a case by a sign and a word, not only by a colour, and draws only rows in sight", async () => {
    const page = await openPage(3, 2000, "#/evals?compare=no");
    await page.locator(".case-line").first().waitFor();
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await page.locator(".case-line").count()).toBeLessThan(80);
    const row = page.locator(".case-line").first();
    expect(await row.getAttribute("aria-label")).toMatch(/newest first: (?:(?:passed|failed|flaky|skipped)(?:, )?){3}/);
    expect((await row.locator(".cell").allTextContents()).join("")).toMatch(/^[✓✕~–]{3}$/);
  });

  it("fits 400 and 1,600 pixels, and names every control", async () => {
    const page = await openPage(14, 140);
    for (const width of [400, 1600]) {
      await page.setViewportSize({ width, height: 900 });
      await page.locator(".sums").waitFor();
      await page.locator(".case-line").first().waitFor();
      expect(await page.evaluate(TOO_WIDE), `${width} px`).toBe(false);
      expect(await page.evaluate(NAMELESS)).toEqual([]);
    }
    expect(errors).toEqual([]);
  });
});
