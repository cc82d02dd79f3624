import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { TestCommand } from "../../src/pipeline/test-rung.ts";
import { expectSoundRun } from "./toy/invariants.ts";
import { type ToyRule, toyLinter } from "./toy/linter.ts";
import { openPlayground, repairWith } from "./toy/repair.ts";

/** A language of six words: so few that fixes overlap, undo each other, and uncover what was not there before. */
const word = fc.constantFrom("a", "b", "c", "f(a)", "f(b)", "é😀");
const lineEnd = fc.constantFrom("\n", "\n", "\n", "\r\n", "\r");
const line = fc.array(word, { maxLength: 5 }).map((words) => words.join(" "));
const text = fc
  .tuple(fc.constantFrom("", "", "", "\uFEFF"), fc.array(fc.tuple(line, lineEnd), { maxLength: 5 }), line)
  .map(([mark, lines, last]) => mark + lines.flat().join("") + last);
const files = fc.dictionary(fc.constantFrom("a.txt", "b c.txt", "d/é.txt"), text, { minKeys: 1, maxKeys: 3 });

const pattern = fc.constantFrom(
  "\\ba\\b",
  "\\bb\\b",
  "\\bc\\b",
  "a b",
  "b a",
  "f\\(a\\)",
  "é😀",
  " +",
  "a$",
  "^b",
  "a[\\s]+c",
);
const replacement = fc.constantFrom("", "a", "b", "c", "f({0})", "a b", "b\na", "é😀", "{0}", "{0} c");
const applicability = fc.constantFrom("safe", "unsafe", "display", "unknown" as const);
const also = fc.constantFrom([], [], [], [{ path: "a.txt", find: "a", text: "c" }]);
const fix = fc.record({ text: replacement, applicability, also });
const rules = fc
  .array(fc.record({ match: pattern, fixes: fc.array(fix, { maxLength: 2 }) }), { minLength: 1, maxLength: 4 })
  .map((some): ToyRule[] => some.map((rule, at) => ({ id: `r${at}`, message: `r${at}`, ...rule })));

/** Tests that fail as long as a changed text holds something; without any change they pass. */
const failing = fc.option(fc.constantFrom(/c c/, /f\(/, /b$/m, /a[\s\S]*a/));

function testCommand(pattern: RegExp): TestCommand {
  return {
    words: "test",
    run: async (changes) => ({
      ended: "exited",
      exitCode: changes.some(({ before, after }) => pattern.test(after ?? "") && !pattern.test(before ?? "")) ? 1 : 0,
      stdout: Buffer.alloc(0),
      stderr: "",
      ms: 0,
    }),
  };
}

const playground = openPlayground();
afterAll(() => playground.remove());

describe("a run, whatever the linter and its fixes are like", () => {
  it("ends, its outcomes add up, its diff applies, what it accepted is gone and nothing is new", {
    timeout: 1_800_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        files,
        rules,
        fc.constantFrom("file", "tree" as const),
        failing,
        async (texts, some, isolation, pattern) => {
          const lint = toyLinter(some);
          const tests = pattern ? testCommand(pattern) : undefined;
          playground.fill(texts);
          const result = await repairWith(lint, playground, { isolation, ...(tests && { tests }) });
          expectSoundRun(result, [lint], playground);
          if (tests)
            expect(await tests.run(result.changes), "the tests pass with all patches").toMatchObject({ exitCode: 0 });
        },
      ),
      { numRuns: 800 },
    );
  });
});
