import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { NATIVE, offeredCandidates } from "../../src/fix/offered.ts";
import { collect } from "../../src/pipeline/collect.ts";
import { climbWithFollowUps } from "../../src/pipeline/follow-up.ts";
import { survey } from "../../src/pipeline/survey.ts";
import { planWork } from "../../src/plan/plan.ts";
import { type ToyRule, toyLinter } from "./toy/linter.ts";
import { openPlayground, toolsWith } from "./toy/repair.ts";

const playground = openPlayground();
afterAll(() => playground.remove());

const uncovering: ToyRule = { id: "first", match: "\\bold\\b", fixes: [{ text: "middle!" }] };
const uncovered: ToyRule = { id: "second", match: "middle!", fixes: [{ text: "new" }] };

/** Climbs with every fix of a text; with "sightings", follow-ups are foreseen. */
async function climbedIn(text: string, rules: readonly ToyRule[], detail: "sightings" | "fixes" = "sightings") {
  playground.fill({ "a.txt": text });
  let looks = 0;
  const { order, tools } = await toolsWith(toyLinter(rules), playground, { onLook: () => looks++ });
  const { findings } = await collect(order, tools.ladder);
  const source = await tools.ladder.workspace.read("a.txt");
  const repair = await survey(
    planWork(findings, order.policy).routes.keys(),
    new Map(source && [["a.txt", source]]),
    tools,
  );
  const candidates = offeredCandidates([...repair.open.values()], NATIVE, repair.ground.texts, tools.unsafe);
  looks = 0;
  const climbed = await climbWithFollowUps(candidates, repair.ground, tools, detail);
  return { climbed, looks, candidates, text: source?.text ?? "" };
}

describe("follow-up fixes", () => {
  it("are found with one look at all candidates of the file, and proved with one look at each", async () => {
    const text = "x old\r\nold y\r\n\r\nalso old\r\n";
    const { climbed, looks } = await climbedIn(text, [uncovering, uncovered]);
    expect(climbed.map(({ failed }) => failed)).toEqual([undefined, undefined, undefined]);
    expect(climbed.map(({ candidate }) => candidate.changes[0]?.after)).toEqual([
      text.replace("x old", "x new"),
      text.replace("old y", "new y"),
      text.replace("also old", "also new"),
    ]);
    expect(climbed[0]?.extended?.rules).toEqual(["second"]);
    expect(looks).toBe(1 + 3);
  });

  it("are asked for one by one where two candidates write on the same line", async () => {
    const { climbed, looks } = await climbedIn("old and old\nold\n", [uncovering, uncovered]);
    expect(climbed.map(({ candidate }) => candidate.changes[0]?.after)).toEqual([
      "new and old\nold\n",
      "old and new\nold\n",
      "old and old\nnew\n",
    ]);
    // Each of the two is looked at as it is, again for its fixes, and with them.
    expect(looks).toBe(1 + 1 + 2 * 3);
  });

  it("are not trusted: what stands together and not alone is refused", async () => {
    const pair: ToyRule = { id: "pair", match: "new\\n(?!new)", message: "lonely" };
    const { climbed } = await climbedIn("x\nold\nold\ny\n", [uncovering, uncovered, pair]);
    expect(climbed.map(({ failed }) => failed?.code)).toEqual(["NEW_FINDING_OTHER", "NEW_FINDING_OTHER"]);
  });
});

const word = fc.constantFrom("a", "b", "c", "old", "é😀");
const text = fc
  .array(fc.tuple(fc.array(word, { maxLength: 4 }), fc.constantFrom("\n", "\n", "\r\n", "\r")), { maxLength: 6 })
  .map((lines) => lines.map(([words, end]) => words.join(" ") + end).join(""));
const replacement = fc.constantFrom("", "a", "b\nb", "c c", "old", "é😀", "{0} b");
const rules = fc
  .array(fc.record({ match: fc.constantFrom("a", "b", "c", "old", "b\\n"), text: replacement }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((some): ToyRule[] => some.map(({ match, text: fix }, at) => ({ id: `r${at}`, match, fixes: [{ text: fix }] })));

describe("a follow-up fix after which something is left that has none", () => {
  const also: ToyRule = { id: "no-new", match: "new" };

  it("is tried once, and the reason says with what", async () => {
    const { climbed, looks } = await climbedIn("x old\ny old\n", [uncovering, uncovered, also]);
    expect(climbed.map(({ failed }) => failed?.detail)).toEqual([
      expect.stringMatching(/^with the fixes of second too: .*no-new/),
      expect.stringMatching(/^with the fixes of second too: .*no-new/),
    ]);
    expect(looks).toBe(1 + 2 + 2);
  });
});

describe("whatever the text and the rules", () => {
  it("what passes with foresight is sound, and what passes without it passes with it too", {
    timeout: 300_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(text, rules, async (before, some) => {
        const without = await climbedIn(before, some, "fixes");
        const known = await climbedIn(before, some);
        const passed = (of: typeof known) => of.climbed.map(({ failed }) => failed === undefined);
        expect(known.climbed).toHaveLength(known.candidates.length);
        for (const [at, one] of passed(without).entries()) if (one) expect(passed(known)[at]).toBe(true);
        const lint = toyLinter(some);
        const count = (of: string): number => lint("a.txt", of, () => undefined).length;
        for (const { failed, candidate } of known.climbed)
          if (!failed) expect(count(candidate.changes[0]?.after ?? "")).toBeLessThan(count(known.text));
      }),
      { numRuns: 60 },
    );
  });
});
