import { afterAll, describe, expect, it } from "vitest";
import { scriptedProvider } from "../../src/adapters/providers/scripted.ts";
import { expectSoundRun } from "../pipeline/toy/invariants.ts";
import { toyLinter } from "../pipeline/toy/linter.ts";
import { openPlayground, textAfter } from "../pipeline/toy/repair.ts";
import { endsOf, type LoopOptions, runLoop } from "./support/loop.ts";
import { failure, jsonReply, rewriteLines } from "./support/replies.ts";

const playground = openPlayground();
afterAll(() => playground.remove());
const lint = toyLinter([{ id: "no-bad", match: "bad\\d*\\(\\)" }]);

async function repaired(text: string, chain: LoopOptions["chain"], options: Partial<LoopOptions> = {}) {
  playground.fill({ "a.py": text });
  const loop = await runLoop(playground, { lint, chain, ...options });
  expectSoundRun(loop.result, [lint], playground);
  return { ...loop, ends: endsOf(loop.result), text: textAfter(loop.result, "a.py", playground) };
}

const right = scriptedProvider((request) => rewriteLines(request, (line) => line.replace("bad", "good")), {
  name: "scripted:strong",
});
const wrong = (say: (call: number) => string, name = "scripted:weak") =>
  scriptedProvider((request, call) => rewriteLines(request, (line) => `${line}  # ${say(call)}`), { name });

describe("a rejected attempt", () => {
  it("goes back with the check that failed, its reason, and what was answered", async () => {
    const model = scriptedProvider((request, call) =>
      rewriteLines(request, (line) => (call === 0 ? "x = bad((" : line.replace("bad", "good"))),
    );
    const { text, ended } = await repaired("bad1()\n", [model]);
    expect(text).toBe("good1()\n");
    expect(model.calls[1]?.user).toMatch(/rejected by the check "parses" \(SYNTAX_ERROR\)[\s\S]*x = bad\(\(/);
    expect(ended.map(({ outcome, failedCheck }) => [outcome, failedCheck])).toEqual([
      ["rejected", "parses"],
      ["accepted", undefined],
    ]);
  });

  it("that could not be read goes back with what was wrong with its form", async () => {
    const model = scriptedProvider((request, call) =>
      call === 0 ? '{"edits": [{"path": "a.py"' : rewriteLines(request, (line) => line.replace("bad", "good")),
    );
    const { text } = await repaired("bad1()\n", [model]);
    expect(text).toBe("good1()\n");
    expect(model.calls[1]?.user).toContain("PARSE_NOT_JSON");
  });

  it("that was cut off goes back with the wish for a shorter one", async () => {
    const model = scriptedProvider((request, call) =>
      call === 0
        ? failure("LLM_TRUNCATED", { text: '{"edits": [' })
        : rewriteLines(request, (line) => line.replace("bad", "good")),
    );
    const { text, ended } = await repaired("bad1()\n", [model]);
    expect(text).toBe("good1()\n");
    expect(model.calls[1]?.user).toContain("Answer again with smaller edits");
    expect(ended[0]?.reply).toBe('{"edits": [');
  });

  it("for the same reason twice ends it, though more attempts are allowed", async () => {
    const model = wrong(() => "same");
    const { ends, repairs } = await repaired("bad1()\n", [model], { settings: { attempts: 5 } });
    expect(model.calls).toHaveLength(2);
    expect(ends).toEqual(["a.py:1 rejected at cleared"]);
    expect(repairs[0]).toMatchObject({ status: "rejected", stopReason: "same-reason-twice" });
  });

  it.each(["LLM_EMPTY", "LLM_TRUNCATED"] as const)("that ended as %s twice ends it too", async (code) => {
    const model = scriptedProvider(() => failure(code));
    const { ends } = await repaired("bad1()\n", [model], { settings: { attempts: 5 } });
    expect(model.calls).toHaveLength(2);
    expect(ends).toEqual([`a.py:1 failed ${code}`]);
  });

  it("for other reasons each time ends with the attempts that are allowed", async () => {
    const model = scriptedProvider((request, call) =>
      rewriteLines(request, () => ["x = (", "bad1()  # noqa: no-bad", "bad1()"][call] ?? "bad1( )"),
    );
    const { repairs } = await repaired("bad1()\n", [model], { settings: { attempts: 3 } });
    expect(model.calls).toHaveLength(3);
    expect(repairs[0]).toMatchObject({ stopReason: "attempts" });
  });

  it("is not tried a third time alone after a batch failed twice for the same reason", async () => {
    const model = wrong(() => "same");
    await repaired("bad1()\n\nbad2()\n", [model]);
    expect(model.calls.map(({ key }) => `${key.task} ${key.attempt}`)).toEqual([
      "repair.batch 1",
      "repair.batch 2",
      "repair.single 1",
      "repair.single 1",
    ]);
  });
});

describe("a chain of models", () => {
  it("goes on to the stronger one when the cheap one fails for the same reason twice, and tells it why", async () => {
    const weak = wrong(() => "same");
    const { text, started } = await repaired("bad1()\n", [weak, right], { settings: { attempts: 4 } });
    expect(text).toBe("good1()\n");
    expect(started.map(({ model, number }) => `${model} ${number}`)).toEqual([
      "scripted:weak 1",
      "scripted:weak 2",
      "scripted:strong 3",
    ]);
    expect(right.calls.at(-1)?.user).toMatch(/rejected by the check "cleared"/);
  });

  it("does not ask the stronger one while the cheap one answers well", async () => {
    const before = right.calls.length;
    const cheap = scriptedProvider((request) => rewriteLines(request, (line) => line.replace("bad", "fine")), {
      name: "scripted:weak",
    });
    await repaired("bad1()\n\nbad2()\n", [cheap, right]);
    expect([cheap.calls.length, right.calls.length - before]).toEqual([1, 0]);
  });

  it("goes on when the cheap one gives up", async () => {
    const { text } = await repaired("bad1()\n", [
      scriptedProvider(() => jsonReply([], { unfixable: "too hard for me" })),
      right,
    ]);
    expect(text).toBe("good1()\n");
  });

  it("goes on when the cheap one's server fails, and asks a server that refuses the key only once", async () => {
    const locked = scriptedProvider(() => failure("LLM_AUTH"), { name: "scripted:locked" });
    const { ends } = await repaired("bad1()\n\nbad2()\n\nbad3()\n", [locked, right], {
      settings: { strategy: "single" },
    });
    expect(ends.every((end) => end.endsWith("accepted"))).toBe(true);
    expect(locked.calls).toHaveLength(1);
  });
});

describe("a model that declines", () => {
  it("ends a finding as dismissed, with its reason, and changes nothing", async () => {
    const { ends, result, text } = await repaired("bad1()\n", [
      scriptedProvider(() => jsonReply([], { unfixable: "bad1 is an API of ours, and right here" })),
    ]);
    expect(ends).toEqual(["a.py:1 skipped dismissed"]);
    expect(result.findings[0]?.outcome).toMatchObject({ reason: "bad1 is an API of ours, and right here" });
    expect(text).toBe("bad1()\n");
  });

  it("dismisses all of a batch at once, without asking again", async () => {
    const model = scriptedProvider(() => jsonReply([], { unfixable: "generated code", notFixed: [] }));
    const { ends } = await repaired("bad1()\n\nbad2()\n", [model]);
    expect(ends).toEqual(["a.py:1 skipped dismissed", "a.py:3 skipped dismissed"]);
    expect(model.calls).toHaveLength(1);
  });

  it("dismisses those that a batch names, and only those", async () => {
    const model = scriptedProvider((request, call) =>
      call === 0
        ? jsonReply([], { notFixed: [{ finding: 2, reason: "no real problem" }] })
        : rewriteLines(request, (line) => line.replace("bad", "good")),
    );
    const { ends, result } = await repaired("bad1()\n\nbad2()\n", [model]);
    expect(ends).toEqual(["a.py:1 accepted", "a.py:3 skipped dismissed"]);
    expect(result.findings[1]?.outcome).toMatchObject({ reason: "no real problem" });
  });

  it("in prose, to a batch, is asked about each finding alone", async () => {
    const model = scriptedProvider((request, call) =>
      call === 0
        ? "I'm sorry, but I am unable to provide a patch for this."
        : rewriteLines(request, (line) => line.replace("bad", "good")),
    );
    const { ends } = await repaired("bad1()\n\nbad2()\n", [model]);
    expect(ends).toEqual(["a.py:1 accepted", "a.py:3 accepted"]);
  });

  it("and silences the finding all the same is refused by the ladder", async () => {
    const quiet = toyLinter([{ id: "no-bad", match: "bad\\d*\\(\\)" }]);
    playground.fill({ "a.py": "bad1()\n" });
    const model = scriptedProvider((request) => rewriteLines(request, (line) => `${line}  # noqa: toy-ignore`));
    const { result } = await runLoop(playground, { lint: quiet, chain: [model] });
    expect(endsOf(result)).toEqual(["a.py:1 rejected at honest"]);
  });
});

describe("the baseline v1", () => {
  const diff = "```diff\n--- a/a.py\n+++ b/a.py\n@@ -1,2 +1,2 @@\n-bad1()\n+good1()\n # end\n```\n";

  it("is one request with a raw diff, which git applies as it is", async () => {
    const model = scriptedProvider([diff]);
    const { text, result } = await repaired("bad1()\n# end\n", [model], { settings: { strategy: "v1" } });
    expect(text).toBe("good1()\n# end\n");
    expect(model.calls[0]?.schema).toBeUndefined();
    expect(result.patches[0]?.candidate.strategy).toBe("v1");
  });

  it("mends nothing, asks nothing again, and escalates to nobody", async () => {
    const weak = scriptedProvider([diff.replace("-1,2 +1,2", "-1,9 +1,9")]);
    const before = right.calls.length;
    const { ends } = await repaired("bad1()\n# end\n", [weak, right], { settings: { strategy: "v1" } });
    expect(ends).toEqual(["a.py:1 rejected at anchored"]);
    expect([weak.calls.length, right.calls.length - before]).toEqual([1, 0]);
  });

  it("asks about every finding alone", async () => {
    const model = scriptedProvider(() => "no diff");
    await repaired("bad1()\n\nbad2()\n", [model], { settings: { strategy: "v1" } });
    expect(model.calls.map(({ key }) => key.task)).toEqual(["repair.v1", "repair.v1"]);
  });
});
