import { describe, expect, it } from "vitest";
import type { FileChange } from "../../src/domain/outcome.ts";
import type { SourceText } from "../../src/domain/text.ts";
import { anchored } from "../../src/verify/anchored.ts";

const change = (more: Partial<FileChange>): FileChange => ({
  path: "a.py",
  before: "x = 1\ny = 2\n",
  after: "x = 1\ny = 3\n",
  encoding: "utf8",
  ...more,
});
const disk = (text: string, encoding: SourceText["encoding"] = "utf8") => new Map([["a.py", { text, encoding }]]);

describe("anchored", () => {
  it("passes where the file on disk is the one that the patch was made for", () => {
    expect(anchored([change({})], disk("x = 1\ny = 2\n")).status).toBe("pass");
  });

  it("passes for a new file where none is", () => {
    expect(anchored([change({ before: null })], new Map()).status).toBe("pass");
  });

  it.each([
    ["the file changed since", change({}), disk("x = 1\ny = 9\n"), "APPLY_STALE_BASE", "line 2"],
    ["only its line ends changed", change({}), disk("x = 1\r\ny = 2\r\n"), "APPLY_STALE_BASE", "line 1"],
    ["the file is gone", change({}), new Map(), "APPLY_FILE_MISSING", "does not exist"],
    ["a new file is there already", change({ before: null }), disk("z\n"), "APPLY_STALE_BASE", "exists"],
    ["the encoding is another", change({}), disk("x = 1\ny = 2\n", "latin1"), "APPLY_ENCODING", "latin1"],
    [
      "the new text does not fit the encoding",
      change({ encoding: "latin1", after: "x = '€'\n" }),
      disk("x = 1\ny = 2\n", "latin1"),
      "APPLY_ENCODING",
      "cannot store",
    ],
    ["nothing changes", change({ after: "x = 1\ny = 2\n" }), disk("x = 1\ny = 2\n"), "DIFF_EMPTY", "as it is"],
  ])("fails where %s", (_why, patch, current, code, words) => {
    const judgement = anchored([patch], current);
    expect(judgement).toMatchObject({ status: "fail", code });
    expect(judgement.detail).toContain(words);
  });

  it("fails for no change at all, and for a file changed twice", () => {
    expect(anchored([], new Map()).code).toBe("DIFF_EMPTY");
    expect(anchored([change({}), change({})], disk("x = 1\ny = 2\n")).code).toBe("APPLY_OVERLAP");
  });
});
