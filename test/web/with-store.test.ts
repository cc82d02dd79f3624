import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "vite";
import { describe, expect, it, onTestFinished } from "vitest";
import { openStore } from "../../src/adapters/stores/open.ts";
import { CHROMIUM, openBrowser } from "./support/browser.ts";
import { realServer } from "./support/real-server.ts";
import { recorded } from "./support/recorded.ts";
import { NOW } from "./support/world.ts";

const WEB = path.resolve(import.meta.dirname, "../../web");
const reason = CHROMIUM === undefined ? " (skipped: no Chromium on this machine)" : "";

describe.skipIf(CHROMIUM === undefined)(`the page over a real store${reason}`, { timeout: 120_000 }, () => {
  it("shows the store's own totals, and writes labels and undoes them there", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "patchpro-page-store-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
    const built = path.join(folder, "built");
    await build({
      root: WEB,
      configFile: path.join(WEB, "vite.config.ts"),
      logLevel: "silent",
      build: { outDir: built },
    });
    const store = await openStore({ kind: "sqlite", file: path.join(folder, "traces.db") }, { now: () => NOW });
    await recorded(store, 120);
    const server = await realServer(store, built);
    const browser = await openBrowser();
    try {
      const page = await browser.context.newPage();
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      await page.goto(`${server.url}#token=${"t".repeat(43)}`);
      const { accepted, failures } = await store.overview({});
      await page.getByText(`${accepted.count}/${accepted.n} repairs`).waitFor();
      const top = page.getByRole("row", { name: failures[0]?.code ?? "" });
      expect(await top.textContent()).toContain(String(failures[0]?.share.count));
      await page.evaluate("location.hash = '#/queue'");
      const attemptId = (await page.locator(".queue-title").first().getAttribute("data-attempt")) ?? "";
      await page.keyboard.press("x");
      await page.keyboard.press("2");
      await page.keyboard.press("Enter");
      await expect
        .poll(async () => (await store.labels(attemptId)).map(({ value, reasons }) => [value, reasons]))
        .toEqual([["bad", ["behaviour"]]]);
      await page.keyboard.press("u");
      await expect.poll(() => store.labels(attemptId)).toEqual([]);
      expect([...errors, ...server.bugs]).toEqual([]);
    } finally {
      await browser.close();
      await server.close();
      await store.close();
    }
  });
});
