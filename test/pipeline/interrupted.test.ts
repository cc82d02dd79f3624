import { afterAll, expect, it } from "vitest";
import { expectSoundRun } from "./toy/invariants.ts";
import { toyLinter } from "./toy/linter.ts";
import { openPlayground, repairWith } from "./toy/repair.ts";

const playground = openPlayground();
afterAll(() => playground.remove());

const lint = toyLinter([{ id: "old", match: "\\bold\\b", fixes: [{ text: "new" }] }]);
const FILES = Object.fromEntries(Array.from({ length: 24 }, (_, at) => [`${at}.txt`, "old\n".repeat(60)]));

it("a long round that is called off keeps the portions that are settled", { timeout: 120_000 }, async () => {
  playground.fill(FILES);
  const interruption = new AbortController();
  const result = await repairWith(lint, playground, {
    signal: interruption.signal,
    emit: (event) => {
      if (event.kind === "progress" && event.accepted > 0) interruption.abort();
    },
  });
  expectSoundRun(result, [lint], playground);
  expect(result.stopped).toMatchObject({ why: "interrupted" });
  const accepted = result.findings.filter(({ outcome }) => outcome.kind === "accepted").length;
  expect(accepted).toBeGreaterThan(0);
  expect(accepted).toBeLessThan(1_440);
});

it("a run that is called off before it begins has nothing, and says so", async () => {
  playground.fill({ "a.txt": "old\n" });
  const result = await repairWith(lint, playground, { signal: AbortSignal.abort() });
  expect(result).toMatchObject({ findings: [], patches: [], stopped: { why: "interrupted" } });
});
