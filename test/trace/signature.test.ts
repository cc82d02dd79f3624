import { describe, expect, it } from "vitest";
import { patchFacts } from "../../src/trace/patch-facts.ts";
import { signatureOf } from "../../src/trace/signature.ts";

describe("signatureOf", () => {
  it.each([
    ["corrupt patch at line 7", "corrupt patch at line 112", "corrupt patch at line NUM"],
    ["cannot read src/a/b.py", "cannot read C:\\x\\y.py", "cannot read PATH"],
    ["no file setup.cfg", "no file main.ts", "no file PATH"],
    ["`os` is unused", '"sys.path" is unused', "STR is unused"],
    ["commit 1a2b3c4d5e", "commit 99887766aa", "commit HEX"],
    ["timed out after 30 s", "timed out after 1.5s", "timed out after TIME"],
    ["at 2026-11-22T10:00:00Z", "at 2025-01-02 03:04", "at TIME"],
    ["@@ -1,4 +1,3 @@ def f", "@@ -10 +9 @@", "HUNK"],
    ["bad line:\n    x = 1\n    y = 2", "bad line:\n    return None", "bad line CODE"],
  ])("masks %j and %j alike", (a, b, masked) => {
    expect(signatureOf("applies", "APPLY_GIT_REFUSED", a)).toBe(`applies:APPLY_GIT_REFUSED ${masked}`);
    expect(signatureOf("applies", "APPLY_GIT_REFUSED", b)).toBe(`applies:APPLY_GIT_REFUSED ${masked}`);
  });

  it("keeps words apart that name different causes, and at most twelve tokens", () => {
    expect(signatureOf("reply", undefined, "no patch in the reply")).not.toBe(
      signatureOf("reply", undefined, "two patches in the reply"),
    );
    expect(
      signatureOf(
        "reply",
        undefined,
        `${"word ".repeat(3).replace(/word/g, () => "a")}b c d e f g h i j k l m n o p`,
      ).split(" ").length,
    ).toBeLessThanOrEqual(13);
  });

  it("ends on hostile messages of any length", () => {
    for (const piece of ["a/", "'", "\\", "1.", "@@ -1", "a.", "0", "    "]) {
      expect(signatureOf("x", undefined, piece.repeat(100_000))).toMatch(/^x:-/);
    }
  });
});

describe("patchFacts", () => {
  const patch =
    "diff --git a/x b/x\nindex 1..2\n--- a/x\n+++ b/x\n@@ -3,3 +3,3 @@ f\n a\n--- sql comment\n+++ counted\n b\n";

  it("counts lines that look like headers as what they are", () => {
    expect(patchFacts(patch)).toMatchObject({ files: 1, added: 1, deleted: 1 });
  });

  it("gives patches that do the same elsewhere one hash, others another", () => {
    const moved = patch
      .replace("-3,3 +3,3", "-90,3 +91,3")
      .replaceAll("/x", "/y")
      .replace("+++ counted", "+++   counted  ");
    expect(patchFacts(moved).normalHash).toBe(patchFacts(patch).normalHash);
    expect(patchFacts(patch.replace("counted", "other")).normalHash).not.toBe(patchFacts(patch).normalHash);
  });

  it("reads nothing into what is no diff", () => {
    expect(patchFacts("hello\n+x\n")).toMatchObject({ files: 0, added: 0, deleted: 0 });
  });
});
