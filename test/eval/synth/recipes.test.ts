import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedAnalyzers, openSynthAnalyzers } from "../../../src/cli/wire/synth.ts";
import { readEnvironment } from "../../../src/config/environment.ts";
import { confirm } from "../../../src/eval/synth/confirm.ts";
import type { Draft } from "../../../src/eval/synth/draft.ts";
import { draftPython } from "../../../src/eval/synth/python/draft.ts";
import { randomOf } from "../../../src/eval/synth/random.ts";
import { RECIPES, type Recipe } from "../../../src/eval/synth/recipes/all.ts";
import { draftScript } from "../../../src/eval/synth/script/draft.ts";

/** Drafts of each recipe that are looked at: a draft may miss, not all of them may. */
const DRAFTS = 2;

function draftOf(recipe: Recipe, at: number): Draft | undefined {
  const random = randomOf(`test/${recipe.name}/${at}`);
  return recipe.language === "python" ? draftPython(recipe, random) : draftScript(recipe, "javascript", random);
}

interface Looked {
  readonly draft: Draft;
  readonly before: Awaited<ReturnType<OpenedAnalyzers["ask"]>>[number];
  readonly after: Awaited<ReturnType<OpenedAnalyzers["ask"]>>[number];
}

describe("recipes", () => {
  let analyzers: OpenedAnalyzers;
  const looked = new Map<string, Looked[]>();

  beforeAll(async () => {
    analyzers = openSynthAnalyzers(process.cwd(), readEnvironment());
    for (const language of ["python", "javascript"] as const) {
      const drafts = RECIPES.filter((recipe) => recipe.language === language).flatMap((recipe) =>
        Array.from({ length: DRAFTS }, (_, at) => draftOf(recipe, at)).filter((draft) => draft !== undefined),
      );
      const extension = language === "python" ? "py" : "js";
      const answers = await analyzers.ask(
        language,
        drafts.flatMap(({ before, after }, at) => [
          { path: `before_${at}.${extension}`, text: before },
          { path: `after_${at}.${extension}`, text: after },
        ]),
      );
      for (const [at, draft] of drafts.entries()) {
        const known = looked.get(draft.recipe.name) ?? [];
        known.push({ draft, before: answers[2 * at] ?? [], after: answers[2 * at + 1] ?? [] });
        looked.set(draft.recipe.name, known);
      }
    }
  });
  afterAll(() => analyzers.close());

  test("there are more than forty, each with a name of its own", () => {
    expect(RECIPES.length).toBeGreaterThanOrEqual(200);
    expect(new Set(RECIPES.map(({ name }) => name.toLowerCase())).size).toBe(RECIPES.length);
  });

  test.each(RECIPES.map((recipe) => [recipe.name, recipe] as const))(
    "%s: the analyzer reports its rule once, and nothing of the clean original",
    (name, recipe) => {
      const answers = (looked.get(name) ?? []).map(({ before, after }) => confirm(recipe, before, after));
      const misses = answers.flatMap((answer) => (answer.confirmed ? [] : [answer.why]));
      expect(answers.length - misses.length, misses.join("\n")).toBeGreaterThanOrEqual(1);
      for (const answer of answers) if (answer.confirmed) expect(answer.finding.ruleId).toBe(recipe.rule);
    },
  );

  test("every place of a violation and every layout comes up", () => {
    const drafts = [...looked.values()].flat().map(({ draft }) => draft.dimensions);
    const seen = (of: (one: (typeof drafts)[number]) => unknown): number => new Set(drafts.map(of)).size;
    expect(seen(({ nesting }) => nesting)).toBeGreaterThanOrEqual(20);
    expect(seen(({ size }) => size)).toBe(3);
    expect(seen(({ neighbours }) => neighbours)).toBe(3);
    expect(seen(({ lineEnds }) => lineEnds)).toBe(2);
    expect(seen(({ indentation }) => indentation)).toBe(3);
    expect(seen(({ bom }) => bom)).toBe(2);
    expect(seen(({ unicode }) => unicode)).toBe(2);
    expect(seen(({ finalNewline }) => finalNewline)).toBe(2);
    expect(seen(({ hunks }) => hunks)).toBeGreaterThanOrEqual(2);
  });

  test("what a draft says of its layout is true of both texts", () => {
    for (const { draft } of [...looked.values()].flat()) {
      const { lineEnds, bom, finalNewline } = draft.dimensions;
      for (const text of [draft.before, draft.after]) {
        expect(text.startsWith("\uFEFF")).toBe(bom);
        expect(text.includes("\r\n")).toBe(lineEnds === "crlf");
        expect(/\n$/.test(text)).toBe(finalNewline);
      }
    }
  });
});
