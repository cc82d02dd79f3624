import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/adapters/stores/open.ts";
import type { TraceStore } from "../../src/ports/store.ts";
import { record, twoRepairs } from "../stores/support/sample.ts";
import { CHROMIUM, openBrowser } from "./support/browser.ts";
import { realServer } from "./support/real-server.ts";

const WEB = path.resolve(import.meta.dirname, "../../web");
const reason = CHROMIUM === undefined ? " (skipped: no Chromium on this machine)" : "";

describe.skipIf(CHROMIUM === undefined)(`the label queue's guards${reason}`, { timeout: 120_000 }, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "patchpro-queue-"));
    const configFile = path.join(WEB, "vite.config.ts");
    await build({ root: WEB, configFile, logLevel: "silent", build: { outDir: path.join(folder, "built") } });
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

  async function withQueue(
    name: string,
    variants: readonly number[],
    hash: string,
    work: (page: Page, store: TraceStore) => Promise<void>,
  ): Promise<void> {
    const store = await openStore({ kind: "sqlite", file: path.join(folder, `${name}.db`) }, { now: Date.now });
    for (const [at, variant] of variants.entries()) await record(store, twoRepairs(`s${at}-`, variant));
    const server = await realServer(store, path.join(folder, "built"));
    const browser = await openBrowser();
    try {
      const page = await browser.context.newPage();
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      await page.goto(`${server.url}#token=${"t".repeat(43)}`);
      await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
      await page.locator(".queue-title").first().waitFor();
      await work(page, store);
      expect([...errors, ...server.bugs]).toEqual([]);
    } finally {
      await browser.close();
      await server.close();
      await store.close();
    }
  }

  it("asks before one word is written for all equal patches, and shows three of them", async () => {
    await withQueue("equal", [0, 0, 0, 0, 0, 0], "#/queue", async (page, store) => {
      await page.getByText("stands for 6 equal patches").waitFor();
      await page.locator(".diff-row").first().waitFor();
      const dialog = page.getByRole("dialog", { name: "Good for all" });
      await page.keyboard.press("A");
      await expect.poll(() => dialog.locator(".sample-diff").count()).toBe(3);
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "hidden" });
      expect(await store.labels("s0-attempt-2")).toEqual([]);
      await page.keyboard.press("A");
      await dialog.waitFor();
      await page.keyboard.press("Enter");
      await expect
        .poll(async () => (await store.labels("s5-attempt-2")).map(({ origin }) => origin))
        .toEqual(["propagated"]);
      expect((await store.labels("s0-attempt-2")).map(({ value, origin }) => [value, origin])).toEqual([
        ["good", "human"],
      ]);
    });
  });

  it("shows some a second time without a word, and says at the end how often the word was the same", async () => {
    const variants = Array.from({ length: 60 }, (_, at) => at);
    await withQueue("repeats", variants, "#/queue", async (page, store) => {
      const current = page.locator(".queue-title").first();
      const seen: string[] = [];
      // Keys in a script are faster than the network: between two leases nothing is shown for a moment.
      const isLeft = async (): Promise<boolean> => {
        await current.or(page.getByText("Nothing is left to label.")).first().waitFor();
        return (await current.count()) > 0;
      };
      for (let pressed = 0; pressed < 62 && (await isLeft()); pressed += 1) {
        const id = (await current.getAttribute("data-attempt")) ?? "";
        await page.locator(".diff-row").first().waitFor();
        seen.push(id);
        await page.keyboard.press("a");
        await expect
          .poll(async () => (await current.count()) === 0 || (await current.getAttribute("data-attempt")))
          .not.toBe(id);
      }
      expect(seen.length).toBeGreaterThan(new Set(seen).size);
      const [twice = ""] = seen.filter((id, at) => seen.indexOf(id) < at);
      await expect.poll(async () => (await store.labels(twice))[0]?.queue).toBe("repeat");
      const [pace] = await store.labelPace({});
      expect(pace?.withOneself?.same).toBe(pace?.withOneself?.n);
      await page.reload();
      await page.getByText(`the same word again ${pace?.withOneself?.same}/${pace?.withOneself?.n}`).waitFor();
    });
  });

  it("shows the reply of an attempt that no patch could be read from, where failures are asked for", async () => {
    await withQueue("bare", [0], "#/queue?q=check%3Areply", async (page, store) => {
      await page.getByText("no patch could be read").waitFor();
      await page.keyboard.press("x");
      await page.keyboard.press("Enter");
      await expect.poll(async () => (await store.labels("s0-attempt-3"))[0]?.value).toBe("bad");
    });
  });

  it("is empty once the last patch is called bad: its reasons can still be given, and nothing is asked over and over", async () => {
    const variants = Array.from({ length: 12 }, (_, at) => at);
    await withQueue("last", variants, "#/queue", async (page, store) => {
      let asked = 0;
      page.on("request", (request) => {
        if (request.url().endsWith("/api/queue")) asked += 1;
      });
      // Labelled faster than the labels are written: only when all are given does the server take them.
      const { promise: given, resolve: allGiven } = Promise.withResolvers<void>();
      await page.route("**/api/labels", async (route) => {
        await given;
        await route.continue();
      });
      let last = "";
      for (const _ of variants) {
        await page.locator(".diff-row:visible").first().waitFor();
        last = (await page.locator(".queue-title").first().getAttribute("data-attempt")) ?? "";
        await page.keyboard.press("x");
        await page.locator(`.queue-title[data-attempt="${last}"]`).waitFor({ state: "detached" });
      }
      allGiven();
      await page.getByText("Nothing is left to label.").waitFor({ timeout: 10_000 });
      const before = asked;
      await page.waitForTimeout(1000);
      expect(asked - before).toBe(0);
      expect(before).toBeLessThan(40);
      await page.keyboard.press("1");
      await page.keyboard.press("Enter");
      await expect.poll(async () => (await store.labels(last))[0]?.reasons).toEqual(["not-fixed"]);
    });
  });

  it("another queue starts anew: what the one before had asked for is not shown in it", async () => {
    const variants = Array.from({ length: 6 }, (_, at) => at);
    await withQueue("orders", variants, "#/queue", async (page) => {
      const { promise: later, resolve: goOn } = Promise.withResolvers<void>();
      await page.route("**/api/queue", async (route) => {
        if (route.request().postData()?.includes("check:reply")) await later;
        await route.continue();
      });
      const leased = page.locator(".queue-actions .number");
      const asked = page.waitForRequest((request) => (request.postData() ?? "").includes("check:reply"));
      await page.evaluate("location.hash = '#/queue?q=check%3Areply'");
      await asked;
      await page.evaluate("location.hash = '#/queue?order=calibration'");
      await page.getByText("6 leased").waitFor();
      const answered = page.waitForResponse((response) =>
        (response.request().postData() ?? "").includes("check:reply"),
      );
      goOn();
      await (await answered).finished();
      await page.waitForTimeout(300);
      expect(await leased.textContent()).toBe("6 leased");
    });
  });
});
