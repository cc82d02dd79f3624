import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/adapters/stores/open.ts";
import { settle } from "../../src/cli/context.ts";
import { type ServedPage, servePage } from "../../src/cli/wire/ui.ts";
import { readEnvironment } from "../../src/config/environment.ts";
import { readDataset } from "../../src/eval/datasets/read-folder.ts";
import type { TraceStore } from "../../src/ports/store.ts";
import { parseQuery } from "../../src/trace/query.ts";
import { CHROMIUM, openBrowser } from "./support/browser.ts";
import { PROVED, storeFile, UNWANTED, type WalkWorld, walkWorld } from "./support/walk-world.ts";

const WEB = path.resolve(import.meta.dirname, "../../web");
const LABELS = 20;
const reason = CHROMIUM === undefined ? " (skipped: no Chromium on this machine)" : "";

describe.skipIf(CHROMIUM === undefined)(`the whole loop on the page${reason}`, { timeout: 300_000 }, () => {
  let folder = "";
  let world: WalkWorld;
  let store: TraceStore;
  let served: ServedPage;
  let browser: { readonly context: BrowserContext; close(): Promise<void> };
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "patchpro-walk-"));
    const built = path.join(folder, "built");
    const configFile = path.join(WEB, "vite.config.ts");
    await build({ root: WEB, configFile, logLevel: "silent", build: { outDir: built } });
    world = await walkWorld();
    const { root, tmp } = world.playground;
    store = await openStore({ kind: "sqlite", file: storeFile(world.playground) }, { now: Date.now });
    const context = {
      cwd: root,
      environment: readEnvironment({ ...process.env, TMPDIR: tmp, TEMP: tmp, TMP: tmp, ...world.env }),
      toolVersion: "0.0.0-test",
      signal: new AbortController().signal,
      stdout: async () => undefined,
      stderr: (text: string) => void problems.push(text),
    };
    served = await servePage(root, settle(context, {}).config, context, { port: 0, built });
    browser = await openBrowser();
    page = await browser.context.newPage();
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    await page.goto(served.url);
    await page.getByRole("link", { name: "Clusters" }).waitFor();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await store?.close();
    await world?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const textOf = async (selector: string): Promise<string> =>
    (await page.locator(selector).first().textContent()) ?? "";
  const root = (): string => world.playground.root;
  /** Attempts under a query that `ada` labelled. Some come a second time, to see whether she says the same again. */
  async function labelled(q: string): Promise<number> {
    const { query } = parseQuery(q, Date.now());
    let count = 0;
    for (const { attempts } of (await store.listRepairs(query, { size: 100 })).items)
      for (const { id } of attempts) if ((await store.labels(id)).some(({ rater }) => rater === "ada")) count += 1;
    return count;
  }

  /** Labels what is shown by keys, until so many are given or nothing is left. Gives how many. */
  async function label(most: number, word: (shown: string) => "a" | "x"): Promise<number> {
    const title = page.locator(".queue-title").first();
    let given = 0;
    let last = "";
    while (given < most) {
      const next = page.locator(`.queue-title:not([data-attempt="${last}"])`).first();
      const empty = page.getByText("Nothing is left to label.");
      await next.or(empty).first().waitFor();
      if (await empty.isVisible()) break;
      last = (await title.getAttribute("data-attempt")) ?? "";
      await press(word((await page.locator("[aria-label='Patch']:visible").first().textContent()) ?? ""));
      given += 1;
    }
    await press("Enter");
    return given;
  }
  const asMaintainer = (shown: string): "a" | "x" => (shown.includes(UNWANTED) ? "x" : "a");

  it("opens a cluster, labels 20, calibrates, makes cases, runs evals, compares and exports", async () => {
    // The failures are grouped, and the first cluster is opened.
    await page.locator(".tile-value").first().waitFor();
    await press("g", "c");
    await page.getByRole("button", { name: "Group them now" }).press("Enter");
    await page.getByRole("region", { name: "Cluster 1" }).waitFor();
    await press("j");
    await page.locator(".cluster.chosen").waitFor();
    const first = (await store.clusters.find("latest"))?.clusters[0];
    expect(first?.attempts).toBe(LABELS);
    expect(await textOf(".cluster.chosen")).toContain("10 of 13 failed repairs");

    // Cases of its examples.
    await press("e");
    await page.getByText("3 eval cases made.").waitFor();
    expect(await textOf(".job-cases")).toMatch(
      /evals\/cases\/e711-m\d+-py-\w+: expects rejected at cleared .*it passes now/,
    );

    // Its failures go to the queue, and 20 are labelled by keys alone.
    await press("q");
    expect(await label(LABELS, () => "x")).toBe(LABELS);
    await expect.poll(() => labelled("outcome:rejected"), { timeout: 15_000 }).toBe(LABELS);
    const members = await store.clusters.members(first?.id ?? "");
    for (const { attemptId } of members)
      expect((await store.labels(attemptId)).map(({ value, rater }) => [value, rater])).toEqual([["bad", "ada"]]);

    // Nobody labelled what the judge judged: it cannot be calibrated yet.
    await press("g", "j");
    await page.getByText("This judge was never calibrated.").waitFor();
    await press("C");
    await page.getByRole("alert").waitFor();
    expect(await textOf(".job-failed")).toContain("Nobody has labelled anything blind");

    // Twenty proved patches, blind, in the order for calibration.
    await press("g", "q");
    await page.getByRole("button", { name: "Calibration" }).press("Enter");
    await page.locator(".queue-title").first().waitFor();
    expect(await label(LABELS, asMaintainer)).toBe(LABELS);
    await expect
      .poll(async () => (await store.judgements.blindLabels("overall")).length, { timeout: 15_000 })
      .toBe(LABELS);
    await press("g", "j");
    await page.getByText("This judge was never calibrated.").waitFor();
    await press("C");
    await page.getByText(/Calibrated against \d+ labels: /).waitFor();
    const [calibration] = await store.judgements.calibrations();
    const report = calibration?.report;
    expect(await textOf("main")).toContain(report?.claim);
    expect(await textOf("main")).toContain("Against people");
    expect(report?.items.length).toBeGreaterThan(10);

    // The rest is labelled in the usual order, and a case is made of one of them.
    await press("g", "q");
    await page.locator(".queue-title").first().waitFor();
    expect(await label(2 * PROVED, asMaintainer)).toBeGreaterThanOrEqual(PROVED - LABELS);
    await expect.poll(() => labelled("outcome:accepted"), { timeout: 15_000 }).toBe(PROVED);
    await press("g", "t");
    // Keys that are pressed before the screen is there go nowhere.
    await page.locator(".repair-line").first().waitFor();
    await press("/");
    await page.keyboard.type("label:good");
    await press("Enter");
    await page.waitForURL(/label(?::|%3A)good/);
    const good = await labelled("label:good");
    await page.getByText(`${good} repairs`).waitFor();
    await press("j", "Enter");
    await page.waitForURL(/#\/repair\//);
    await page.getByText("cleared").first().waitFor();
    expect(await textOf(".label-list")).toContain("good");
    await press("m");
    await page.locator(".job-cases").waitFor();
    expect(await textOf(".job-cases")).toMatch(/^Made evals\/cases\/.*: expects accepted .*; it passes now/);
    const made = /evals\/cases\/([\w-]+)/.exec(await textOf(".job-cases"))?.[1] ?? "";
    await press("m");
    await page.getByRole("alert").waitFor();
    expect(await textOf(".job-failed")).toContain("exists already");

    // The four cases are run; then a reply of one is spoiled, and they are run again.
    await press("g", "e");
    await page.getByRole("option", { name: "all 4 cases" }).waitFor({ state: "attached" });
    await press("r");
    await page.getByText("4 of 4 cases passed").waitFor();
    await page.getByText("This is the only run.").waitFor();
    const reply = path.join(root(), "evals", "cases", made, "reply-1.txt");
    await writeFile(reply, (await readFile(reply, "utf8")).replace('replacement":"', 'replacement":"    (\\n'));
    await press("r");
    await page.getByText("3 of 4 cases passed").waitFor();
    const broken = page.getByRole("region", { name: "Broken" });
    await broken.waitFor();
    expect(await broken.textContent()).toContain(made);
    expect(await textOf(".compare")).toContain("The gate would shut.");
    const runs = await store.evals.list();
    expect(runs.map(({ counts }) => [counts.passed, counts.failed])).toEqual([
      [3, 1],
      [4, 0],
    ]);

    // What was called good is exported: first a look, then the files.
    await press("g", "d");
    await page.getByText("Nothing was exported yet.").waitFor();
    await press("e");
    await page.getByText(/rows would be written/).waitFor();
    const preview = await textOf(".job");
    expect(preview).toContain("not labelled good");
    expect(preview).toContain("kept for measuring");
    expect(await store.datasets.list()).toEqual([]);
    await press("w");
    await page.getByText(/^Wrote \d+ rows/).waitFor();
    const [version] = await store.datasets.list();
    const place = /\.patchpro\/datasets\/[0-9a-f]+/.exec(await textOf(".job"))?.[0] ?? "";
    const read = await readDataset((name) => readFile(path.join(root(), place, name), "utf8"));
    expect(read.train.rows + (read.validation?.rows ?? 0)).toBe(version?.rows);
    expect(read.train.text).not.toContain(UNWANTED);
    expect(read.contentHash).toBe(version?.contentHash);
    expect(problems).toEqual([]);
  });
});
