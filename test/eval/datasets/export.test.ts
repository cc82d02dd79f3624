import { describe, expect, it } from "vitest";
import { readLine } from "../../../src/eval/datasets/lines.ts";
import { diffTexts } from "../../../src/patch/diff.ts";
import { mend } from "../../../src/patch/mend/mend.ts";
import { exportPlanted, reasonsOf } from "./support/exporting.ts";
import { type Planted, replyOf, unusedImport } from "./support/labelled.ts";

function plant(id: string, seed: number, more: Partial<Planted> = {}): Planted {
  const { before, after } = unusedImport(seed);
  return { id, repository: `shop-${seed % 5}`, path: `src/m${seed}.py`, before, after, ...more };
}

function diffOf(path: string, before: string, after: string): string {
  const diff = diffTexts({ path, before, after, encoding: "utf8" });
  return diff ? diff.header + diff.hunks : "";
}

/** A long file without a long line. */
const WIDE = Array.from({ length: 300 }, (_, at) => `wide_${at} = "wide wide wide"\n`).join("");

describe("rows of labelled attempts", () => {
  it("holds the exact reply where nothing was mended, and a canonical answer where something was", async () => {
    const spaced = replyOf("src/m1.py", unusedImport(1).before, unusedImport(1).after).replaceAll(":", ": ");
    const { rows } = await exportPlanted([
      plant("exact", 1, { reply: spaced }),
      plant("mended", 2, { reply: "```json\n{broken", attempt: { mended: ["json-mended"] } }),
    ]);
    const [exact, mended] = rows.map(({ row }) => row);
    expect([exact?.answer, exact?.provenance.answerFrom]).toEqual([spaced, "reply"]);
    expect(mended?.provenance.answerFrom).toBe("accepted-patch");
    expect(JSON.parse(mended?.answer ?? "")).toMatchObject({
      edits: [{ path: "src/m2.py", startLine: 1 }],
      explanation: "Fixes F401.",
      unfixable: null,
    });
  });

  it("does not take a reply whose edits are not what was accepted", async () => {
    const other = unusedImport(99);
    const { rows } = await exportPlanted([
      plant("other", 3, { reply: replyOf("src/m3.py", other.before, other.after) }),
    ]);
    expect(rows[0]?.row.provenance.answerFrom).toBe("accepted-patch");
  });

  it("takes a person's correction for the answer, also of an attempt that was rejected or called bad", async () => {
    const { before } = unusedImport(4);
    const corrected = before.replace(/^import \w+\n/, "").replace("return", "yield");
    const { rows } = await exportPlanted([
      plant("c", 4, {
        attempt: { outcome: "rejected" },
        labels: [{ value: "bad", correctedPatch: diffOf("src/m4.py", before, corrected) }],
      }),
    ]);
    expect(rows[0]?.row).toMatchObject({ after: corrected, provenance: { answerFrom: "corrected-patch" } });
  });

  it("says why each other labelled attempt is left out", async () => {
    const exported = await exportPlanted(
      [
        plant("bad", 10, { labels: [{ value: "bad" }] }),
        plant("unsure", 11, { labels: [{ value: "unsure" }] }),
        plant("copied", 12, { labels: [{ origin: "propagated" }] }),
        plant("imported", 13, { labels: [{ origin: "import" }] }),
        plant("disputed", 14, { labels: [{}, { value: "bad", rater: "bob" }] }),
        plant("unproved", 15, { attempt: { outcome: "rejected" } }),
        plant("half", 16, { attempt: { checks: [{ name: "tests", status: "fail", ms: 1, detail: "" }] } }),
        plant("eval", 17, { runKind: "eval" }),
        plant("prompt", 18, { attempt: { prompt: "Please fix it." } }),
        plant("new-file", 19, { attempt: { patch: "--- /dev/null\n+++ b/x.py\n@@ -0,0 +1 @@\n+x = 1\n" } }),
        plant("elsewhere", 20, { attempt: { patch: diffOf("src/other.py", "a\n", "b\n") } }),
        plant("stale", 21, { attempt: { patch: diffOf("src/m21.py", "other\ntext\n", "other\n") } }),
        plant("criterion", 22, { labels: [{ criterion: "idiomatic" }] }),
        plant("long", 23, { before: `import os\n${WIDE}`, after: WIDE }),
        plant("good", 24),
      ],
      { maxTokens: 2500 },
    );
    expect(reasonsOf(exported)).toEqual({
      bad: "not-good",
      unsure: "not-good",
      copied: "propagated",
      imported: "propagated",
      disputed: "disputed",
      unproved: "not-verified",
      half: "not-verified",
      eval: "eval-run",
      prompt: "prompt-unreadable",
      "new-file": "text-lost",
      elsewhere: "other-files",
      stale: "text-lost",
      long: "too-long",
    });
    expect(exported.rows.map(({ row }) => row.provenance.labelId)).toEqual(["good-l0"]);
  });

  it("leaves out code without consent, without a licence, or under another licence than asked for", async () => {
    const permission = { yes: ["MIT"], gpl: ["GPL-3.0-only"], dual: ["MIT", "GPL-3.0-only"], silent: [] };
    const planted = [...Object.keys(permission), "stranger"].map((name, at) =>
      plant(name, 30 + at, { repository: name }),
    );
    const of = (name: string) => ({
      consent: name in permission,
      licences: permission[name as keyof typeof permission] ?? [],
    });
    const all = await exportPlanted(planted, {}, { permissions: { licences: undefined, of } });
    expect(reasonsOf(all)).toEqual({ silent: "no-licence", stranger: "no-consent" });
    const mit = await exportPlanted(planted, {}, { permissions: { licences: ["mit"], of } });
    expect(reasonsOf(mit)).toEqual({
      silent: "no-licence",
      stranger: "no-consent",
      gpl: "licence-not-allowed",
      dual: "licence-not-allowed",
    });
    expect(mit.rows.map(({ row }) => row.provenance.licences)).toEqual([["MIT"]]);
  });

  it("finds the file of the prompt again: its line ends, tabs, and what a part of it does not show", async () => {
    const crlf = unusedImport(40, "\r\n");
    const tabbed = unusedImport(41);
    const long = unusedImport(42);
    const tail = Array.from({ length: 900 }, (_, at) => `value_${at} = ${at}\n`).join("");
    const open = unusedImport(43);
    const exported = await exportPlanted([
      plant("crlf", 40, { before: crlf.before, after: crlf.after }),
      plant("tabs", 41, {
        before: tabbed.before.replaceAll("    ", "\t"),
        after: tabbed.after.replaceAll("    ", "\t"),
      }),
      plant("long", 42, { before: long.before + tail, after: long.after + tail, contextTokens: 300 }),
      plant("open", 43, { before: open.before.trimEnd(), after: open.after.trimEnd(), path: "src/ö b.py" }),
    ]);
    expect(reasonsOf(exported)).toEqual({});
    const byLabel = new Map(exported.rows.map(({ row }) => [row.provenance.labelId, row]));
    expect(byLabel.get("crlf-l0")).toMatchObject({ before: crlf.before, after: crlf.after });
    expect(byLabel.get("tabs-l0")?.after).toBe(tabbed.after.replaceAll("    ", "\t"));
    expect(byLabel.get("long-l0")?.provenance.textFrom).toBe("prompt-excerpt");
    const read = mend({
      files: new Map([["src/m42.py", long.before + tail]]),
      reply: byLabel.get("long-l0")?.answer ?? "",
      path: "src/m42.py",
    });
    expect(read.outcome === "patched" && read.files.get("src/m42.py")).toBe(long.after + tail);
  });

  it("uses a file of the repository only if every line that the prompt shows stands in it", async () => {
    const { before, after } = unusedImport(50);
    const texts = async () => [
      { text: `# changed since\n${before}`, from: "file" as const },
      { text: before, from: "commit" as const },
    ];
    const { rows } = await exportPlanted([plant("moved", 50, { before, after })], {}, { texts });
    expect(rows[0]?.row.provenance.textFrom).toBe("commit");
  });

  it("writes each format so that it can be read back, one line a row", async () => {
    const planted = [plant("a", 60, { failedReply: "I would rather not." }), plant("b", 61, { failedReply: "{}" })];
    for (const format of ["openai-chat", "openai-preference", "jsonl"] as const) {
      const { rows } = await exportPlanted(planted, { format, weights: true });
      expect(rows).toHaveLength(2);
      for (const { line, row } of rows) {
        expect(line).not.toMatch(/[\n\r\u2028\ufeff]/);
        expect(readLine(line, format)).toMatchObject({ system: row.system, prompt: row.prompt, answer: row.answer });
      }
    }
    const [chat] = (await exportPlanted(planted, { weights: true })).rows;
    expect(
      JSON.parse(chat?.line ?? "").messages.map((message: { role: string; weight?: number }) => [
        message.role,
        message.weight,
      ]),
    ).toEqual([
      ["system", undefined],
      ["user", undefined],
      ["assistant", 1],
    ]);
  });
});

describe("other strategies", () => {
  it("holds whole batches with the numbers of their findings, and diffs of the baseline", async () => {
    const before = "import os\nimport re\nx = None\n\nif x == None:\n    pass\n";
    const after = "x = None\n\nif x is None:\n    pass\n";
    const rules = [
      { ruleId: "F401", line: 1, message: "os" },
      { ruleId: "F401", line: 2, message: "re" },
      { ruleId: "E711", line: 5, message: "None" },
    ];
    const diff = diffOf("src/m.py", before, after);
    const exported = await exportPlanted([
      plant("batch", 90, { before, after, rules, strategy: "batch", reply: "?", path: "src/n.py" }),
      plant("v1", 91, {
        before: `# top\n${before}`,
        after: `# top\n${after.replace("pass", "return")}`,
        strategy: "v1",
        path: "src/m.py",
        reply: "?",
      }),
      plant("v1-reply", 92, {
        before,
        after: after.replace("x", "y"),
        strategy: "v1",
        path: "src/m.py",
        reply: `Here:\n\`\`\`diff\n${diff.replace("+if x", "+if y")}\`\`\`\n`,
        attempt: { patch: diff.replace("+if x", "+if y") },
      }),
    ]);
    expect(reasonsOf(exported)).toEqual({});
    const [batch, v1, reply] = exported.rows.map(({ row }) => row);
    expect(JSON.parse(batch?.answer ?? "")).toMatchObject({
      edits: [
        { finding: [1, 2], startLine: 1, endLine: 2, replacement: "" },
        { finding: [3], startLine: 5, endLine: 5 },
      ],
      notFixed: [],
    });
    expect(v1?.answer).toMatch(/^diff --git a\/src\/m\.py/);
    expect(reply?.provenance.answerFrom).toBe("reply");
  });
});

describe("preference pairs", () => {
  const pairs = (planted: readonly Planted[]) => exportPlanted(planted, { format: "openai-preference" });

  it("prefers the verified answer to what a failed attempt of the same repair said to the same prompt", async () => {
    const { rows } = await pairs([plant("p", 70, { failedReply: '{"edits": [], "unfixable": "no"}' })]);
    expect(JSON.parse(rows[0]?.line ?? "")).toMatchObject({
      input: { messages: [{ role: "system" }, { role: "user" }], tools: [], parallel_tool_calls: true },
      preferred_output: [{ role: "assistant", content: rows[0]?.row.answer }],
      non_preferred_output: [{ role: "assistant", content: '{"edits": [], "unfixable": "no"}' }],
    });
    expect(rows[0]?.row.provenance).toMatchObject({ failedAttemptId: "p-a1", attemptId: "p-a2" });
  });

  it("prefers a person's correction to the reply that was corrected", async () => {
    const { before, after } = unusedImport(71);
    const other = before.replace(/^import \w+\n/, "import re\n");
    const { rows } = await pairs([
      plant("c", 71, {
        reply: JSON.stringify({
          edits: [
            { path: "src/m71.py", startLine: 1, endLine: 1, original: before.split("\n")[0], replacement: "import re" },
          ],
          explanation: "",
          unfixable: null,
        }),
        attempt: { patch: diffOf("src/m71.py", before, other) },
        labels: [{ value: "bad", correctedPatch: diffOf("src/m71.py", before, after) }],
      }),
    ]);
    expect(rows[0]?.row).toMatchObject({
      after,
      provenance: { failedAttemptId: "c-a1", answerFrom: "corrected-patch" },
    });
  });

  it("drops pairs that differ only in white space, and repairs without a failed attempt", async () => {
    const { before, after } = unusedImport(72);
    const same = replyOf("src/m72.py", before, after);
    const exported = await pairs([
      plant("words", 72, { failedReply: `${same}\n\n` }),
      plant("text", 73, {
        failedReply: `Sure!\n${replyOf("src/m73.py", unusedImport(73).before, unusedImport(73).after)}`,
      }),
      plant("none", 74),
    ]);
    expect(reasonsOf(exported)).toEqual({ words: "only-blanks", text: "only-blanks", none: "no-failed-attempt" });
  });
});
