import { describe, expect, it } from "vitest";
import { honest } from "../../src/verify/honest/honest.ts";
import { examinedOf, type Sample } from "./corpus.ts";
import { JAVASCRIPT } from "./sound/javascript.ts";
import { PYTHON } from "./sound/python.ts";

const CORPORA: [string, readonly Sample[]][] = [
  ["Python", PYTHON],
  ["JavaScript, TypeScript and configuration", JAVASCRIPT],
];

describe.each(CORPORA)("honest accepts sound patches of %s", (_name, samples) => {
  it.each(samples.map((each) => [each.what, each] as const))("%s", (_what, each) => {
    const judgement = honest(examinedOf(each));
    expect(judgement, judgement.detail).toMatchObject({ status: "pass" });
  });

  it.each(samples.map((each) => [each.what, each] as const))("%s, with CRLF", (_what, each) => {
    const crlf = (text: string | null) => text?.replaceAll("\n", "\r\n") ?? null;
    const judgement = honest(examinedOf({ ...each, before: crlf(each.before) ?? "", after: crlf(each.after) }));
    expect(judgement, judgement.detail).toMatchObject({ status: "pass" });
  });
});

it("says what a person should know about a fix that it accepts", () => {
  const hash = PYTHON.find((each) => each.what.includes("guards nothing"));
  const argument = PYTHON.find((each) => each.rule === "ARG001");
  expect(hash && honest(examinedOf(hash)).detail).toContain("usedforsecurity=False");
  expect(argument && honest(examinedOf(argument)).detail).toContain("callers that pass it by name");
});
