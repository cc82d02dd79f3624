import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitRows } from "../../../src/eval/datasets/split.ts";

const rows = fc.array(
  fc.record({ repository: fc.constantFrom("a", "b", "c", "d", "e"), path: fc.constantFrom("x.py", "y.py", "z.py") }),
  { minLength: 1, maxLength: 40 },
);
const share = fc.double({ min: 0.01, max: 0.5, noNaN: true });

describe("the split", () => {
  it("puts no repository on both sides, and none of two sides is empty where there are two repositories", () => {
    fc.assert(
      fc.property(rows, share, fc.nat(), (all, part, seed) => {
        const { rows: split, by } = splitRows(all, part, seed);
        const sides = (name: "train" | "validation") =>
          new Set(split.flatMap((row, at) => (row.split === name ? [all[at]?.repository] : [])));
        if (by !== "repository") return;
        expect([...sides("train")].filter((one) => sides("validation").has(one))).toEqual([]);
        expect(sides("train").size).toBeGreaterThan(0);
        expect(sides("validation").size).toBeGreaterThan(0);
      }),
    );
  });

  it("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(rows, share, fc.nat(), (all, part, seed) => {
        const place = (some: typeof all) =>
          new Map(splitRows(some, part, seed).rows.map(({ group, split }) => [group, split]));
        expect(place(all.toReversed())).toEqual(place(all));
      }),
    );
  });

  it("is by file, with a warning, where there is one repository, and does nothing where there is one file", () => {
    const one = (paths: readonly string[]) =>
      splitRows(
        paths.map((path) => ({ repository: "a", path })),
        0.1,
        1,
      );
    expect(one(["x.py", "y.py", "x.py"])).toMatchObject({
      by: "file",
      warning: expect.stringContaining("split by file"),
    });
    const files = one(["x.py", "y.py", "x.py"]).rows;
    expect(files[0]).toEqual(files[2]);
    expect(one(["x.py", "x.py"])).toMatchObject({
      by: "nothing",
      warning: expect.stringContaining("nothing is held back"),
    });
    expect(new Set(one(["x.py", "x.py"]).rows.map(({ split }) => split))).toEqual(new Set(["train"]));
  });
});
