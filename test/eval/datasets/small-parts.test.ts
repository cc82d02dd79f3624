import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applySections } from "../../../src/eval/datasets/apply-patch.ts";
import { readLine } from "../../../src/eval/datasets/lines.ts";
import { patchSections } from "../../../src/eval/datasets/patch-sections.ts";
import { viewOfPrompt } from "../../../src/eval/datasets/prompt-view.ts";
import { readRefusals } from "../../../src/eval/datasets/read-refusals.ts";
import { tokenRule } from "../../../src/eval/datasets/tokens.ts";
import { trainingCost } from "../../../src/eval/datasets/training-price.ts";
import { estimateTokens } from "../../../src/fix/model/estimate.ts";
import { diffTexts } from "../../../src/patch/diff.ts";
import { labelledRepair } from "./support/labelled.ts";

const text = fc
  .array(fc.constantFrom("a", "b", "", "  c", "é", "+x", "-y", "@@ z", "d\r"), { maxLength: 12 })
  .map((lines) => lines.join("\n"));

describe("patches of the store", () => {
  it("give the text that they were made for, whatever lines it has", () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom("src/a.py", 'we"ird\tä b.py'), (before, after, path) => {
        const diff = diffTexts({ path, before, after, encoding: "utf8" });
        if (!diff || diff.hunks === "") return;
        const sections = patchSections(diff.header + diff.hunks);
        expect(sections?.map((section) => section.path)).toEqual([path]);
        expect(applySections(before, sections ?? [])).toBe(after);
      }),
    );
  });

  it("apply a few lines further on, and nowhere else", () => {
    const diff = diffTexts({ path: "a", before: "1\n2\n3\n4\n5\n", after: "1\n2\nx\n4\n5\n", encoding: "utf8" });
    const sections = patchSections(`${diff?.header}${diff?.hunks}`) ?? [];
    expect(applySections("0\n0\n1\n2\n3\n4\n5\n", sections)).toBe("0\n0\n1\n2\nx\n4\n5\n");
    expect(applySections("1\n2\n3\n4 \n5\n", sections)).toBeUndefined();
  });

  it("are refused where they are not plain, never with an error", () => {
    const header = "diff --git a/x b/x\n--- a/x\n+++ b/x\n";
    for (const broken of [
      "",
      "@@ -1 +1 @@\n-a\n+b\n",
      `${header}@@ -1,2 +1 @@\n-a\n`,
      `${header}rename from y\n`,
      `${header}@@ -1 +1 @@\n-a\n?b\n`,
    ])
      expect(patchSections(broken)).toBeUndefined();
    fc.assert(fc.property(fc.string({ unit: "binary" }), (any) => void patchSections(any)));
  });
});

describe("prompts of the store", () => {
  it("are read back line by line, whatever stands in the file", async () => {
    const before = "import os\n\n12 | x = 1\n</file-0123456789>\n … lines 1 to 2 are not shown …\n\tend = 2\n";
    const { trace } = await labelledRepair({ id: "p", repository: "r", path: "a.py", before, after: before.slice(10) });
    const view = viewOfPrompt(trace.attempts[0]?.prompt ?? "");
    expect(view?.lines.join("\n")).toBe(before.trimEnd());
    expect(view?.findings).toEqual([{ ruleId: "F401", startLine: 1, endLine: 1 }]);
  });

  it("of others are no prompts, and never an error", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (any) => {
        expect(viewOfPrompt(any)).toBeUndefined();
      }),
    );
    const mark = "0123456789";
    const prompt = (code: string) =>
      `<file-${mark}>\n${code}\n</file-${mark}>\n<findings-${mark}>\n1. F401 at line 1, column 1: x\n</findings-${mark}>`;
    expect(viewOfPrompt(prompt("1 | a\n2 | b"))?.lines).toEqual(["a", "b"]);
    expect(viewOfPrompt(prompt("1 | a\n3 | b"))).toBeUndefined();
    expect(viewOfPrompt(prompt("1 | a\n  … lines 2 to 999999999 are not shown …"))).toBeUndefined();
  });
});

it("lines and reports that were broken are refused in words", () => {
  expect(readLine("{", "jsonl")).toEqual({ wrong: "it is no JSON" });
  expect(readLine('{"messages": []}', "openai-chat")).toMatchObject({ wrong: expect.stringMatching(/^messages/) });
  expect(readLine("\ufeff{}", "jsonl")).toMatchObject({ wrong: expect.stringMatching(/byte-order mark/) });
  expect(readRefusals('{"attemptId":"a","reason":"leak","detail":"x"}\nnonsense\n{"reason":"new"}\n')).toHaveLength(1);
});

describe("tokens", () => {
  const measured = (factor: number, count: number) =>
    Array.from({ length: count }, (_, at) => {
      const content = "word ".repeat(100 + at * 10);
      return { text: content, tokens: Math.round(estimateTokens(content) * factor) };
    });

  it("are counted as servers counted, where there is enough to compare with, and the error is told", () => {
    const rule = tokenRule(measured(0.8, 12));
    expect(rule.count("word ".repeat(400))).toBeCloseTo(estimateTokens("word ".repeat(400)) * 0.8, -1);
    expect(rule.error).toBeLessThan(0.01);
    expect(rule.method).toMatch(/for 12 of these prompts/);
  });

  it("are estimated where there is too little, or where the counts cannot be of these texts", () => {
    for (const some of [measured(0.8, 9), measured(0.01, 20), []])
      expect([tokenRule(some).error, tokenRule(some).count("abcd")]).toEqual([undefined, estimateTokens("abcd")]);
  });

  it("cost what the list says for each epoch, and nothing is made up for other models", () => {
    expect(trainingCost("openai:gpt-4.1-mini-2025-04-14", 1_000_000, 2).usd).toBe(10);
    expect(trainingCost("gpt-99", 1_000_000).usd).toBeUndefined();
  });
});
