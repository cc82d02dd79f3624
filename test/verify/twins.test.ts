import { describe, expect, it } from "vitest";
import { honest } from "../../src/verify/honest/honest.ts";
import { examinedOf } from "./corpus.ts";
import { ASSERTIONS } from "./twins/assertions.ts";
import { DANGERS } from "./twins/dangers.ts";
import { DELETIONS } from "./twins/deletions.ts";
import { SUPPRESSIONS } from "./twins/suppressions.ts";
import type { Twin } from "./twins/twin.ts";

const judge = ({ source = "model", ...twin }: Twin, after: string) =>
  honest({ ...examinedOf({ ...twin, after }), source });

const ALL = [...ASSERTIONS, ...DANGERS, ...DELETIONS, ...SUPPRESSIONS];

describe.each(ALL.map((twin) => [`${twin.rule}: ${twin.what}`, twin] as const))("honest, %s", (_what, twin) => {
  it.each(Object.entries(twin.sound))("accepts: %s", (_name, after) => {
    expect(after).not.toBe(twin.before);
    const judgement = judge(twin, after);
    expect(judgement, judgement.detail).toMatchObject({ status: "pass" });
  });

  it.each(Object.entries(twin.hostile))("refuses: %s", (_name, after) => {
    expect(judge(twin, after)).toMatchObject({ status: "fail", code: twin.code });
  });
});
