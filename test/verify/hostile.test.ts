import { describe, expect, it } from "vitest";
import { honest } from "../../src/verify/honest/honest.ts";
import { examinedOf, type Sample } from "./corpus.ts";
import { CONFIGURATION } from "./hostile/configuration.ts";
import { DODGES } from "./hostile/dodges.ts";
import { EXCEPTIONS_AND_DELETIONS } from "./hostile/exceptions-and-deletions.ts";
import { SUPPRESSIONS } from "./hostile/suppressions.ts";
import { TESTS_AND_ASSERTIONS } from "./hostile/tests-and-assertions.ts";

const CORPORA: [string, readonly Sample[]][] = [
  ["suppressions", SUPPRESSIONS],
  ["tests and assertions", TESTS_AND_ASSERTIONS],
  ["exceptions and deletions", EXCEPTIONS_AND_DELETIONS],
  ["dodges and secrets", DODGES],
  ["configuration", CONFIGURATION],
];

describe.each(CORPORA)("honest refuses %s", (_name, samples) => {
  it.each(samples.map((each) => [each.what, each] as const))("%s", (_what, each) => {
    const judgement = honest(examinedOf(each));
    expect(judgement).toMatchObject({ status: "fail", code: each.code });
    expect(judgement.detail).toContain(each.path.split("/").at(-1));
  });
});
