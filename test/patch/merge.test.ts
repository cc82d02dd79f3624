import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edit } from "../../src/domain/edit.ts";
import { applyEdits } from "../../src/patch/apply.ts";
import { mergeCandidates } from "../../src/patch/merge.ts";

function edit(start: number, end: number, text: string, path = "a.py"): Edit {
  return { path, start, end, text };
}

describe("mergeCandidates", () => {
  it("takes groups in the given order and defers those that overlap, naming what is in their way", () => {
    const merged = mergeCandidates([
      { id: "first", edits: [edit(0, 4, "a"), edit(10, 12, "b")] },
      { id: "second", edits: [edit(20, 22, "c"), edit(11, 13, "d")] },
      { id: "third", edits: [edit(20, 22, "e")] },
      { id: "fourth", edits: [edit(3, 21, "f")] },
    ]);
    expect(merged.chosen).toEqual(["first", "third"]);
    expect(merged.deferred).toEqual([
      { id: "second", conflictsWith: ["first"] },
      { id: "fourth", conflictsWith: ["first", "third"] },
    ]);
    expect(merged.edits).toEqual([edit(0, 4, "a"), edit(10, 12, "b"), edit(20, 22, "e")]);
  });

  it("allows edits that touch", () => {
    const groups = [edit(4, 8, "b"), edit(0, 4, "a"), edit(4, 4, "+"), edit(8, 8, "-")].map((one, at) => ({
      id: `${at}`,
      edits: [one],
    }));
    expect(mergeCandidates(groups).edits).toEqual([edit(0, 4, "a"), edit(4, 4, "+"), edit(4, 8, "b"), edit(8, 8, "-")]);
  });

  it("counts an edit once that several groups share, and names all its owners", () => {
    const shared = edit(0, 0, "import os\n");
    const merged = mergeCandidates([
      { id: "one", edits: [shared, edit(5, 6, "x")] },
      { id: "two", edits: [edit(8, 9, "y"), { ...shared }] },
      { id: "three", edits: [edit(0, 0, "import re\n")] },
    ]);
    expect(merged.chosen).toEqual(["one", "two"]);
    expect(merged.edits).toEqual([shared, edit(5, 6, "x"), edit(8, 9, "y")]);
    expect(merged.deferred).toEqual([{ id: "three", conflictsWith: ["one", "two"] }]);
  });

  it("keeps several insertions of one group at one point, in their order", () => {
    const edits = [edit(3, 3, "2"), edit(3, 3, "1")];
    expect(mergeCandidates([{ id: "one", edits }]).edits).toEqual(edits);
  });

  it("knows edits of different files apart", () => {
    const groups = [
      { id: "one", edits: [edit(0, 4, "a")] },
      { id: "two", edits: [edit(0, 4, "b", "b.py")] },
    ];
    expect(mergeCandidates(groups).chosen).toEqual(["one", "two"]);
  });

  it("defers a group whose own edits overlap", () => {
    expect(mergeCandidates([{ id: "torn", edits: [edit(0, 4, "a"), edit(2, 6, "b")] }])).toEqual({
      chosen: [],
      deferred: [{ id: "torn", conflictsWith: ["torn"] }],
      edits: [],
    });
  });

  it("recognises the same change in different spans where it knows the text", () => {
    const groups = [
      { id: "whole line", edits: [edit(0, 15, "import os\n")] },
      { id: "part", edits: [edit(9, 14, "")] },
    ];
    expect(mergeCandidates(groups).chosen).toEqual(["whole line"]);
    const merged = mergeCandidates(groups, new Map([["a.py", "import os, sys\n"]]));
    expect(merged).toEqual({ chosen: ["whole line", "part"], deferred: [], edits: [edit(0, 15, "import os\n")] });
  });

  it("takes two deletions of equal lines side by side as two", () => {
    const text = "pass\npass\npass\n";
    const groups = [
      { id: "second", edits: [edit(5, 10, "")] },
      { id: "third", edits: [edit(10, 15, "")] },
    ];
    const merged = mergeCandidates(groups, new Map([["a.py", text]]));
    expect(applyEdits(text, merged.edits)).toMatchObject({ ok: true, text: "pass\n" });
  });

  it("always gives edits that apply together, and accounts for every group", () => {
    const anyEdit = fc.record({
      path: fc.constantFrom("a.py", "b.py"),
      start: fc.nat(12),
      length: fc.nat(4),
      text: fc.constantFrom("", "x", "y", "aa"),
    });
    const groups = fc.array(fc.array(anyEdit, { maxLength: 3 }), { maxLength: 12 });
    const text = "aaabaaabaaabaaab";
    const texts = new Map([
      ["a.py", text],
      ["b.py", text],
    ]);
    fc.assert(
      fc.property(groups, fc.boolean(), (all, withTexts) => {
        const candidates = all.map((edits, at) => ({
          id: `${at}`,
          edits: edits.map(({ path, start, length, text: replaced }) => edit(start, start + length, replaced, path)),
        }));
        const merged = mergeCandidates(candidates, withTexts ? texts : undefined);
        for (const path of texts.keys()) {
          const ours = merged.edits.filter((one) => one.path === path);
          expect(applyEdits(text, ours)).toMatchObject({ ok: true });
        }
        expect([...merged.chosen, ...merged.deferred.map(({ id }) => id)].toSorted()).toEqual(
          candidates.map(({ id }) => id).toSorted(),
        );
        for (const { conflictsWith } of merged.deferred) expect(conflictsWith).not.toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
