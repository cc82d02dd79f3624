import { describe, expect, it } from "vitest";
import { HeldOutIndex } from "../../../src/eval/datasets/held-out.ts";
import { heldOutCases, heldOutSynthetic } from "../../../src/eval/datasets/held-out-sources.ts";
import { NearTexts } from "../../../src/eval/near/near-texts.ts";
import { jaccard, shinglesOf } from "../../../src/eval/near/shingles.ts";
import { exportPlanted, reasonsOf } from "./support/exporting.ts";
import { type Planted, unusedImport, wordsFrom } from "./support/labelled.ts";

function plant(id: string, seed: number, more: Partial<Planted> = {}): Planted {
  const { before, after } = unusedImport(seed);
  return { id, repository: "shop", path: `src/m${seed}.py`, before, after, ...more };
}

/** Adds a line to the prompt's last line, as a trace of another PatchPro might hold it. */
async function withText(id: string, seed: number, text: string): Promise<Planted> {
  const { labelledRepair } = await import("./support/labelled.ts");
  const made = await labelledRepair(plant(id, seed));
  return plant(id, seed, { attempt: { prompt: `${made.trace.attempts[0]?.prompt}\n${text}` } });
}

const b64 = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj";

describe("secrets", () => {
  it("drop the row, whatever kind they are and in whichever text they stand, and are never quoted", async () => {
    const secrets: Record<string, string> = {
      "aws-key-id": "AKIAQYLPMN5HHHFPZAM2",
      "github-token": "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
      "openai-key": "sk-proj-Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MGFi",
      jwt: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
      "private-key": `-----BEGIN PRIVATE KEY-----\n${b64}\n-----END PRIVATE KEY-----`,
      assignment: 'db_password = "Tr0ub4dor&3xQ"',
      "address-password": "postgres://app:s3cr3tW0rd9@db.internal/app",
      known: "hunter2-is-my-password",
    };
    const planted = await Promise.all(Object.values(secrets).map((text, at) => withText(`s${at}`, 100 + at, text)));
    const inReply = plant("in-reply", 120, { reply: `{"edits": [], "explanation": "[secret: github-token]"}` });
    const inPatch = plant("in-file", 121);
    const key = "AKIAQYLPMN5HHHFPZAM2";
    const hidden = { before: `${inPatch.before}# ${key}\n`, after: `${inPatch.after}# ${key}\n` };
    const texts = async () => [{ text: hidden.before, from: "file" as const }];
    const exported = await exportPlanted([...planted, plant("clean", 122)]);
    expect(exported.refused.map(({ reason }) => reason)).toEqual(Object.keys(secrets).map(() => "secret"));
    expect(exported.refused.map(({ detail }) => detail)).toEqual(Object.keys(secrets));
    expect(exported.rows).toHaveLength(1);
    for (const secret of Object.values(secrets)) expect(JSON.stringify(exported.refused)).not.toContain(secret);
    const other = await exportPlanted(
      [{ ...inPatch, ...hidden, attempt: {} }, inReply],
      { format: "jsonl" },
      { texts },
    );
    expect(other.rows.map(({ line }) => line.includes(key))).not.toContain(true);
  });

  it("that the recorder took out drop the row too", async () => {
    const exported = await exportPlanted([await withText("r", 130, "token = [secret: github-token]")]);
    expect(exported.refused[0]).toMatchObject({
      reason: "secret",
      detail: "github-token (taken out when it was recorded)",
    });
  });
});

describe("near-duplicates", () => {
  it("keep the first label's row: equal changes elsewhere, and changes that share more than 0.8 of their runs", async () => {
    const first = unusedImport(200);
    const moved = { before: `# moved\n${first.before}`, after: `# moved\n${first.after}` };
    const body = (name: string, value: string) =>
      ["x", "y", "z", "u", "v"].map((each) => `    ${each}_total = compute(${each}, ${each}_rate, factor)\n`).join("") +
      `    ${name} = ${value}\n`;
    const near = (value: string) => ({ before: `import os\n${body("flag", value)}`, after: `${body("flag", value)}` });
    const changed = (value: string) => {
      const { before } = near(value);
      return { before, after: before.replace("import os\n", "import re\n").replace("compute(x", "compute_all(x") };
    };
    const exported = await exportPlanted([
      plant("a", 200),
      plant("b", 200, { ...moved, path: "src/copy.py", repository: "other" }),
      plant("c", 201, changed("1")),
      plant("d", 202, {
        ...changed("1"),
        after: changed("1").after.replace("    z_total", "    z_Total"),
        repository: "other",
      }),
      plant("e", 203),
    ]);
    expect(reasonsOf(exported)).toEqual({ b: "duplicate" });
    expect(exported.refused[0]?.detail).toBe("the same change as attempt a-a1");
  });

  it("are found by MinHash exactly where the true similarity is above the bound", () => {
    const texts = Array.from({ length: 60 }, (_, at) => {
      const word = wordsFrom(at);
      return Array.from({ length: 80 }, word);
    });
    const near = new NearTexts<number>();
    for (const [at, words] of texts.entries()) near.add(at, words.join(" "));
    for (const [at, words] of texts.entries()) {
      for (const replaced of [0, 1, 2, 3, 8]) {
        const other = words.map((word, index) => (index % 80 < replaced ? `${word}x` : word)).join(" ");
        const similarity = jaccard(shinglesOf(words.join(" ")), shinglesOf(other));
        const found = near.find(other);
        expect([found?.name, found?.similarity]).toEqual(similarity > 0.8 ? [at, similarity] : [undefined, undefined]);
      }
    }
  });

  it("do not count blanks and line ends", () => {
    expect(jaccard(shinglesOf("a = f(b)\n  c = d"), shinglesOf("a=f(b)\r\nc  =  d"))).toBe(1);
    expect(jaccard(shinglesOf(""), shinglesOf(""))).toBe(0);
  });
});

describe("leaks", () => {
  const folder = (files: Record<string, string>) => ({
    list: async () => Object.keys(files),
    read: async (path: string) =>
      files[path] === undefined ? undefined : { text: files[path], encoding: "utf8" as const },
  });

  it("of eval cases, synthetic findings and labelled attempts are dropped, each with its source", async () => {
    const index = new HeldOutIndex();
    const sameFile = unusedImport(300);
    const sameFix = unusedImport(301);
    const synthetic = unusedImport(302);
    const held = await heldOutCases(
      folder({
        "cases/file/case.json": "{}",
        "cases/file/before/src/x.py": `${sameFile.before.replace("return", "yield")}`,
        "cases/fix/before/a.py": `"""Doc."""\n${sameFix.before}`,
        "cases/fix/after/a.py": `"""Doc."""\n${sameFix.after}`,
      }),
    );
    for (const one of held) index.add(one);
    const line = {
      id: "S1",
      rule: "F401",
      path: "g.py",
      before: synthetic.before,
      after: synthetic.after,
      finding: { id: "id" },
    };
    const read = heldOutSynthetic(JSON.stringify(line));
    if (read) index.add(read);
    index.add({ name: "calibration labels", attemptId: "labelled-a1", findingIds: ["sibling-f0"], patchHash: "none" });
    const exported = await exportPlanted(
      [
        plant("file", 300),
        plant("fix", 301),
        plant("synthetic", 302),
        plant("labelled", 303),
        plant("sibling", 304),
        plant("clean", 305),
      ],
      {},
      { heldOut: index },
    );
    expect(exported.rows.map(({ row }) => row.provenance.labelId)).toEqual(["clean-l0"]);
    expect(Object.fromEntries(exported.refused.map(({ attemptId, detail }) => [attemptId, detail]))).toMatchObject({
      "file-a1": expect.stringMatching(/% the same file as case cases\/file$/),
      "fix-a1": "the same change is held out: case cases/fix",
      "synthetic-a1": "the same change is held out: synthetic finding S1",
      "labelled-a1": "the attempt is held out: calibration labels",
      "sibling-a1": "the finding is held out: calibration labels",
    });
  });

  it("are read from no line that is not a synthetic finding", () => {
    expect(heldOutSynthetic("not json")).toBeUndefined();
    expect(heldOutSynthetic('{"id": 1}')).toBeUndefined();
  });
});
