import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { hashOf } from "../../src/domain/digest.ts";
import { decodeText, type SourceText } from "../../src/domain/text.ts";
import { applyEdits } from "../../src/patch/apply.ts";
import { aroundEdit } from "../../src/patch/around.ts";
import { mergeCandidates } from "../../src/patch/merge.ts";
import { putIn } from "../../src/pipeline/put-in.ts";
import { reapply, type StoredPatch, withPredecessors } from "../../src/pipeline/reapply.ts";
import type { ToyRule } from "./toy/linter.ts";
import { toyLinter } from "./toy/linter.ts";
import { openPlayground, repairWith } from "./toy/repair.ts";

const playground = openPlayground();
afterAll(() => playground.remove());

type Files = ReadonlyMap<string, SourceText>;

/** Files as they are read again after the changes are written. */
function apply(ids: readonly string[], run: readonly StoredPatch[], files: Files) {
  const needed = withPredecessors(ids, new Map(run.map((patch) => [patch.id, patch])));
  const { changes, already } = putIn(run, needed, files);
  const now = new Map(files);
  for (const { path, after, encoding } of changes) now.set(path, decodeText(Buffer.from(after ?? "", encoding)));
  return { files: now, already, needed, changes };
}

/** One call with all of them, as the rounds of the run have it, on the files that the run started from. */
function atOnce(ids: readonly string[], run: readonly StoredPatch[], files: Files): Files {
  const needed = withPredecessors(ids, new Map(run.map((patch) => [patch.id, patch])));
  const done = reapply(
    run.filter(({ id }) => needed.has(id)),
    files,
  );
  return new Map([...files].map(([path, source]) => [path, reread(done.get(path) ?? source)]));
}

const reread = ({ text, encoding }: SourceText): SourceText => decodeText(Buffer.from(text, encoding));

/**
 * Whatever the order of the calls, and how many patches each names. Where a text can have come of other patches than
 * those that were asked for, each of these is a right beginning.
 */
function expectSameEnd(run: readonly StoredPatch[], files: Files, calls: readonly (readonly string[])[]): void {
  let now = files;
  const asked: string[] = [];
  for (const ids of calls) {
    const before = now;
    now = apply(ids, run, before).files;
    const wanted = [...asked, ...ids];
    const beginnings = same(atOnce(wanted, run, files), now)
      ? [wanted]
      : subsetsOf(run.map(({ id }) => id)).filter((some) => same(atOnce(some, run, files), before));
    expect(beginnings.map((some) => atOnce([...some, ...ids], run, files))).toContainEqual(now);
    const again = apply(ids, run, now);
    // made-up patches may undo each other: then the files are again what the run started from
    if (!same(now, files)) expect([again.changes, again.already]).toEqual([[], again.needed]);
    asked.push(...ids);
  }
  expect(now, "the last call asks for everything").toEqual(
    atOnce(
      run.map(({ id }) => id),
      run,
      files,
    ),
  );
}

function subsetsOf(ids: readonly string[]): string[][] {
  return ids.length > 8 ? [] : ids.reduce<string[][]>((all, id) => all.flatMap((some) => [some, [...some, id]]), [[]]);
}

const same = (a: Files, b: Files): boolean => JSON.stringify([...a]) === JSON.stringify([...b]);

const word = fc.constantFrom("a", "b", "c", "f(a)", "é😀", "");
const line = fc.array(word, { maxLength: 5 }).map((words) => words.join(" "));
const text = fc
  .array(fc.tuple(line, fc.constantFrom("\n", "\n", "\r\n", "\r")), { maxLength: 8 })
  .map((lines) => lines.flat().join(""));
const texts = fc.dictionary(fc.constantFrom("a.txt", "b.txt"), text, { minKeys: 1 });
const pattern = fc.constantFrom("\\ba\\b", "\\bb\\b", "\\bc\\b", "a b", "f\\(a\\)", " +", "^b", "\\n\\n", "a\\n");
const also = fc.constantFrom([], [], [{ path: "a.txt", find: "a", text: "c" }]);
const fix = fc.record({
  text: fc.constantFrom("", "a", "b", "c", "f({0})", "b\na", "{0} c", "\n"),
  applicability: fc.constant("safe" as const),
  also,
});
const rules = fc
  .array(fc.record({ match: pattern, fixes: fc.array(fix, { minLength: 1, maxLength: 1 }) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((some): ToyRule[] => some.map((rule, at) => ({ id: `r${at}`, message: `r${at}`, ...rule })));

const madeUpEdit = fc.record({
  at: fc.nat(),
  length: fc.nat({ max: 3 }),
  text: fc.constantFrom("", "", "a", "b", "\n", "ab", "aa"),
});
type MadeUpEdit = typeof madeUpEdit extends fc.Arbitrary<infer T> ? T : never;

describe("patches of a run, applied in several calls", () => {
  it("give byte for byte what one call with all of them gives: any patches, any order", {
    timeout: 300_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(texts, rules, fc.array(fc.nat(), { maxLength: 20 }), async (given, some, order) => {
        playground.fill(given);
        const { accepted } = await storedRun(toyLinter(some));
        const files = new Map(Object.entries(given).map(([path, content]) => [path, decodeText(Buffer.from(content))]));
        if (accepted.length === 0) return;
        fc.pre(accepted.length <= 9);
        const calls = order.map((at) => [accepted[at % accepted.length]?.id ?? ""]);
        expectSameEnd(accepted, files, [...calls, accepted.map(({ id }) => id)]);
      }),
      { numRuns: 25 },
    );
  });

  it("the same for made-up rounds of edits in text that repeats itself", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "b", "\n"), maxLength: 40 }),
        fc.array(fc.array(madeUpEdit, { maxLength: 4 }), { minLength: 1, maxLength: 3 }),
        fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 2 }), { maxLength: 6 }),
        (content, rounds, calls) => {
          const source: SourceText = { text: content, encoding: "utf8" };
          const run = madeUpRun(source, rounds);
          fc.pre(run.length > 0);
          const named = calls.map((ats) => ats.map((at) => run[at % run.length]?.id ?? ""));
          expectSameEnd(run, new Map([["a.txt", source]]), [...named, run.map(({ id }) => id)]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("are recognised in text that repeats itself: blank lines, equal lines, equal insertions", () => {
    const source: SourceText = { text: `${"\n".repeat(6)}x\n`.repeat(30), encoding: "utf8" };
    const edits = Array.from({ length: 30 }, (_, at) => ({ start: at * 8, end: at * 8 + 3, text: "" }));
    const run = [...edits, { start: 238, end: 238, text: "x\n" }].map((edit, at) =>
      patchOf(String(at), [edit], source),
    );
    const ids = run.map(({ id }) => id);
    expectSameEnd(run, new Map([["a.txt", source]]), [ids.slice(5, 9), ["0"], ids.slice(20), ids]);
  });

  it("are recognised where a patch takes the one byte out that was not UTF-8", () => {
    const source = decodeText(Buffer.from("a = 1\n# \xe9\nb = 1\n# é\n", "latin1"));
    expect(source.encoding).toBe("latin1");
    const run = [
      patchOf("1", [{ start: 6, end: source.text.length, text: "b = 2\n" }], source),
      patchOf("2", [{ start: 4, end: 5, text: "é" }], source),
    ];
    expectSameEnd(run, new Map([["a.txt", source]]), [["1"], ["2"], ["1", "2"]]);
    expectSameEnd(run, new Map([["a.txt", source]]), [["2"], ["1"], ["1", "2"]]);
  });
});

function patchOf(id: string, edits: { start: number; end: number; text: string }[], source: SourceText): StoredPatch {
  const applied = applyEdits(source.text, edits);
  const after = applied.ok ? hashOf({ ...source, text: applied.text }) : null;
  return {
    id,
    after: [],
    edits: edits.map((edit) => ({ ...edit, path: "a.txt", around: aroundEdit(source.text, edit) })),
    files: [{ path: "a.txt", before: hashOf(source), after }],
  };
}

/** Rounds of edits, each made for what those before it give; those that do not go together are left out. */
function madeUpRun(source: SourceText, rounds: readonly (readonly MadeUpEdit[])[]): StoredPatch[] {
  const run: StoredPatch[] = [];
  let ground = source;
  for (const round of rounds) {
    const after = run.map(({ id }) => id);
    const patches = round.flatMap(({ at, length, text }) => {
      const start = at % (ground.text.length + 1);
      const edit = { start, end: Math.min(ground.text.length, start + length), text };
      const id = String(run.length);
      return ground.text.slice(edit.start, edit.end) === text ? [] : [{ ...patchOf(id, [edit], ground), after }];
    });
    const { chosen } = mergeCandidates(patches.map((patch, index) => ({ ...patch, id: String(index) })));
    const taken = chosen.flatMap((index) => patches[Number(index)] ?? []);
    run.push(...taken.map((patch, index) => ({ ...patch, id: `${after.length + index}` })));
    ground = reapply(run, new Map([["a.txt", source]])).get("a.txt") ?? source;
  }
  return run;
}

/** The patches of a run as its proofs keep them. */
async function storedRun(lint: ReturnType<typeof toyLinter>): Promise<{ accepted: StoredPatch[] }> {
  const { patches } = await repairWith(lint, playground, { isolation: "file" });
  const accepted = patches.map(({ candidate, files, after }): StoredPatch => {
    const before = new Map(candidate.changes.map((change) => [change.path, change.before ?? ""]));
    const edits = candidate.edits.map((edit) => ({ ...edit, around: aroundEdit(before.get(edit.path) ?? "", edit) }));
    return { id: candidate.id, after, edits, files };
  });
  return { accepted };
}
