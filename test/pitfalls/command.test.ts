import { readdirSync } from "node:fs";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { newestRun, patchpro, reportIn, toyConfig } from "../e2e/support/cli.ts";
import type { ToyRule } from "../pipeline/toy/linter.ts";
import { openPlayground } from "../pipeline/toy/repair.ts";

/** Pitfalls A1, A2, A3 and A8 with a linter that is a program of its own, so that they are tested whatever is installed. */

const playground = openPlayground();
afterAll(() => playground.remove());
afterEach(() => expect(readdirSync(playground.tmp), "no temporary files are left").toEqual([]));

async function run(rules: readonly ToyRule[], text: string) {
  playground.fill({ "a.txt": text, "toy.json": JSON.stringify(rules), ".patchpro.toml": toyConfig() });
  const { code, err } = await patchpro(playground, ["run", "--apply"]);
  expect(code, err).toBe(0);
  const outcomes = reportIn(newestRun(playground.root)).findings.map(({ outcome }) =>
    outcome.kind === "rejected" ? `${outcome.check}: ${outcome.reason}` : outcome.kind,
  );
  return { text: playground.read("a.txt"), outcomes };
}

const rule = (id: string, match: string, text: string): ToyRule => ({ id, match, fixes: [{ text }] });

describe("an analyzer that is a command", () => {
  it("A1: nested matches in one line", async () => {
    const { text } = await run(
      [{ id: "no-wrap", call: "wrap", fixes: [{ text: "w({1})" }] }],
      'wrap("a" + wrap("b"))\n',
    );
    expect(text).toBe('w("a" + w("b"))\n');
  });

  it("A2: matches of several lines that shrink and grow", async () => {
    const { text } = await run(
      [rule("one-line", "\\[\\n  (\\d),\\n\\]", "[{1}]"), rule("grow", "^short$", "a\nlong")],
      "short\nx = [\n  1,\n]\nshort\n",
    );
    expect(text).toBe("a\nlong\nx = [1]\na\nlong\n");
  });

  it("A3: overlapping fixes: one is made, the other is closed by it", async () => {
    expect(await run([rule("to-x", "a b", "x"), rule("to-y", "b c", "y")], "a b c\n")).toEqual({
      text: "x c\n",
      outcomes: ["accepted", "accepted"],
    });
  });

  it("A8: two rules that undo each other: found out and said, the text stays", async () => {
    const { text, outcomes } = await run([rule("to-b", "\\ba\\b", "b"), rule("to-a", "\\bb\\b", "a")], "a\n");
    expect([text, outcomes]).toEqual([
      "a\n",
      [expect.stringMatching(/^clean: toy reports to-a at a\.txt:1 of the patched text, which was not there before/)],
    ]);
  });
});
