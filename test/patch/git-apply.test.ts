import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canEncode, encodeText } from "../../src/domain/text.ts";
import { applyEdits, type TextEdit } from "../../src/patch/apply.ts";
import { diffFromEdits, diffTexts, encodeDiffs, type FileDiff } from "../../src/patch/diff.ts";
import { anyText, editsOf, latin1Text } from "./support/arbitraries.ts";
import { inGitFolder } from "./support/git.ts";

const BATCHES = 20;
const CASES_IN_A_BATCH = 500;

interface Case {
  readonly before: string | null;
  readonly after: string | null;
  readonly edits: readonly TextEdit[] | undefined;
  readonly encoding: "utf8" | "latin1";
  readonly context: number;
}

function edited(encoding: "utf8" | "latin1", text: fc.Arbitrary<string>): fc.Arbitrary<Case> {
  return text
    .chain((before) =>
      fc.record({ before: fc.constant(before), edits: editsOf(before, text), context: fc.constantFrom(3, 3, 1) }),
    )
    .map(({ before, edits, context }) => {
      const applied = applyEdits(before, edits);
      return { before, after: applied.ok ? applied.text : before, edits, encoding, context };
    })
    .filter(({ after }) => canEncode({ text: after, encoding }));
}

function rewritten(encoding: "utf8" | "latin1", text: fc.Arbitrary<string>): fc.Arbitrary<Case> {
  return fc
    .record({ before: fc.option(text), after: fc.option(text), context: fc.constantFrom(3, 3, 1) })
    .map((texts) => ({ ...texts, edits: undefined, encoding }));
}

const anyCase = fc.oneof(
  edited("utf8", anyText),
  edited("utf8", anyText),
  edited("latin1", latin1Text),
  rewritten("utf8", anyText),
  rewritten("latin1", latin1Text),
);

function diffOf(path: string, { before, after, edits, encoding, context }: Case): FileDiff | undefined {
  if (edits && before !== null) return diffFromEdits(path, before, edits, { encoding, context });
  return diffTexts({ path, before, after, encoding }, { context });
}

function bytes(text: string | null, encoding: "utf8" | "latin1"): Buffer | undefined {
  return text === null ? undefined : encodeText({ text, encoding });
}

describe("git apply of our diffs", () => {
  it.each(Array.from({ length: BATCHES }, (_, batch) => batch))(
    `gives exactly the edited bytes for ${CASES_IN_A_BATCH} random files and edits (batch %i)`,
    (batch) =>
      inGitFolder((folder) => {
        const cases = fc.sample(anyCase, { seed: 1000 + batch, numRuns: CASES_IN_A_BATCH });
        const diffs: FileDiff[] = [];
        for (const [at, one] of cases.entries()) {
          const content = bytes(one.before, one.encoding);
          if (content) folder.write(`${at}.txt`, content);
          const diff = diffOf(`${at}.txt`, one);
          if (diff) diffs.push(diff);
        }
        expect(diffs.length).toBeGreaterThan(CASES_IN_A_BATCH / 2);

        folder.apply(encodeDiffs(diffs));

        const wrong = cases.find((one, at) => {
          const wanted = bytes(one.after, one.encoding);
          const got = folder.read(`${at}.txt`);
          return wanted === undefined || got === undefined ? wanted !== got : !wanted.equals(got);
        });
        expect(wrong).toBeUndefined();
      }),
  );
});
