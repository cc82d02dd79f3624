import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openStore } from "../../../src/adapters/stores/open.ts";
import { EVERYTHING } from "../../../src/domain/trace-query.ts";
import { patchpro } from "../../e2e/support/cli.ts";
import { git, openPlayground } from "../../pipeline/toy/repair.ts";
import { startModelServer } from "../../support/model-server.ts";
import { wordsFrom } from "./support/labelled.ts";

const SECRET = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";

/** A module that compares with None, with CRLF; one of them holds a key. */
function moduleText(at: number): string {
  const word = wordsFrom(at + 1);
  const [name, value] = [`${word()}_${at}`, word()];
  const key = at === 3 ? [`    key = "${SECRET}"`] : [`    key = "${word()} ${word()}"`];
  const lines = [
    `def ${name}(${value}):`,
    ...key,
    `    if ${value} == None:`,
    `        return ${word()}(${value})`,
    "    return key",
  ];
  return lines.map((line) => `${line}\r\n`).join("");
}

it("exports what a run recorded and a person called good: proved again, with its commit, without the key", async () => {
  const playground = openPlayground();
  onTestFinished(() => playground.remove());
  const settings =
    '[analyzers.ruff]\nselect = ["E711"]\nflavour = "wasm"\n[dataset]\nconsent = true\nlicences = ["MIT"]\n';
  const modules = Array.from({ length: 12 }, (_, at) => [`src/m${at}.py`, moduleText(at)] as const);
  playground.fill({ ".patchpro.toml": `sources = ["model"]\n${settings}`, ...Object.fromEntries(modules) });
  git(playground.root, "add", "-A");
  git(playground.root, "commit", "-qm", "start");
  await using server = await startModelServer();
  server.plays(({ raw }) => {
    const at = Number(/src\/m(\d+)\.py/.exec(raw)?.[1]);
    const original = moduleText(at).split("\r\n")[2] ?? "";
    const edit = {
      path: `src/m${at}.py`,
      startLine: 3,
      endLine: 3,
      original,
      replacement: original.replace("==", "is"),
    };
    const reply = JSON.stringify({ edits: [edit], explanation: "Compares with is.", unfixable: null });
    // Every second model wraps its answer in prose, which has to be mended.
    return { does: "reply", text: at % 2 === 0 ? reply : `Sure:\n\`\`\`json\n${reply}\n\`\`\`` };
  });
  const env = { OPENAI_API_KEY: "sk-test-key-123456", OPENAI_BASE_URL: `${server.url}/v1` };
  const run = await patchpro(playground, ["run", "-q", "--model", "openai:gpt-5-mini"], { env });
  expect([run.code, run.out]).toEqual([0, expect.stringMatching(/12 patches in 12 files/)]);

  const store = await openStore(
    { kind: "sqlite", file: join(playground.root, ".patchpro/traces/traces.db") },
    { now: Date.now },
  );
  for (const { attempts } of (await store.listRepairs(EVERYTHING, { size: 100 })).items)
    for (const { id } of attempts) await store.addLabel({ attemptId: id, value: "good", rater: "ann" });
  await store.close();
  const told = await patchpro(playground, ["dataset", "export", "--format", "jsonl", "--prove", "--out", "out"], {
    env,
  });
  expect([told.err, told.code]).toEqual(["", 0]);
  expect(told.out).toMatch(/11 rows of 12 labelled attempts/);
  expect(told.out).toMatch(/Proved again: 11 of 11\n/);
  const text = readFileSync(join(playground.root, "out/train.jsonl"), "utf8");
  expect(text).not.toContain(SECRET);
  const commit = git(playground.root, "rev-parse", "HEAD").trim();
  for (const line of text.trimEnd().split("\n")) {
    const { provenance, before, path, answer } = JSON.parse(line);
    expect(provenance).toMatchObject({ commit, textFrom: "file", licences: ["MIT"] });
    expect(before).toBe(moduleText(Number(/\d+/.exec(path)?.[0])));
    expect(answer.startsWith("{")).toBe(true);
    expect(provenance.answerFrom).toBe(Number(/\d+/.exec(path)?.[0]) % 2 === 0 ? "reply" : "accepted-patch");
  }
});
