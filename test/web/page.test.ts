import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { RepairAnswer } from "../../src/server/api.ts";
import { CHROMIUM, openBrowser } from "./support/browser.ts";
import { type FakeServer, fakeServer } from "./support/fake-server.ts";
import { HOSTILE, hostileRepair } from "./support/hostile.ts";
import { NAMELESS, PROBES, TOO_WIDE } from "./support/page-probes.ts";
import { repairNumber } from "./support/world.ts";
import { writeBundle } from "./support/write-bundle.ts";

const WEB = path.resolve(import.meta.dirname, "../../web");
const reason = CHROMIUM === undefined ? " (skipped: no Chromium on this machine)" : "";

const many = (count: number): RepairAnswer[] => Array.from({ length: count }, (_, n) => repairNumber(n));

describe.skipIf(CHROMIUM === undefined)(`the page in Chromium${reason}`, { timeout: 180_000 }, () => {
  let built: string;
  let browser: { readonly context: BrowserContext; close(): Promise<void> };
  let server: FakeServer | undefined;
  const errors: string[] = [];

  beforeAll(async () => {
    built = await mkdtemp(path.join(tmpdir(), "patchpro-built-"));
    await build({
      root: WEB,
      configFile: path.join(WEB, "vite.config.ts"),
      logLevel: "silent",
      build: { outDir: built, emptyOutDir: true },
    });
    browser = await openBrowser();
    await browser.context.addInitScript(PROBES);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await rm(built, { recursive: true, force: true });
  });
  afterEach(async () => {
    for (const page of browser.context.pages().slice(1)) await page.close();
    await server?.close();
    server = undefined;
    errors.length = 0;
  });

  const openPage = async (repairs: readonly RepairAnswer[], hash = "#/overview"): Promise<Page> => {
    server = await fakeServer(repairs, built);
    const page = await browser.context.newPage();
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("dialog", (dialog) => {
      errors.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(server.url);
    await page.evaluate("localStorage.clear(); localStorage.setItem('patchpro.token', 'a-token')");
    await page.goto(`${server.url.split("#")[0]}${hash}`);
    await page.reload();
    return page;
  };
  const to = async (page: Page, hash: string): Promise<void> => {
    await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
  };

  it("says on every screen what to do where nothing is recorded", async () => {
    const page = await openPage([]);
    await page.getByText("Nothing is recorded yet.").waitFor();
    await to(page, "#/traces");
    await page.getByText("Nothing is recorded yet.").waitFor();
    await to(page, "#/queue");
    await page.getByText("Nothing is left to label.").waitFor();
    await to(page, "#/live");
    await page.getByText("No repair is being worked on.").waitFor();
    await to(page, "#/repair/none");
    await page.getByRole("alert").waitFor();
    expect(errors.filter((error) => !error.includes("404"))).toEqual([]);
  });

  it.each([1, 10_000])("draws every screen with %i repairs, at 400 and at 1,600 pixels", async (count) => {
    const repairs = many(count);
    const page = await openPage(repairs);
    const [first] = repairs;
    const screens = [
      ["#/overview", ".tile-value"],
      ["#/traces", ".repair-line"],
      [`#/repair/${first?.repair.id}`, ".diff-row"],
      [`#/correct/${first?.attempts[0]?.id}?repair=${first?.repair.id}`, "textarea"],
      [`#/playground/${first?.attempts[0]?.id}`, "textarea"],
      ["#/queue", ".queue-title"],
      ["#/live", ".progress"],
    ] as const;
    for (const width of [400, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      for (const [hash, sign] of screens) {
        await to(page, hash);
        await page.locator(sign).first().waitFor();
        expect(await page.evaluate(TOO_WIDE), `${hash} at ${width} px`).toBe(false);
        expect(await page.evaluate(NAMELESS), hash).toEqual([]);
      }
    }
    expect(errors).toEqual([]);
  });

  it("shows counts, not percentages, for one repair", async () => {
    const page = await openPage(many(1));
    await page.getByText("1 of 1").first().waitFor();
    expect(await page.locator(".tile-value").first().textContent()).not.toContain("%");
  });

  it("goes through 10,000 rows by scrolling, and keeps only those in sight", async () => {
    const page = await openPage(many(10_000), "#/traces");
    await page.getByText("10,000 repairs").waitFor();
    for (let pages = 0; pages < 400 && (await page.locator("#repair-row-9999").count()) === 0; pages += 1) {
      await page.evaluate(
        "{ const rows = document.querySelector('.trace-rows'); rows.scrollTop = rows.scrollHeight; }",
      );
      await page.waitForTimeout(20);
    }
    expect(await page.locator("#repair-row-9999").count()).toBe(1);
    expect(await page.locator(".repair-line").count()).toBeLessThan(60);
  });

  it("is worked by keys: search, rows, a repair, its attempts, an example and its undo, help", async () => {
    const page = await openPage(many(300), "#/overview");
    await page.locator(".tile-value").first().waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("t");
    await page.locator(".repair-line").first().waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("rul:F401");
    await page.getByRole("button", { name: "Use rule:" }).click();
    await page.locator(".facet[aria-pressed=true]", { hasText: "F401" }).waitFor();
    expect(await page.evaluate("decodeURIComponent(location.hash)")).toContain("rule:F401");
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.locator("#repair-row-2.chosen").waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".diff-row").first().waitFor();
    await page.keyboard.press("s");
    await page.locator(".marked-good").waitFor();
    await expect.poll(() => [...(server?.current().values() ?? [])]).toEqual(["good"]);
    await page.keyboard.press("u");
    await expect.poll(() => server?.current().size).toBe(0);
    await page.keyboard.press("p");
    await page.getByRole("tabpanel").getByText("File: src/").waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.locator("#repair-row-2.chosen").waitFor();
    expect(errors).toEqual([]);
  });

  it("puts attempts side by side: what each was told, and what changed", async () => {
    const repairs = many(60);
    const retried = repairs.find(({ attempts }) => attempts.length === 2);
    const page = await openPage(repairs, `#/repair/${retried?.repair.id}`);
    const second = page.getByRole("region", { name: "Attempt 2" });
    await second.getByText("Your edit was rejected by the check").waitFor();
    await second.locator(".ladder-changed .diff-new", { hasText: "logger.debug" }).waitFor();
  });

  it("shows hostile texts as text, whatever field they stand in", async () => {
    const page = await openPage([hostileRepair(), ...many(3)], "#/traces");
    await page.locator(".repair-line").first().waitFor();
    for (const hash of [
      `#/repair/${hostileRepair().repair.id}?tab=reply`,
      `#/repair/${hostileRepair().repair.id}?tab=prompt`,
      `#/repair/${hostileRepair().repair.id}?tab=raw`,
      `#/repair/${hostileRepair().repair.id}?tab=attempts`,
      `#/repair/${hostileRepair().repair.id}?tab=usage`,
      "#/queue",
      "#/overview",
    ]) {
      await to(page, hash);
      await page.waitForTimeout(250);
      expect(
        await page.evaluate("document.querySelectorAll('main script, main img, main iframe, main [onerror]').length"),
      ).toBe(0);
      expect(
        await page.evaluate("[...document.querySelectorAll('a')].filter((a) => a.protocol === 'javascript:').length"),
      ).toBe(0);
      expect(
        await page.evaluate(
          "/[\\u202a-\\u202e\\u2066-\\u2069\\u001b\\u0000]/.test(document.querySelector('main').innerText)",
        ),
        hash,
      ).toBe(false);
    }
    expect(await page.evaluate("globalThis.pwned")).toBeUndefined();
    expect(HOSTILE).toContain("<script>");
    expect(errors).toEqual([]);
  });

  it("stays quick with a reply of 10 MB, a line of 1 MB and a diff of 2,000 lines", async () => {
    const [base] = many(1);
    if (!base) throw new Error("no repair");
    const code = (n: number): string => `    value_${n} = compute(items[${n}], "name ${n}") # ${n}`;
    const changes = Array.from({ length: 1000 }, (_, n) => `-${code(n)}\n+${code(n + 1)}`).join("\n");
    const big: RepairAnswer = {
      ...base,
      attempts: base.attempts.slice(-1).map((attempt) => ({
        ...attempt,
        number: 1,
        reply: `${"x".repeat(1_000_000)}\n${`${JSON.stringify({ say: "word ".repeat(16) })}\n`.repeat(100_000)}`,
        patch: `--- a/x.py\n+++ b/x.py\n@@ -1,1000 +1,1000 @@\n${changes}\n`,
      })),
    };
    expect(big.attempts[0]?.reply?.length).toBeGreaterThan(10_000_000);
    const page = await openPage([big, ...many(3).slice(1)], "#/traces");
    await page.locator(".repair-line").first().waitFor();
    await page.evaluate("globalThis.probes.longTasks.length = 0");
    await to(page, `#/repair/${big.repair.id}?tab=reply`);
    await page.locator(".text-row").first().waitFor();
    for (const place of [".text-rows", ".pane-diff .diff"])
      for (let step = 1; step <= 20; step += 1) {
        await page.evaluate(
          `{ const box = document.querySelector(${JSON.stringify(place)}); box.scrollTop = box.scrollHeight * ${step / 20}; }`,
        );
        await page.waitForTimeout(16);
      }
    await page.keyboard.press("d");
    await page.locator(".diff-split").waitFor();
    expect(await page.locator(".diff-row").count()).toBeLessThan(100);
    const tasks = (await page.evaluate("globalThis.probes.longTasks")) as number[];
    console.log(`long tasks: ${tasks.length}, longest ${Math.round(Math.max(0, ...tasks))} ms`);
    expect(Math.max(0, ...tasks)).toBeLessThan(2000);
    expect(errors).toEqual([]);
  });

  it("loses no label of 300 given by keys, with a reload and a stopped server in between", async () => {
    const page = await openPage(many(520), "#/queue");
    const wanted = new Map<string, string>();
    const paints: number[] = [];
    const shown = page.locator(".queue-title").first();
    const labelled = async (key: string, value: string): Promise<void> => {
      await shown.waitFor();
      const id = (await shown.getAttribute("data-attempt")) ?? "";
      await page.keyboard.press(key);
      wanted.set(id, value);
      await page.waitForFunction(
        `document.querySelector(".queue-title")?.getAttribute("data-attempt") !== ${JSON.stringify(id)}`,
      );
    };
    const keep = async (): Promise<void> =>
      void paints.push(...((await page.evaluate("globalThis.probes.paints.splice(0)")) as number[]));
    for (let n = 0; n < 300; n += 1) {
      if (n === 100) {
        await keep();
        await page.reload();
      }
      if (n === 200) {
        // Keys in a script are faster than the network: what is labelled without a server has to be there before.
        await page.waitForLoadState("networkidle");
        await server?.stop();
        for (let more = 0; more < 3; more += 1, n += 1) await labelled("a", "good");
        await keep();
        await server?.start();
      }
      if (n % 7 === 3) {
        await labelled("x", "bad");
        if (n % 2 === 0) await page.keyboard.press("2");
      } else if (n % 11 === 5) await labelled(" ", "unsure");
      else await labelled("a", "good");
      if (n % 50 === 20) {
        const [last] = [...wanted.keys()].slice(-1);
        await page.keyboard.press("u");
        await page.waitForFunction(
          `document.querySelector(".queue-title")?.getAttribute("data-attempt") === ${JSON.stringify(last)}`,
        );
        await labelled("x", "bad");
      }
    }
    await keep();
    await to(page, "#/overview");
    await expect.poll(() => server?.current().size, { timeout: 30_000 }).toBe(wanted.size);
    expect(Object.fromEntries(server?.current() ?? [])).toEqual(Object.fromEntries(wanted));
    expect(server?.labels.some(({ reasons }) => reasons?.includes("behaviour"))).toBe(true);
    const sorted = paints.toSorted((a, b) => a - b);
    console.log(
      `${sorted.length} labels: from key to next patch painted, median ${Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0)} ms, p95 ${Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0)} ms`,
    );
    expect(wanted.size).toBe(300);
  });

  it("opens as a folder, read-only, without a server", async () => {
    const folder = await writeBundle(built, many(250));
    try {
      const page = await browser.context.newPage();
      page.on("pageerror", (error) => errors.push(error.message));
      await page.goto(`file://${folder}/index.html`);
      await page.locator(".tile-value").first().waitFor();
      await page.getByText("read-only").waitFor();
      await to(page, "#/traces?q=outcome:rejected");
      await page.locator(".repair-line").first().click();
      await page.locator(".diff-row").first().waitFor();
      expect(await page.getByRole("button", { name: "Good example" }).isDisabled()).toBe(true);
      await to(page, "#/queue");
      await page.getByText("Nothing can be labelled here.").waitFor();
      expect(errors).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
