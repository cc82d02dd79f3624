import { afterAll, describe, expect, it } from "vitest";
import { expectSoundRun } from "./toy/invariants.ts";
import { type ToyRule, toyLinter } from "./toy/linter.ts";
import { openPlayground, repairWith, textAfter } from "./toy/repair.ts";

/** What bench runs on real packages met: a fix is whole only together with those of what it leaves to do. */

const playground = openPlayground();
afterAll(() => playground.remove());

async function repaired(rules: readonly ToyRule[], text: string) {
  const lint = toyLinter(rules);
  playground.fill({ "a.txt": text });
  const result = await repairWith(lint, playground);
  expectSoundRun(result, [lint], playground);
  return { outcomes: result.findings.map(({ outcome }) => outcome), text: textAfter(result, "a.txt", playground) };
}

const joining: ToyRule = { id: "join", match: "a a((?: a)*)", message: "join two", fixes: [{ text: "a{1}" }] };

describe("a fix that leaves its own finding in place", () => {
  it("is made again in the same patch until the finding is gone, as for nested ifs that are joined two at a time", async () => {
    const { outcomes, text } = await repaired([joining], "a a a a\n");
    expect(outcomes.map(({ kind }) => kind)).toEqual(["accepted"]);
    expect(text).toBe("a\n");
  });

  it("is refused where the finding outlives many tries", async () => {
    const { outcomes, text } = await repaired([joining], `${"a ".repeat(40)}a\n`);
    expect(outcomes[0]).toMatchObject({ kind: "rejected", check: "cleared", code: "TARGET_STILL_FIRES" });
    expect(text).toBe(`${"a ".repeat(40)}a\n`);
  });
});

describe("a fix that brings in two findings of which one can be fixed", () => {
  const first: ToyRule = { id: "first", match: "\\bold\\b", fixes: [{ text: "middle!" }] };
  const second: ToyRule = { id: "second", match: "middle!", fixes: [{ text: "new" }] };

  it("is accepted where that one takes the other along", async () => {
    const { outcomes, text } = await repaired([first, second, { id: "no-cry", match: "!" }], "old\n");
    expect(outcomes.map(({ kind }) => kind)).toEqual(["accepted"]);
    expect(text).toBe("new\n");
  });

  it("is refused where something new is left all the same, and the reason says what was tried", async () => {
    const { outcomes } = await repaired([first, second, { id: "no-new", match: "new" }], "old\n");
    expect(outcomes[0]).toMatchObject({ kind: "rejected", check: "clean" });
    expect(outcomes[0]).toHaveProperty("reason", expect.stringMatching(/^with the fixes of second too: .*no-new/));
  });
});
