import { expect, test } from "vitest";
import { NEAR } from "../../../src/eval/near/near-texts.ts";
import { createNearDuplicates, similarity } from "../../../src/eval/synth/near-duplicates.ts";
import { randomOf } from "../../../src/eval/synth/random.ts";

const WORDS = Array.from({ length: 400 }, (_, at) => `word${at}`);

function textOf(key: string, length: number): string[] {
  const random = randomOf(key);
  return Array.from({ length }, () => random.pick(WORDS));
}

test("a text in another layout is the same text", () => {
  const seen = createNearDuplicates();
  expect(seen.add("one", "def f(a):\n    return a\n")).toBeUndefined();
  expect(seen.add("two", "\uFEFFdef F(a):\r\n\treturn a")).toBe("one");
});

test("a few changed words in a long text are caught; as many in a short one are not", () => {
  const seen = createNearDuplicates();
  const long = textOf("long", 400);
  expect(seen.add("long", long.join(" "))).toBeUndefined();
  expect(seen.add("nearly", long.with(50, "other").with(300, "other").join(" "))).toBe("long");
  const short = textOf("short", 20);
  expect(seen.add("short", short.join(" "))).toBeUndefined();
  expect(seen.add("changed", short.with(5, "other").with(15, "other").join(" "))).toBeUndefined();
});

test("everything above the limit is caught, as comparing each with each would", () => {
  const seen = createNearDuplicates();
  const kept: string[] = [];
  for (let at = 0; at < 120; at++) {
    const random = randomOf(`corpus/${at}`);
    const base = textOf(`base/${random.below(12)}`, 150);
    const text = Array.from({ length: random.below(16) }).reduce<string[]>(
      (words) => words.with(random.below(words.length), random.pick(WORDS)),
      base,
    );
    const wanted = kept.some((other) => similarity(other, text.join(" ")) > NEAR);
    expect(seen.add(String(at), text.join(" ")) !== undefined).toBe(wanted);
    if (!wanted) kept.push(text.join(" "));
  }
  expect(kept.length).toBeGreaterThan(20);
  expect(kept.length).toBeLessThan(115);
});
