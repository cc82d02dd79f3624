import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/adapters/stores/open.ts";
import { type CommandContext, settle } from "../../src/cli/context.ts";
import { type ServedPage, servePage } from "../../src/cli/wire/ui.ts";
import { readEnvironment } from "../../src/config/environment.ts";
import type { TraceStore } from "../../src/ports/store.ts";
import { jsonReply, listedFindings, shownLines } from "../model/support/replies.ts";
import { askedOf, configFor, fileIn, KEYS, right, runHere } from "../model/support/served.ts";
import { openPlayground } from "../pipeline/toy/repair.ts";
import { type ModelServer, startModelServer, type Turn } from "../support/model-server.ts";
import { CHROMIUM, openBrowser } from "./support/browser.ts";

const WEB = path.resolve(import.meta.dirname, "../../web");
const reason = CHROMIUM === undefined ? " (skipped: no Chromium on this machine)" : "";
const CODE = "def first():\n    return 1\n";
const FIXED = 'def first():\n    """Return one."""\n    return 1\n';

/** An answer that can be read and applied, and leaves the finding as it is. */
const beside = (seen: ModelServer["seen"][number]): Turn => {
  const asked = askedOf(seen);
  const lines = new Map(shownLines(asked).map(({ number, text }) => [number, text]));
  const edits = listedFindings(asked).map(({ number, line }) => {
    const old = lines.get(line) ?? "";
    return { finding: [number], line, old, new: `${old}  # says what it does` };
  });
  return { does: "reply", text: jsonReply(edits, { path: fileIn(asked), notFixed: [] }) };
};

describe.skipIf(CHROMIUM === undefined)(
  `what is tried on the page of \`patchpro ui\`${reason}`,
  { timeout: 180_000 },
  () => {
    const here = openPlayground();
    let server: ModelServer;
    let built: string;
    let served: ServedPage;
    let store: TraceStore;
    let browser: Awaited<ReturnType<typeof openBrowser>>;
    let page: Page;
    let [repairId, attemptId] = ["", ""];
    const problems: string[] = [];

    beforeAll(async () => {
      built = await mkdtemp(path.join(tmpdir(), "patchpro-workbench-"));
      const configFile = path.join(WEB, "vite.config.ts");
      await build({ root: WEB, configFile, logLevel: "silent", build: { outDir: built, emptyOutDir: true } });
      server = await startModelServer();
      server.plays(beside);
      here.fill({ "a.py": CODE, ".patchpro.toml": configFor(server, { model: 'name = "compatible:m"' }) });
      const run = await runHere(here, ["--sources", "model"]);
      expect(run.kinds).toEqual(["rejected"]);
      const context: CommandContext = {
        cwd: here.root,
        environment: readEnvironment({ ...process.env, ...KEYS, TMPDIR: here.tmp }),
        toolVersion: "0.0.0-test",
        signal: new AbortController().signal,
        stdout: async () => undefined,
        stderr: (text) => problems.push(text),
      };
      const { root, config } = settle(context, {});
      const target = { kind: "sqlite" as const, file: path.join(root, ".patchpro/traces/traces.db") };
      store = await openStore(target, { now: Date.now });
      const [row] = (await store.listRepairs({ terms: [] }, { size: 1 })).items;
      repairId = row?.id ?? "";
      attemptId = row?.attempts[0]?.id ?? "";
      served = await servePage(root, config, context, { port: 0, built });
      browser = await openBrowser();
      page = await browser.context.newPage();
      page.on("pageerror", (error) => problems.push(error.message));
      await page.goto(served.url);
    }, 180_000);
    afterAll(async () => {
      await browser?.close();
      await served?.close();
      await store?.close();
      await server?.[Symbol.asyncDispose]();
      here.remove();
      await rm(built, { recursive: true, force: true, maxRetries: 5 });
    });

    it("a correction climbs the ladder with the embedded Ruff, and is kept with the label once it proves", async () => {
      await page.evaluate(`location.hash = ${JSON.stringify(`#/correct/${attemptId}?repair=${repairId}`)}`);
      const text = page.getByRole("textbox", { name: "Patched text of a.py" });
      expect(await text.inputValue()).toBe(CODE.replace("():", "():  # says what it does"));
      await page.getByRole("button", { name: "Check and keep as correction" }).click();
      await page.getByText("TARGET_STILL_FIRES").first().waitFor({ timeout: 60_000 });
      expect(await store.labels(attemptId)).toEqual([]);
      await text.fill(FIXED);
      await page.getByRole("button", { name: "Check and keep as correction" }).click();
      await page.getByText("The correction proved").waitFor({ timeout: 60_000 });
      const [label] = await store.labels(attemptId);
      expect(label?.value).toBe("bad");
      expect(label?.correctedPatch).toContain('+    """Return one."""');
      expect(here.read("a.py")).toBe(CODE);
      expect(problems).toEqual([]);
    });

    it("an edited prompt is asked again, and the answer climbs the ladder beside the old one; nothing is stored", async () => {
      server.plays(right);
      const asked = server.seen.length;
      const before = await store.fingerprint();
      await page.evaluate(`location.hash = ${JSON.stringify(`#/playground/${attemptId}?repair=${repairId}`)}`);
      const prompt = page.getByRole("textbox", { name: "User prompt" });
      await prompt.waitFor();
      await prompt.fill(`${await prompt.inputValue()}\nAnswer in one sentence: SUNFLOWER.`);
      await page.getByRole("button", { name: "Ask" }).click();
      const now = page.getByRole("region", { name: /^Now: / });
      await now.getByText("accepted").first().waitFor({ timeout: 60_000 });
      expect(await now.textContent()).toContain("Return what is asked for.");
      expect(await page.getByRole("region", { name: /^Then: / }).textContent()).toContain("rejected");
      expect(server.seen.slice(asked).map(({ raw }) => raw.includes("SUNFLOWER"))).toEqual([true]);
      expect(await store.fingerprint()).toBe(before);
      expect(here.read("a.py")).toBe(CODE);
      expect(problems).toEqual([]);
    });
  },
);
