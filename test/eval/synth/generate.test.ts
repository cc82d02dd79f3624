import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scriptedProvider } from "../../../src/adapters/providers/scripted.ts";
import { readPromptFiles } from "../../../src/adapters/system/prompt-files.ts";
import { type OpenedAnalyzers, openSynthAnalyzers } from "../../../src/cli/wire/synth.ts";
import { readEnvironment } from "../../../src/config/environment.ts";
import { chooseRecipes } from "../../../src/eval/synth/choose-recipes.ts";
import type { SynthAnalyzers } from "../../../src/eval/synth/confirm.ts";
import { generate, type SynthOrder, type SynthTally } from "../../../src/eval/synth/generate.ts";
import { parseSynthPrompts } from "../../../src/eval/synth/llm/prompts.ts";
import { similarity } from "../../../src/eval/synth/near-duplicates.ts";
import { RECIPES } from "../../../src/eval/synth/recipes/all.ts";
import { type SynthRecord, synthRecord } from "../../../src/eval/synth/record.ts";

let analyzers: OpenedAnalyzers;
beforeAll(() => {
  analyzers = openSynthAnalyzers(process.cwd(), readEnvironment());
});
afterAll(() => analyzers.close());

async function make(
  order: Partial<SynthOrder>,
  asked: SynthAnalyzers = analyzers,
): Promise<{ records: SynthRecord[]; tally: SynthTally }> {
  const records: SynthRecord[] = [];
  const tally = await generate(
    { count: 16, seed: 1, mix: "even", recipes: RECIPES, ...order },
    { analyzers: asked, signal: new AbortController().signal, write: async (more) => void records.push(...more) },
  );
  return { records, tally };
}

const bytes = (records: readonly SynthRecord[]): string => records.map((one) => JSON.stringify(one)).join("\n");

describe("generated findings", () => {
  test("the same seed gives the same bytes, also as the beginning of more", async () => {
    const [one, two, more] = [await make({}), await make({}), await make({ count: 24 })];
    expect(bytes(one.records)).toBe(bytes(two.records));
    expect(bytes(more.records.slice(0, 16))).toBe(bytes(one.records));
  });

  test("another seed gives other findings", async () => {
    const [one, two] = [await make({ seed: 1 }), await make({ seed: 2 })];
    const texts = new Set(one.records.map(({ before }) => before));
    expect(two.records.filter(({ before }) => texts.has(before))).toEqual([]);
  });

  test("the texts of a seed are what they were, on every machine", async () => {
    const { records } = await make({ recipes: chooseRecipes({ names: ["E711-equals", "I001-shuffled"] }), count: 6 });
    const texts = records.map(({ before, after }) => before + after).join("");
    expect(createHash("sha256").update(texts).digest("hex").slice(0, 16)).toMatchInlineSnapshot(`"51905c10addc92ba"`);
  });

  test("every record is as its schema says, with a path and an id of its own", async () => {
    const { records } = await make({ count: 230 });
    for (const record of records) expect(synthRecord.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
    expect(new Set(records.map(({ path }) => path.toLowerCase())).size).toBe(records.length);
    expect(records.map(({ id }) => id)).toEqual(records.map((_, at) => `synth-1-${String(at).padStart(6, "0")}`));
    expect(new Set(records.map(({ recipe }) => recipe)).size).toBe(RECIPES.length);
  });

  test("a finding's own fix, where there is one, stands where the format says", async () => {
    const { records } = await make({ recipes: chooseRecipes({ names: ["E711-equals"] }), count: 40 });
    const marked = records.filter(({ dimensions }) => dimensions.bom);
    expect(marked.length).toBeGreaterThan(0);
    for (const { before, finding } of records) {
      const [edit] = finding.fixes?.[0]?.edits ?? [];
      if (!edit || !("start" in edit)) throw new Error("no edit with offsets");
      expect(before.replace(/^\uFEFF/, "").slice(edit.start, edit.end)).toMatch(/==|None/);
    }
  });

  test("the plan's mix has three, three, two and two of ten", async () => {
    const { records } = await make({ mix: "plan", count: 50 });
    const count = (of: (one: SynthRecord) => boolean): number => records.filter(of).length;
    expect(count(({ rule }) => rule === "I001")).toBe(15);
    expect(count(({ rule }) => rule === "F401")).toBe(15);
    expect(count(({ family }) => family === "docstrings")).toBe(10);
    expect(count(({ family }) => family === "multi-line")).toBe(10);
  });

  test("the real mix makes frequent rules frequent", async () => {
    const { records } = await make({ mix: "real", count: 30, recipes: chooseRecipes({ names: ["D102", "G010"] }) });
    expect(records.filter(({ rule }) => rule === "D102").length).toBeGreaterThan(25);
  });

  test("no two of one recipe are nearly alike", async () => {
    const { records } = await make({ recipes: chooseRecipes({ names: ["C416"] }), count: 30 });
    for (const [at, one] of records.entries())
      for (const other of records.slice(at + 1)) expect(similarity(one.before, other.before)).toBeLessThanOrEqual(0.8);
  });

  test("a recipe that nothing confirms ends with its name and the reason", async () => {
    const blind: SynthAnalyzers = { toolOf: () => "ruff", ask: async (_, texts) => texts.map(() => []) };
    await expect(make({ recipes: chooseRecipes({ names: ["C416"] }), count: 1 }, blind)).rejects.toThrow(
      /recipe C416 .*nothing is reported of the broken text/,
    );
  });
});

describe("findings that a model writes", () => {
  const CLEAN =
    '"""Sum things."""\n\nimport json\nimport math\n\n\ndef total(text):\n    """Add the numbers of a text."""\n    return math.fsum(json.loads(text))\n';

  async function withModel(answer: (user: string, call: number) => string) {
    const prompts = parseSynthPrompts(
      await readPromptFiles(fileURLToPath(new URL("../../../prompts", import.meta.url))),
    );
    const provider = scriptedProvider(({ user }, call) => answer(user, call));
    const llm = { provider, prompts, share: 0.5, timeoutMs: 1000 };
    const made = await make({ count: 20, recipes: chooseRecipes({ names: ["comparisons"] }), llm });
    return { ...made, calls: provider.calls };
  }

  test("are kept if the analyzer confirms them, and told apart", async () => {
    const { records, calls } = await withModel((user, call) => {
      const after = `${CLEAN}\n\nNUMBERS_${call} = [${Array.from({ length: 60 }, (_, at) => (call + 1) * at).join(", ")}]\n`;
      if (/F401/.test(user))
        return JSON.stringify({ rule: "F401", before: after.replace("import math", "import math\nimport re"), after });
      return `Here it is:\n\`\`\`json\n${JSON.stringify({ rule: "I001", before: after.replace("import json\nimport math", "import math\nimport json"), after })}\n\`\`\``;
    });
    expect(calls).toHaveLength(10);
    expect(records).toHaveLength(20);
    const written = records.filter(({ recipe }) => recipe.startsWith("llm:"));
    expect(written.map(({ recipe, rule }) => `${recipe} ${rule}`).sort()).toEqual([
      ...Array(3).fill("llm:import-order I001"),
      ...Array(3).fill("llm:unused-imports F401"),
    ]);
    for (const { path, ignore } of written) {
      expect(path).toMatch(/^synth\/llm-[a-z-]+\//);
      expect(ignore).not.toContain("F");
    }
  });

  test("that are the same again are told once", async () => {
    const before = CLEAN.replace("import json\nimport math", "import math\nimport json");
    const { records, tally } = await withModel(() => JSON.stringify({ rule: "I001", before, after: CLEAN }));
    expect(records.filter(({ recipe }) => recipe.startsWith("llm:"))).toHaveLength(1);
    expect(tally.get("llm:import-order")).toMatchObject({ confirmed: 1, duplicates: 2 });
    expect(records).toHaveLength(20);
  });

  test.each([
    ["prose", () => "I cannot do that.", "not the JSON object"],
    ["a rule of another topic", () => '{"rule": "E711", "before": "a", "after": "b"}', "no rule of the topic"],
    ["the same text twice", () => JSON.stringify({ rule: "I001", before: CLEAN, after: CLEAN }), "same text twice"],
    [
      "a violation that does not fire",
      () => JSON.stringify({ rule: "I001", before: CLEAN.replace("total", "sum_of"), after: CLEAN }),
      "nothing is reported",
    ],
    [
      "a reference that does not clear it",
      () => {
        const before = CLEAN.replace("import json\nimport math", "import math\nimport json");
        return JSON.stringify({ rule: "I001", before, after: before.replace("total", "sum_of") });
      },
      "not clean",
    ],
  ])("%s is dropped and counted, and a recipe makes the finding", async (_, answer, why) => {
    const { records, tally } = await withModel(answer);
    expect(records).toHaveLength(20);
    expect(records.filter(({ recipe }) => recipe.startsWith("llm:"))).toEqual([]);
    const dropped = [...tally].filter(([name]) => name.startsWith("llm:"));
    expect(dropped.reduce((sum, [, { refused }]) => sum + refused, 0)).toBe(10);
    expect(tally.get("llm:import-order")?.reason).toContain(why);
  });
});
