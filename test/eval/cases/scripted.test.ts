import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REPLY_FORMS } from "../../../src/eval/cases/format.ts";
import { referenceReply } from "../../../src/eval/run/scripted/answer.ts";
import { hunksBetween } from "../../../src/eval/run/scripted/hunks.ts";
import { numberedLines } from "../../../src/fix/model/numbered.ts";
import { mend } from "../../../src/patch/mend/mend.ts";
import { caseOf } from "./support/cases.ts";

/** The part of a prompt that a model answers from. */
function promptOf(text: string, findings: string, shown = true): string {
  const lines = text.split("\n").slice(0, -1);
  const code = numberedLines(lines, [{ start: 1, end: lines.length }]);
  return `${shown ? `<file-ab>\n${code}\n</file-ab>\n` : ""}<findings-ab>\n${findings}\n</findings-ab>`;
}

const AIM = { id: "f1", startLine: 1, endLine: 500 };

function reply(
  before: string,
  after: string,
  form: (typeof REPLY_FORMS)[number],
  current = before,
  shown = true,
): string {
  const kase = caseOf({ replyForm: form }, { before: { "a.py": before }, after: { "a.py": after } });
  return referenceReply(kase, {
    path: "a.py",
    casePath: "a.py",
    strategy: "single",
    user: promptOf(current, "1. E722 at line 1, column 1: bare except", shown),
    findings: [{ id: "f1", ruleId: "E722" }],
    aims: [AIM],
  });
}

/** A text of different lines, and the same with some lines changed, taken out or put in. */
const pair = fc
  .array(fc.record({ fate: fc.constantFrom("keep", "keep", "keep", "keep", "change", "drop", "insert", "space") }), {
    minLength: 12,
    maxLength: 30,
  })
  .map((rows) => {
    const before = rows.map((_, at) => `    step_${at} = work_${at}(${at})`);
    const after = rows.flatMap(({ fate }, at) => {
      const line = before[at] ?? "";
      if (fate === "drop") return [];
      if (fate === "change") return [line.replace("work", "better")];
      if (fate === "space") return [line, ""];
      return fate === "insert" ? [line, `    more_${at} = added_${at}()`] : [line];
    });
    return { before: `${before.join("\n")}\n`, after: `${after.join("\n")}\n` };
  })
  // A blank line at the very end is nothing that lines and their replacements could state.
  .filter(({ before, after }) => before !== after && !after.endsWith("\n\n"));

const FORMS = REPLY_FORMS.filter((form) => form !== "whole-file");

describe("a scripted reply", () => {
  it.each(FORMS)("as %s is read as the reference by the mender", (form) => {
    fc.assert(
      fc.property(pair, ({ before, after }) => {
        const said = reply(before, after, form);
        const mended = mend({ files: new Map([["a.py", before]]), reply: said, path: "a.py", root: "/r" });
        expect(mended.outcome === "refused" ? mended.reason : "").toBe("");
        if (mended.outcome === "patched") expect(mended.files.get("a.py")).toBe(after);
      }),
      { numRuns: 40 },
    );
  });

  it("holds the whole file where it is asked for one", () => {
    const before = "import os\n\n\ndef f():\n    return None == 1\n\n\nprint(f())\n";
    const after = before.replace("None == 1", "1 is None");
    const said = reply(before, after, "whole-file");
    const mended = mend({ files: new Map([["a.py", before]]), reply: said, path: "a.py", root: "/r" });
    expect(mended.outcome === "patched" && mended.files.get("a.py")).toBe(after);
  });

  it("leaves out what an earlier patch made already, and names lines where the prompt shows them", () => {
    const before = "import os\nimport sys\n\n\ndef f():\n    try:\n        g()\n    except:\n        pass\n";
    const after = "import sys\n\n\ndef f():\n    try:\n        g()\n    except OSError:\n        pass\n";
    const current = before.replace("import os\n", "");
    const { edits } = JSON.parse(reply(before, after, "edits", current));
    expect(edits).toEqual([
      { path: "a.py", startLine: 7, endLine: 7, original: "    except:", replacement: "    except OSError:" },
    ]);
  });

  it("cannot answer a prompt that lost its code, or that names another rule", () => {
    const [before, after] = ["a = 1\nb = 2\n", "a = 1\nb = 3\n"];
    expect(reply(before, after, "edits", before, false)).toMatch(/"unfixable":"the prompt shows no lines of the file"/);
    const kase = caseOf({}, { before: { "a.py": before }, after: { "a.py": after } });
    const asked = {
      path: "a.py",
      casePath: "a.py",
      strategy: "single" as const,
      user: promptOf(before, "1. F401 at line 1, column 1: unused"),
      findings: [{ id: "f1", ruleId: "E722" }],
      aims: [AIM],
    };
    expect(referenceReply(kase, asked)).toMatch(/does not name finding 1 \(E722\)/);
  });

  it("gives each finding of a batch the edits that touch it, and a new import that several need to none", () => {
    const before =
      "import os\n\n\ndef a(x):\n    return os.path.join(x, 'a')\n\n\ndef b(x):\n    return os.path.exists(x)\n";
    const after = before
      .replace("import os", "from pathlib import Path")
      .replace("os.path.join(x, 'a')", "Path(x) / 'a'")
      .replace("os.path.exists(x)", "Path(x).exists()");
    const hunks = hunksBetween(before, after, [
      { id: "one", startLine: 5, endLine: 5 },
      { id: "two", startLine: 9, endLine: 9 },
    ]);
    expect(hunks.map(({ line, owners, shared }) => ({ line, owners, shared }))).toEqual([
      { line: 1, owners: ["one", "two"], shared: true },
      { line: 5, owners: ["one"], shared: false },
      { line: 9, owners: ["two"], shared: false },
    ]);
  });
});
