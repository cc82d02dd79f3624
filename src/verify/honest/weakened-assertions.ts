import type { Finding } from "../../domain/finding.ts";
import { type Assertion, literalOf, squeeze } from "./assertion.ts";
import { assertionsOfJavascript } from "./assertions-javascript.ts";
import { assertionsOfPython } from "./assertions-python.ts";
import type { ChangedFile } from "./changed-file.ts";
import { countOf, type Detector, type Dishonesty } from "./dishonesty.ts";
import { walk } from "./outline-python.ts";
import { outlineOf } from "./outlines.ts";
import { raisedIn } from "./raised.ts";
import { topicOf } from "./rules.ts";
import type { Piece } from "./split.ts";
import { isTestFile } from "./test-files.ts";
import type { View } from "./view.ts";
import { writtenOut } from "./written-text.ts";

const MAY_ASSERT =
  /assert|AssertionError|\bfail(?:If|Unless)|expect\s*[.(<]|\braises\b|\bwarns\b|\.fail\(|\bthrows?\b|toThrow|approx|isclose|places|delta|tol\b|CloseTo/;
/** Rules that ask for truth in place of a comparison with something empty. */
const ABOUT_EMPTINESS = /PLC1802|PLC1901|C180[0-3]|\bempty\b|falsey?|truthi?ness/i;
const LOOSER_IF_MORE = /\b(?:abs|rel|abs_tol|rel_tol|delta|atol|rtol|epsilon)\s*=\s*([\d.][\d._]*(?:e[+-]?\d+)?)/gi;
const LOOSER_IF_LESS = /\b(?:places|decimal)\s*=\s*(\d+)|toBeCloseTo\([^)]*,\s*(\d+)\s*\)/gi;

interface Side {
  readonly assertions: readonly Assertion[];
  readonly pieces: readonly Piece[];
}

/** Assertions of tests that are gone, demand less, or expect something else. Native rewrites demand as much as before. */
export const weakenedAssertions: Detector = (file, findings) => {
  if (file.deleted || file.created || !(MAY_ASSERT.test(file.removedText) || MAY_ASSERT.test(file.addedText)))
    return [];
  if ((file.language !== "python" && file.language !== "javascript") || !isTestFile(file)) return [];
  const { before, after } = sidesOf(file);
  const why =
    lostAssertion(before, after, findings) ??
    broaderRaise(before, after) ??
    otherExpectation(file, before, after) ??
    looserTolerance(file);
  return why === undefined ? [] : [weakened(file, why)];
};

function lostAssertion(before: Side, after: Side, findings: readonly Finding[]): string | undefined {
  if (after.assertions.length < before.assertions.length) {
    const there = new Set(after.assertions.map(({ text }) => text));
    const gone = before.assertions.find(({ text }) => !there.has(text));
    return `removes an assertion: \`${gone?.text ?? ""}\`. Keep it`;
  }
  const useless = after.assertions.filter(({ strength }) => strength === 0);
  if (useless.length > before.assertions.filter(({ strength }) => strength === 0).length) {
    return `asserts what is always true: \`${useless[0]?.text ?? ""}\``;
  }
  if (findings.some((finding) => ABOUT_EMPTINESS.test(topicOf(finding)))) return undefined;
  for (const level of [3, 2, 1.8, 1.5, 1]) {
    const atLeast = (side: Side) => side.assertions.filter(({ strength }) => strength >= level).length;
    if (atLeast(after) < atLeast(before)) {
      const there = new Set(before.assertions.map(({ text }) => text));
      const weak = after.assertions.find(({ text, strength }) => !there.has(text) && strength < level);
      return `weakens an assertion to \`${weak?.text ?? ""}\`. It must demand as much as before`;
    }
  }
  return undefined;
}

function broaderRaise(before: Side, after: Side): string | undefined {
  const old = raisedIn(before.pieces);
  if (old.expectations === 0) return undefined;
  const now = raisedIn(after.pieces);
  if (now.broad > old.broad) return "expects a broader exception than before. Keep the specific one";
  if (now.expectations === old.expectations && now.types > old.types)
    return "accepts more exceptions than before. Keep the specific one";
  if (now.messages < old.messages) return "no longer looks at the message of an expected exception";
  return undefined;
}

/** The same thing is looked at, and another value is written down for it. */
function otherExpectation(file: ChangedFile, before: Side, after: Side): string | undefined {
  const expected = (side: Side) =>
    side.assertions.flatMap((each) => {
      const literal = literalOf(each.expected);
      if (each.subject === undefined || literal === undefined) return [];
      const value = file.language === "python" && each.expected ? writtenOut(each.expected) : undefined;
      return [{ subject: each.subject, literal, value, text: each.text }];
    });
  const old = expected(before);
  for (const now of expected(after)) {
    const same = old.filter(({ subject }) => subject === now.subject);
    const isSame = ({ literal, value }: (typeof same)[number]) =>
      literal === now.literal || (value !== undefined && value === now.value);
    if (same.length > 0 && !same.some(isSame)) {
      return `changes what a test expects: \`${same[0]?.text ?? ""}\` becomes \`${now.text}\``;
    }
  }
  return undefined;
}

function looserTolerance(file: ChangedFile): string | undefined {
  const largest = (text: string) => Math.max(-1, ...numbersIn(text, LOOSER_IF_MORE));
  const smallest = (text: string) => Math.min(Number.POSITIVE_INFINITY, ...numbersIn(text, LOOSER_IF_LESS));
  const [was, is] = [largest(file.removedText), largest(file.addedText)];
  if ((was >= 0 && is > was) || (was < 0 && is > 0.01 && MAY_ASSERT.test(file.removedText)))
    return "loosens a tolerance";
  const [places, now] = [smallest(file.removedText), smallest(file.addedText)];
  if (now < places && (Number.isFinite(places) || now < 3)) return "loosens a tolerance";
  return undefined;
}

function numbersIn(text: string, pattern: RegExp): number[] {
  return Array.from(text.matchAll(pattern), (match) => Number((match[1] ?? match[2] ?? "").replaceAll("_", "")));
}

/** What asserts in the changed places of each text, without what stands in the other just the same. */
function sidesOf(file: ChangedFile): { before: Side; after: Side } {
  const before = assertingIn(
    file,
    file.viewBefore(),
    file.hunks.map((hunk) => [hunk.beforeLine, hunk.removed.length]),
  );
  const after = assertingIn(
    file,
    file.viewAfter(),
    file.hunks.map((hunk) => [hunk.afterLine, hunk.added.length]),
  );
  return { before: without(before, after), after: without(after, before) };
}

interface Asserting extends Piece {
  assertions(): readonly Assertion[];
}

function assertingIn(
  file: ChangedFile,
  view: View,
  ranges: readonly (readonly [start: number, size: number])[],
): Asserting[] {
  if (file.language === "javascript")
    return assertionsOfJavascript(view).map((each) => ({ ...each, assertions: () => each.assertions }));
  const found: Asserting[] = [];
  for (const { statement } of walk(outlineOf(view))) {
    const { code, source, startLine } = statement;
    const endLine = statement.body.length === 0 ? statement.endLine : startLine + code.split("\n").length - 1;
    // Where lines only came or went, the other side has an empty range: a statement around that place counts as touched.
    const touched = ranges.some(([start, size]) => startLine < start + size && endLine >= start);
    if (touched && MAY_ASSERT.test(code)) found.push({ code, source, assertions: () => assertionsOfPython(statement) });
  }
  return found;
}

function without(these: readonly Asserting[], those: readonly Asserting[]): Side {
  const same = countOf(those.map(({ source }) => squeeze(source)));
  const pieces = these.filter(({ source }) => {
    const left = same.get(squeeze(source)) ?? 0;
    same.set(squeeze(source), left - 1);
    return left <= 0;
  });
  return { pieces, assertions: pieces.flatMap((piece) => piece.assertions()) };
}

function weakened(file: ChangedFile, what: string): Dishonesty {
  return { code: "SCOPE_ASSERTION_WEAKENED", path: file.path, detail: `In ${file.path}, the patch ${what}.` };
}
