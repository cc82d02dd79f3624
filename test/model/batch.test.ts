import { afterAll, describe, expect, it } from "vitest";
import { scriptedProvider } from "../../src/adapters/providers/scripted.ts";
import { expectSoundRun } from "../pipeline/toy/invariants.ts";
import { type Lint, toyLinter } from "../pipeline/toy/linter.ts";
import { openPlayground, textAfter } from "../pipeline/toy/repair.ts";
import { endsOf, type LoopOptions, runLoop } from "./support/loop.ts";
import { failure, jsonReply, listedFindings, rewriteLines } from "./support/replies.ts";

const playground = openPlayground();
afterAll(() => playground.remove());

const bad = toyLinter([{ id: "no-bad", match: "bad\\d*\\(\\)" }]);
const missingImport = toyLinter([{ id: "undefined", match: "helper\\(\\)" }]);
/** `bad()` is bad, and `helper()` needs its import. */
const lint: Lint = (path, text, read) => [
  ...bad(path, text, read),
  ...(text.includes("import helper") ? [] : missingImport(path, text, read)),
];

async function repaired(
  text: string,
  script: Parameters<typeof scriptedProvider>[0],
  options: Partial<LoopOptions> = {},
) {
  playground.fill({ "a.py": text });
  const model = scriptedProvider(script);
  const loop = await runLoop(playground, { lint, chain: [model], ...options });
  expectSoundRun(loop.result, [lint], playground);
  return { ...loop, model, ends: endsOf(loop.result), text: textAfter(loop.result, "a.py", playground) };
}

const FOUR = "bad1()\n\nbad2()\n\nbad3()\n\nbad4()\n";

describe("a batch", () => {
  it("closes all findings of a file with one request", async () => {
    const { text, model, ends } = await repaired(FOUR, (request) =>
      rewriteLines(request, (line) => line.replace("bad", "good")),
    );
    expect(text).toBe(FOUR.replaceAll("bad", "good"));
    expect(model.calls.map(({ key }) => key.task)).toEqual(["repair.batch"]);
    expect(ends.every((end) => end.endsWith("accepted"))).toBe(true);
  });

  it("shows the model the edit that does not fit, not those that were accepted", async () => {
    const { text, model } = await repaired(FOUR, (request, call) =>
      rewriteLines(request, (line) => line.replace("bad", "good")).replace(
        call === 0 ? '"original":"bad2()"' : "",
        call === 0 ? '"original":"nowhere()"' : "",
      ),
    );
    expect(text).toBe(FOUR.replaceAll("bad", "good"));
    const previous = /<previous-answer-\w+>\n([\s\S]*?)\n<\/previous-answer/.exec(model.calls[1]?.user ?? "")?.[1];
    expect(previous).toContain("nowhere()");
    expect(previous).not.toMatch(/good[134]/);
  });

  it("gives each finding a patch of its own", async () => {
    const { result } = await repaired(FOUR, (request) => rewriteLines(request, (line) => line.replace("bad", "good")));
    expect(result.patches.map(({ candidate }) => candidate.findings.length)).toEqual([1, 1, 1, 1]);
  });

  it("keeps the good fixes when one does not clear its finding, and tells the model which and why", async () => {
    const { text, model } = await repaired(FOUR, (request, call) =>
      rewriteLines(request, (line) => (call === 0 && line.includes("bad2") ? "bad22()" : line.replace("bad", "good"))),
    );
    expect(text).toBe(FOUR.replaceAll("bad", "good"));
    expect(model.calls).toHaveLength(2);
    expect(model.calls.map((call) => listedFindings(call).length)).toEqual([4, 1]);
    expect(model.calls[1]?.user).toMatch(
      /rejected by the check "cleared" \(TARGET_STILL_FIRES\)[\s\S]*still reports no-bad[\s\S]*bad22\(\)/,
    );
  });

  it("shows the text as it stands after what was accepted, with its line numbers", async () => {
    const { model } = await repaired(FOUR, (request, call) =>
      rewriteLines(request, (line) =>
        line.includes("bad4") && call === 0 ? "bad44()" : `one()\n${line.replace("bad", "good")}`,
      ),
    );
    const [second] = listedFindings(model.calls[1] ?? { user: "" });
    expect(second).toEqual({ number: 1, rule: "no-bad", line: 10 });
    expect(model.calls[1]?.user).toContain("10 | bad4()");
  });

  it("keeps the good fixes when an edit of another finding fits nowhere", async () => {
    const first = jsonReply(
      [
        { finding: [1], line: 1, old: "bad1()", new: "good1()" },
        { finding: [2], line: 3, old: "nothing like this", new: "good2()" },
        { finding: [3], line: 5, old: "bad3()", new: "good3()" },
      ],
      { notFixed: [{ finding: 4, reason: "not a bug: the tests need it" }] },
    );
    const { ends, text, model } = await repaired(FOUR, (request, call) =>
      call === 0 ? first : rewriteLines(request, (line) => line.replace("bad", "good")),
    );
    expect(text).toBe("good1()\n\ngood2()\n\ngood3()\n\nbad4()\n");
    expect(ends.at(-1)).toBe("a.py:7 skipped dismissed");
    expect(model.calls[1]?.user).toContain("APPLY_CONTEXT_MISMATCH");
  });

  it("uses nothing of a fix whose edits do not all fit", async () => {
    const half = jsonReply([
      { finding: [1], line: 1, old: "bad1()", new: "good1()" },
      { finding: [1], line: 3, old: "nothing like this", new: "good2()" },
      { finding: [3], line: 5, old: "bad3()", new: "good3()" },
    ]);
    const { text } = await repaired(FOUR, (_, call) => (call === 0 ? half : jsonReply([], { unfixable: "no" })));
    expect(text).toBe("bad1()\n\nbad2()\n\ngood3()\n\nbad4()\n");
  });

  it("takes an import, which belongs to no finding, along with the fixes that need it and with no other", async () => {
    const reply = jsonReply(
      [
        { finding: [], line: 1, old: "# begin", new: "# begin\nimport helper" },
        { finding: [1], line: 3, old: "bad1()", new: "x = helper()" },
        { finding: [2], line: 5, old: "bad2()", new: "good2()" },
      ],
      { notFixed: [] },
    );
    const { text, result, model } = await repaired("# begin\n\nbad1()\n\nbad2()\n", [reply]);
    expect(text).toBe("# begin\nimport helper\n\nx = helper()\n\ngood2()\n");
    expect(result.patches.map(({ diff }) => /^\+import helper$/m.test(Buffer.from(diff).toString()))).toEqual([
      true,
      false,
    ]);
    expect(model.calls).toHaveLength(1);
  });

  it("never takes a fix without the edit elsewhere that belongs to it, even if the analyzer would not miss it", async () => {
    const reply = jsonReply(
      [
        { finding: [1], line: 1, old: "def f(bad1(), keep):", new: "def f(keep):" },
        { finding: [], line: 20, old: "f(bad_argument, 2)", new: "f(2)" },
      ],
      { notFixed: [] },
    );
    const lines = ["def f(bad_argument, keep):", ...Array(18).fill("pass"), "f(bad_argument, 2)", "bad2()", ""].join(
      "\n",
    );
    const found = toyLinter([
      { id: "unused", match: "bad_argument, keep" },
      { id: "no-bad", match: "bad\\d+\\(\\)" },
    ]);
    playground.fill({ "a.py": lines });
    const fixed = reply.replace("def f(bad1(), keep):", "def f(bad_argument, keep):");
    const { result } = await runLoop(playground, {
      lint: found,
      chain: [scriptedProvider((_, call) => (call === 0 ? fixed : jsonReply([], { unfixable: "no" })))],
    });
    const text = textAfter(result, "a.py", playground);
    expect([text.includes("def f(keep)"), text.includes("f(2)")]).toEqual([true, true]);
  });

  it("still finds its way when the model numbers findings from 0", async () => {
    const reply = jsonReply([
      { finding: [0], line: 1, old: "bad1()", new: "good1()" },
      { finding: [1], line: 3, old: "bad2()", new: "good2()" },
      { finding: [2], line: 5, old: "bad3()", new: "good3()" },
      { finding: [3], line: 7, old: "bad4()", new: "good4()" },
    ]);
    const { text, model } = await repaired(FOUR, [reply]);
    expect(text).toBe(FOUR.replaceAll("bad", "good"));
    expect(model.calls).toHaveLength(1);
  });

  it("keeps findings on neighbouring lines apart", async () => {
    const { text, model } = await repaired("bad1()\nbad2()\nbad3()\n", (request, call) =>
      rewriteLines(request, (line) =>
        call === 0 && line.includes("bad2") ? "bad2()  # still" : line.replace("bad", "good"),
      ),
    );
    expect(text).toBe("good1()\ngood2()\ngood3()\n");
    expect(listedFindings(model.calls[1] ?? { user: "" })).toHaveLength(1);
  });

  it("falls back to one request per finding for what is left after two tries", async () => {
    const stubborn = (request: Parameters<typeof rewriteLines>[0], call: number): string =>
      rewriteLines(request, (line) =>
        call < 2 ? line.replace("()", "( )").replace("( )", "()  # ") + call : line.replace("bad", "good"),
      );
    const { model, text, repairs } = await repaired("bad1()\n\nbad2()\n", stubborn);
    expect(model.calls.map(({ key }) => `${key.task} ${key.attempt}`)).toEqual([
      "repair.batch 1",
      "repair.batch 2",
      "repair.single 1",
      "repair.single 1",
    ]);
    expect(text).toBe("good1()\n\ngood2()\n");
    expect(repairs.map(({ strategy, status }) => `${strategy} ${status}`)).toEqual([
      "batch rejected",
      "single accepted",
      "single accepted",
    ]);
  });

  it("tells the first single request why the batch's fix was turned down", async () => {
    const { model } = await repaired("bad1()\n\nbad2()\n", (request, call) =>
      rewriteLines(request, (line) => (call < 2 ? `${line}  # ${call}` : line.replace("bad", "good"))),
    );
    expect(model.calls[2]?.user).toMatch(/rejected by the check "cleared"/);
    expect(model.calls[2]?.user).toContain("bad1()  # 1");
  });

  it("is split in halves when its answer is cut off", async () => {
    const { model, text } = await repaired(FOUR, (request) =>
      listedFindings(request).length > 2
        ? {
            ok: false,
            code: "LLM_TRUNCATED",
            reason: "cut off",
            retryable: false,
            usage: { inputTokens: 1, outputTokens: 1, cachedInputTokens: 0, reasoningTokens: 0 },
            costUsd: 0,
            latencyMs: 0,
            transportRetries: 0,
            text: "{",
          }
        : rewriteLines(request, (line) => line.replace("bad", "good")),
    );
    expect(model.calls.map((call) => listedFindings(call).length)).toEqual([4, 2, 2]);
    expect(text).toBe(FOUR.replaceAll("bad", "good"));
  });

  it("that is too long for the model is asked with less of the file until it fits", async () => {
    const filler = Array.from({ length: 400 }, (_, at) => `value_${at} = "some text that fills the file"\n`).join("");
    const { model, text } = await repaired(`bad1()\n${filler}bad2()\n`, (request) =>
      request.user.length > 6_000
        ? failure("LLM_CONTEXT_OVERFLOW")
        : rewriteLines(request, (line) => line.replace("bad", "good")),
    );
    expect(text).toBe(`good1()\n${filler}good2()\n`);
    expect(model.calls.map((call) => listedFindings(call).length)).toEqual([2, 2, 2]);
    expect(model.calls.map(({ user }) => user.length > 6_000)).toEqual([true, true, false]);
  });

  it("of more than twenty findings is several", async () => {
    const text = Array.from({ length: 45 }, (_, at) => `bad${at}()\n\n`).join("");
    const { model, ends } = await repaired(text, (request) =>
      rewriteLines(request, (line) => line.replace("bad", "good")),
    );
    expect(model.calls.map((call) => listedFindings(call).length)).toEqual([20, 20, 5]);
    expect(new Set(ends.map((end) => end.split(" ")[1]))).toEqual(new Set(["accepted"]));
  });
});

describe("plain-text answers", () => {
  it("search/replace blocks become patches", async () => {
    const reply =
      "Here you are:\n\na.py\n<<<<<<< SEARCH\nbad1()\n=======\ngood1()\n>>>>>>> REPLACE\n\na.py\n<<<<<<< SEARCH\nbad2()\n=======\ngood2()\n>>>>>>> REPLACE\n";
    expect((await repaired("bad1()\n\nbad2()\n", [reply])).text).toBe("good1()\n\ngood2()\n");
  });

  it("a diff with wrong counts becomes a patch", async () => {
    const reply = "```diff\n--- a/a.py\n+++ b/a.py\n@@ -7,9 +1,1 @@\n-bad1()\n+good1()\n \n bad_not\n```\n";
    expect((await repaired("bad1()\n\nbad_not\n", [reply])).text).toBe("good1()\n\nbad_not\n");
  });
});

describe("native fixes first", () => {
  it("a model sees the text, the lines and the findings as native fixes left them", async () => {
    const both = toyLinter([
      { id: "grow", match: "^short$", fixes: [{ text: "a\nlong\ntext" }] },
      { id: "no-bad", match: "bad\\d*\\(\\)" },
    ]);
    playground.fill({ "a.py": "short\nbad1()\n" });
    const model = scriptedProvider((request) => rewriteLines(request, (line) => line.replace("bad", "good")));
    const { result } = await runLoop(playground, { lint: both, chain: [model], sources: ["native", "model"] });
    expect(textAfter(result, "a.py", playground)).toBe("a\nlong\ntext\ngood1()\n");
    expect(model.calls[0]?.user).toContain("4 | bad1()");
    expect(listedFindings(model.calls[0] ?? { user: "" })[0]?.line).toBe(4);
    expect(result.patches.at(-1)?.after).toHaveLength(1);
  });
});
