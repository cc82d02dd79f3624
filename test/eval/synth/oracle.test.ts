import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Draft } from "../../../src/eval/synth/draft.ts";
import { draftPython } from "../../../src/eval/synth/python/draft.ts";
import { randomOf } from "../../../src/eval/synth/random.ts";
import { ESLINT } from "../../../src/eval/synth/recipes/eslint.ts";
import { PYTHON_RECIPES } from "../../../src/eval/synth/recipes/python.ts";
import { draftScript } from "../../../src/eval/synth/script/draft.ts";

const python = ["python3", "python"].find((name) => {
  const { status, stdout } = spawnSync(name, ["-c", "import sys; print(sys.version_info >= (3, 10))"], {
    encoding: "utf8",
  });
  return status === 0 && stdout.trim() === "True";
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "patchpro-oracle-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a draft's own test on a text; undefined if it passes, else what was printed. */
function fails(draft: Draft, side: "before" | "after", program: string): string | undefined {
  const here = path.join(folder, `${draft.recipe.name}-${side}`);
  mkdirSync(here, { recursive: true });
  const subject = path.join(here, draft.file);
  writeFileSync(subject, draft[side]);
  writeFileSync(path.join(here, "package.json"), '{"type": "module"}');
  const oracle = path.join(here, draft.language === "python" ? "oracle.py" : "oracle.mjs");
  writeFileSync(oracle, draft.oracle?.program ?? "");
  const { status, stderr } = spawnSync(program, [oracle, subject], {
    encoding: "utf8",
    env: { ...process.env, PYTHONUTF8: "1" },
  });
  return status === 0 ? undefined : `${draft.recipe.name} ${side}: ${stderr.slice(-400)}`;
}

/** Every so-and-so-many-th recipe, as far as it has a test. */
function sample(drafts: readonly (Draft | undefined)[], step: number): Draft[] {
  return drafts.flatMap((draft, at) => (at % step === 0 && draft?.oracle ? [draft] : []));
}

describe("a draft's own test", () => {
  test.skipIf(!python)(
    "passes on clean Python, and on broken Python that behaves the same (needs Python 3.10 or newer)",
    () => {
      const drafts = sample(
        PYTHON_RECIPES.map((recipe) => draftPython(recipe, randomOf(`oracle/${recipe.name}`))),
        14,
      );
      expect(drafts.length).toBeGreaterThan(8);
      const failures = drafts.flatMap((draft) => [
        fails(draft, "after", python ?? ""),
        draft.oracle?.passesBefore ? fails(draft, "before", python ?? "") : undefined,
      ]);
      expect(failures.filter(Boolean)).toEqual([]);
    },
  );

  test("passes on clean JavaScript, and on broken JavaScript that behaves the same", () => {
    const drafts = sample(
      ESLINT.map((recipe) => draftScript(recipe, "javascript", randomOf(`oracle/${recipe.name}`))),
      6,
    );
    const failures = drafts.flatMap((draft) => [
      fails(draft, "after", process.execPath),
      draft.oracle?.passesBefore ? fails(draft, "before", process.execPath) : undefined,
    ]);
    expect(failures.filter(Boolean)).toEqual([]);
  });

  test.skipIf(!python)("sees a change of behaviour (needs Python 3.10 or newer)", () => {
    const recipe = PYTHON_RECIPES.find(({ name }) => name === "B006-list");
    const draft = recipe && draftPython(recipe, randomOf("oracle/B006"));
    if (!draft) throw new Error("B006-list gives no draft");
    expect(draft.oracle?.passesBefore).toBe(false);
    expect(fails(draft, "after", python ?? "")).toBeUndefined();
    expect(fails(draft, "before", python ?? "")).toContain("AssertionError");
  });
});
