import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/adapters/stores/open.ts";
import type { ServerTools } from "../../src/server/tools.ts";
import { CHROMIUM, openBrowser } from "./support/browser.ts";
import { fillEverything } from "./support/full-store.ts";
import { TOO_WIDE } from "./support/page-probes.ts";
import { realServer } from "./support/real-server.ts";
import { NOW, repairNumber } from "./support/world.ts";

const WEB = path.resolve(import.meta.dirname, "../../web");
const reason = CHROMIUM === undefined ? " (skipped: no Chromium on this machine)" : "";

/** What an attempt with a workbench and a model looks like; nothing is run. */
const WORKBENCH: Partial<ServerTools> = {
  workbench: {
    files: async ({ trace }) => ({
      files: [{ path: trace.repair.path, before: "import os\n", after: "x = 1\n" }],
      stale: undefined,
    }),
    climb: async () => ({ proved: false, checks: [], patch: undefined }),
  },
  ask: async () => {
    throw new Error("nobody asks here");
  },
  about: { toolVersion: "0.1.0", repository: "shop", models: ["openai:gpt-5-mini"], rater: "ada" },
};
const tries = repairNumber(
  Array.from({ length: 40 }, (_, n) => n).find((n) => repairNumber(n).attempts.length > 1) ?? 0,
);
const [attempt] = tries.attempts;

/** Every screen, and a sign that it is drawn: with data, without. */
const SCREENS: readonly (readonly [hash: string, full: string, empty: string])[] = [
  ["#/overview", ".tile-value", ".empty"],
  ["#/traces", ".repair-line", ".empty"],
  [`#/repair/${tries.repair.id}`, ".diff-row", "[role=alert]"],
  [`#/repair/${tries.repair.id}?tab=attempts`, ".diff-row", "[role=alert]"],
  ["#/queue", ".queue-title", ".empty"],
  [`#/correct/${attempt?.id}?repair=${tries.repair.id}`, "textarea", "[role=alert]"],
  [`#/playground/${attempt?.id}?repair=${tries.repair.id}`, "textarea", "[role=alert]"],
  ["#/live", ".progress", ".empty"],
  ["#/clusters", ".cluster", ".empty"],
  ["#/evals", ".case-line", ".empty"],
  ["#/judge", "table", ".empty"],
  ["#/datasets", "table", ".empty"],
];

interface Violation {
  readonly impact: string | null;
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

describe.skipIf(CHROMIUM === undefined)(`every screen under axe-core${reason}`, { timeout: 240_000 }, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "patchpro-axe-"));
    const configFile = path.join(WEB, "vite.config.ts");
    await build({ root: WEB, configFile, logLevel: "silent", build: { outDir: path.join(folder, "built") } });
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

  /** Serious and critical violations. `rules`: only these. */
  async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
    const options = { resultTypes: ["violations"], ...(rules && { runOnly: { type: "rule", values: rules } }) };
    const found: { violations: readonly Violation[] } = await page.evaluate(
      `axe.run(document, ${JSON.stringify(options)})`,
    );
    return found.violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, help, nodes }) =>
        nodes
          .slice(0, 3)
          .map(({ target, failureSummary }) => `${id} (${help}): ${target.join(" ")}; ${failureSummary}`),
      );
  }

  it.each(["full", "empty"] as const)(
    "has no serious violation, light and dark, where the store is %s",
    async (kind) => {
      const store = await openStore({ kind: "sqlite", file: path.join(folder, `${kind}.db`) }, { now: () => NOW });
      if (kind === "full") await fillEverything(store);
      const server = await realServer(store, path.join(folder, "built"), WORKBENCH);
      const browser = await openBrowser();
      const wrong: string[] = [];
      try {
        await browser.context.addInitScript(axe.source);
        const page = await browser.context.newPage();
        page.on("pageerror", (error) => wrong.push(error.message));
        await page.goto(`${server.url}#token=${"t".repeat(43)}`);
        for (const [hash, full, empty] of SCREENS) {
          await page.emulateMedia({ colorScheme: "light" });
          await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
          await page
            .locator(kind === "full" ? full : empty)
            .first()
            .waitFor({ timeout: 15_000 })
            .catch(() => wrong.push(`${hash}: ${full} or ${empty} does not come`));
          for (const each of await violations(page)) wrong.push(`${hash} light: ${each}`);
          await page.emulateMedia({ colorScheme: "dark" });
          for (const each of await violations(page, ["color-contrast"])) wrong.push(`${hash} dark: ${each}`);
          await page.setViewportSize({ width: 400, height: 800 });
          if (await page.evaluate(TOO_WIDE)) wrong.push(`${hash} is wider than 400 pixels`);
          await page.setViewportSize({ width: 1280, height: 800 });
        }
        expect([...wrong, ...server.bugs]).toEqual([]);
      } finally {
        await browser.close();
        await server.close();
        await store.close();
      }
    },
  );
});
