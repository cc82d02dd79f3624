import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openStore } from "../../../src/adapters/stores/open.ts";
import { applySections } from "../../../src/eval/datasets/apply-patch.ts";
import { manifestSchema } from "../../../src/eval/datasets/manifest.ts";
import { patchSections } from "../../../src/eval/datasets/patch-sections.ts";
import { mend } from "../../../src/patch/mend/mend.ts";
import { patchpro, type Told } from "../../e2e/support/cli.ts";
import { openPlayground, type Playground, writeFiles } from "../../pipeline/toy/repair.ts";
import { NOW, type Planted, unusedImport } from "./support/labelled.ts";
import { plantIn } from "./support/store.ts";

const ROWS = 1000;
/** Rows of the repository that the command runs in: these are proved again by the embedded Ruff. */
const HERE = 60;
const KEY = "AKIAQYLPMN5HHHFPZAM2";

const lineSchema = z.looseObject({
  answer: z.string(),
  path: z.string(),
  before: z.string(),
  after: z.string(),
  patch: z.string(),
  split: z.string(),
  provenance: z.looseObject({ repository: z.string() }),
});

/** A key beside the finding, so that the patch quotes it: the prompt hides it, but traces of elsewhere may not be redacted. */
const withKey = (text: string): string => text.replace(/^def /m, `# ${KEY}\ndef `).replace("\n\n\n#", "\n#");

function planted(here: string): Planted[] {
  const clean = Array.from({ length: ROWS }, (_, at): Planted => {
    const { before, after } = unusedImport(at, at % 10 === 3 ? "\r\n" : "\n");
    const repository = at < HERE ? here : `elsewhere-${at % 24}`;
    const isMended = at % 4 === 1;
    return {
      id: `row-${String(at).padStart(4, "0")}`,
      repository,
      path: `src/m${at}.py`,
      before,
      after,
      ...(isMended && { reply: "see above", attempt: { mended: ["json-mended"] } }),
    };
  });
  const harm = Array.from({ length: 10 }, (_, at): Planted[] => {
    const [secret, leak, copy] = [unusedImport(5000 + at), unusedImport(6000 + at), unusedImport(at)];
    const above = (text: string) => `"""Module ${at}."""\n${text}`;
    return [
      {
        id: `secret-${at}`,
        repository: "elsewhere-1",
        path: `s${at}.py`,
        before: withKey(secret.before),
        after: withKey(secret.after),
      },
      { id: `leak-${at}`, repository: "elsewhere-2", path: `l${at}.py`, ...leak },
      {
        id: `zz-copy-${at}`,
        repository: "elsewhere-3",
        path: `c${at}.py`,
        before: above(copy.before),
        after: above(copy.after),
        reply: "see above",
      },
    ];
  }).flat();
  return [...clean, ...harm];
}

describe("an export of a thousand rows", () => {
  let playground: Playground;
  let told: Told;
  const read = (name: string): string => readFileSync(join(playground.root, "out", name), "utf8");
  const rows = () =>
    ["train.jsonl", "validation.jsonl"].flatMap((name) =>
      read(name)
        .split("\n")
        .slice(0, -1)
        .map((line) => lineSchema.parse(JSON.parse(line))),
    );

  beforeAll(async () => {
    playground = openPlayground();
    const here = basename(playground.root);
    const others = Array.from(
      { length: 24 },
      (_, at) => `[dataset.repositories.elsewhere-${at}]\nconsent = true\nlicences = ["Apache-2.0"]\n`,
    );
    playground.fill({
      ".patchpro.toml": `[analyzers.ruff]\nflavour = "wasm"\nselect = ["F401"]\n[dataset]\nconsent = true\nlicences = ["MIT"]\n${others.join("")}`,
      "src/keep.py": "x = 1\n",
    });
    for (let at = 0; at < 10; at += 1)
      writeFiles(playground.root, { [`evals/cases/unused-${at}/before/a.py`]: unusedImport(6000 + at).before });
    const store = await openStore(
      { kind: "sqlite", file: join(playground.root, ".patchpro", "traces", "traces.db") },
      { now: () => NOW },
    );
    await plantIn(store, planted(here));
    await store.close();
    told = await patchpro(playground, ["dataset", "export", "--format", "jsonl", "--out", "out"]);
  });
  afterAll(() => playground.remove());

  it("writes all of them, and nothing that was planted", () => {
    expect([told.err, told.code]).toEqual(["", 0]);
    expect(rows()).toHaveLength(ROWS);
    const manifest = manifestSchema.parse(JSON.parse(read("manifest.json")));
    expect(manifest.refused).toEqual({ secret: 10, leak: 10, duplicate: 10 });
    expect(manifest.considered).toBe(ROWS + 30);
    for (const name of readdirSync(join(playground.root, "out"))) expect(read(name)).not.toContain(KEY);
  });

  it("every patch and every answer of it gives the accepted text when it is applied again", () => {
    for (const { answer, path, before, after, patch } of rows()) {
      expect(applySections(before, patchSections(patch) ?? [])).toBe(after);
      const read = mend({ files: new Map([[path, before]]), reply: answer, path });
      expect(read.outcome === "patched" && read.files.get(path)).toBe(after);
    }
  });

  it("proves the rows of its own repository again, and says why not the others", () => {
    expect(manifestSchema.parse(JSON.parse(read("manifest.json"))).proved).toEqual({
      again: HERE,
      notTried: { "it is of another repository": ROWS - HERE },
    });
  });

  it("holds UTF-8 with LF and no byte-order mark, with the hashes that the manifest states", () => {
    const { files } = manifestSchema.parse(JSON.parse(read("manifest.json")));
    expect(files.map(({ name }) => name)).toEqual(["train.jsonl", "validation.jsonl", "refused.jsonl"]);
    for (const { name, sha256, bytes, rows: count } of files) {
      const content = readFileSync(join(playground.root, "out", name));
      expect([createHash("sha256").update(content).digest("hex"), content.length]).toEqual([sha256, bytes]);
      expect(content.toString("utf8")).not.toMatch(/\r|^\ufeff/);
      expect(content.toString("utf8").split("\n").length - 1).toBe(count);
    }
  });

  it("puts no repository on both sides", () => {
    const sides = Map.groupBy(rows(), ({ split }) => split);
    const names = (side: string) => new Set(sides.get(side)?.map(({ provenance }) => provenance.repository));
    expect([...names("train")].filter((name) => names("validation").has(name))).toEqual([]);
    expect(names("validation").size).toBeGreaterThan(0);
  });

  it("is the same version when it is exported again: nothing is written, nothing is counted twice", async () => {
    const again = await patchpro(playground, ["dataset", "export", "--format", "jsonl", "--out", "out"]);
    expect(again.out).toMatch(/The same as repairs version 1/);
    const list = await patchpro(playground, ["dataset", "list", "--json"]);
    expect(JSON.parse(list.out).datasets).toMatchObject([{ version: 1, rows: ROWS, format: "jsonl" }]);
  });

  it("leaves nothing behind when it is interrupted, or when too few rows are left", async () => {
    const stop = AbortSignal.abort(new Error("interrupted"));
    const interrupted = await patchpro(playground, ["dataset", "export", "--no-prove", "--out", "half"], {
      signal: stop,
    });
    expect(interrupted.code).not.toBe(0);
    const few = await patchpro(playground, [
      "dataset",
      "export",
      "--no-prove",
      "--query",
      "path:m1.py",
      "--out",
      "half",
    ]);
    expect([few.code, few.err]).toEqual([2, expect.stringMatching(/rows are left to train on/)]);
    expect(readdirSync(playground.root).filter((name) => name.startsWith("half"))).toEqual([]);
  });

  it("refuses a folder that holds something else", async () => {
    const used = await patchpro(playground, ["dataset", "export", "--no-prove", "--out", "src"]);
    expect([used.code, used.err]).toEqual([2, expect.stringMatching(/not an empty folder/)]);
    expect(existsSync(join(playground.root, "src", "keep.py"))).toBe(true);
  });
});
