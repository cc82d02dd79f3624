import { describe, expect, it } from "vitest";
import type { RepairAnswer, RepairsAnswer } from "../../src/server/api.ts";
import { openBundle } from "../../src/server/bundle/reader.ts";
import { bundleOf } from "./bundle-support.ts";
import { aServer, aStore, fill, NOW } from "./support.ts";

const TEXTS: readonly (readonly [string, string])[] = [
  ["a script", "</script><script>alert(1)</script><img src=x onerror=alert(1)>"],
  ["a link", "javascript:alert(1)"],
  ["terminal codes", "\u001b[31mred\u001b]8;;http://evil.example\u0007x\u001b[0m\b\u0000"],
  ["reversed text", "\u202Eevil\u2066\u200B\uFEFF"],
  ["line ends that JSON does not know", "\u2028\u2029\r\n\r"],
  ["half a character", "\uD800 and \uDC00"],
  ["a key that means something", "__proto__"],
  ["quotes", `'"\`\\\${1}\\u0027`],
  ["a megabyte in one line", "x".repeat(1024 * 1024)],
];

describe.each(TEXTS)("%s in every text", (_, text) => {
  const everywhere = {
    path: `src/${text.slice(0, 200)}.py`,
    message: text,
    prompt: text,
    reply: text,
    patch: text,
    reason: text,
  };

  it("comes through as JSON data only", async () => {
    const store = await aStore();
    await fill(store, 2, everywhere);
    const { ask, get } = aServer(store);
    for (const path of [
      "/api/repairs",
      "/api/repairs/repair-00001",
      "/api/attempts/repair-00001-a1/raw",
      "/api/facets",
    ]) {
      const response = await ask(path);
      expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    }
    const kept = await store.repair("repair-00001");
    const { body } = await get<RepairAnswer>("/api/repairs/repair-00001");
    expect(body.attempts.map(({ prompt, reply, patch, reason }) => [prompt, reply, patch, reason])).toEqual(
      kept?.attempts.map(({ prompt, reply, patch, reason }) => [prompt, reply, patch, reason]),
    );
    expect(body.repair.findings).toEqual(kept?.repair.findings);
  });

  it("comes through a bundle's scripts as the same data", async () => {
    const store = await aStore();
    await fill(store, 2, everywhere);
    const { load } = await bundleOf(store);
    const bundle = openBundle(load, () => NOW);
    const { get } = aServer(store);
    expect(plain(await bundle.get("/api/repairs/repair-00001"))).toEqual(
      (await get<RepairAnswer>("/api/repairs/repair-00001")).body,
    );
    expect(plain(await bundle.get("/api/repairs"))).toMatchObject({
      items: (await get<RepairsAnswer>("/api/repairs")).body.items,
    });
  });
});

function plain(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}
