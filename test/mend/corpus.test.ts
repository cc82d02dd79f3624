import { describe, expect, test } from "vitest";
import { mend } from "../../src/patch/mend/mend.ts";
import { basePairs, corpus } from "./corpus.ts";

const cases = corpus();
type Verdict = "right" | "refused" | "wrong";

function verdictOf(each: (typeof cases)[number]): Verdict {
  const made = mend({ files: new Map([[each.path, each.before]]), reply: each.reply, path: each.path, root: "/repo" });
  if (made.outcome !== "patched") return each.expected === null ? "right" : "refused";
  return made.files.size === 1 && made.files.get(each.path) === each.expected ? "right" : "wrong";
}

const tally: Record<Verdict, string[]> = { right: [], refused: [], wrong: [] };
for (const each of cases) tally[verdictOf(each)].push(each.id);

describe("the corruption corpus", () => {
  test("has more than 10,000 cases from more than 30 files", () => {
    expect(basePairs().length).toBeGreaterThan(30);
    expect(cases.length).toBeGreaterThan(10_000);
  });

  test("no corrupted reply becomes a wrong text", () => {
    expect(tally.wrong).toEqual([]);
  });

  test("at least 99.5 % become exactly the right text, or the refusal that is right", () => {
    expect(tally.right.length / cases.length).toBeGreaterThan(0.995);
  });

  test("every uncorrupted reply, in every dialect, becomes exactly the right text", () => {
    const clean = cases.filter((each) => each.corruptions.length === 0 || each.corruptions[0] === "clean");
    expect(clean.filter((each) => verdictOf(each) !== "right").map((each) => each.id)).toEqual([]);
  });
});
