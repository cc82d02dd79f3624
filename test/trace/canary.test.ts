import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { traceFilesIn } from "../../src/adapters/stores/files/write-files.ts";
import { openStore } from "../../src/adapters/stores/open.ts";
import { otlpExport } from "../../src/trace/otlp/export.ts";
import { createRecorder } from "../../src/trace/recorder.ts";
import { redactor } from "../../src/trace/redact.ts";
import { renderRepair } from "../../src/trace/render.ts";
import { NOW, twoRepairs } from "../stores/support/sample.ts";

const CANARIES = {
  known: "canary-in-a-plain-Env-value",
  token: "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
  random: "Zx8Qw3Er7Ty1Ui5Op9As2Df6Gh4Jk0LzXcVb",
};

describe("a secret that stands in code, prompt, reply, header and error", () => {
  const folders: string[] = [];
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

  it.each(Object.entries(CANARIES))("reaches no file, no row and no export (%s)", async (_, secret) => {
    const folder = await mkdtemp(join(tmpdir(), "patchpro-canary-"));
    folders.push(folder);
    const store = await openStore({ kind: "sqlite", file: join(folder, "traces.db") }, { now: () => NOW });
    const recorder = createRecorder({
      store,
      files: traceFilesIn(folder),
      redactor: redactor({ values: [CANARIES.known] }),
      clock: { now: () => NOW },
      place: { host: "h", pid: 1 },
      warn: (message) => {
        throw new Error(message);
      },
    });
    const script = twoRepairs();
    const [one] = script.repairs;
    const [first] = one?.attempts ?? [];
    if (!one || !first) throw new Error("no attempt");
    const quoted = `token = "${secret}"`;
    recorder.runStarted({ ...script.run, repository: `https://x:${secret}@example.com/shop`, branch: `b ${quoted}` });
    recorder.repairStarted({
      ...one.repair,
      findings: one.repair.findings.map((finding) => ({ ...finding, message: `flagged: ${quoted}` })),
    });
    recorder.attemptStarted({
      ...first.start,
      system: `system ${quoted}`,
      prompt: `code:\n${quoted}\n`,
      feedback: `last time: ${quoted}`,
    });
    // a killed run has written this much
    expect(await occurrences(folder, secret)).toEqual([]);
    recorder.attemptEnded(first.start.id, {
      ...first.end,
      reply: `sure: ${quoted}`,
      reason: `HTTP 401, Authorization: Bearer ${secret}`,
      patch: `--- a/x\n+++ b/x\n@@ -1 +1 @@\n-${quoted}\n+${quoted} \n`,
      answeredBy: `m ${quoted}`,
      finishReason: `f ${quoted}`,
      mended: [quoted],
      checks: [
        {
          name: "applies",
          status: "fail",
          ms: 1,
          detail: quoted,
          evidence: { id: quoted, headers: { authorization: `Bearer ${secret}` }, [quoted]: 1 },
        },
      ],
    });
    recorder.repairEnded(one.repair.id, { ...one.end, stopReason: `stopped: ${quoted}` });
    recorder.runEnded(script.run.id, { endedAt: NOW, status: "done" });
    await recorder.close();
    const label = await store.addLabel({ attemptId: first.start.id, value: "bad", rater: "ann" });
    expect(label.id).toBeDefined();

    expect(await occurrences(folder, secret)).toEqual([]);
    const rows: string[] = [];
    for await (const line of store.dump()) rows.push(JSON.stringify(line));
    expect(rows.join("\n")).toContain("[secret: ");
    expect(rows.join("\n")).not.toContain(secret);
    const trace = await store.repair(one.repair.id);
    if (!trace) throw new Error("no trace");
    expect(trace.attempts[0]?.redactions).toBeGreaterThan(8);
    expect(JSON.stringify(otlpExport([trace], { content: "full", dialect: "both" }))).not.toContain(secret);
    expect(renderRepair(trace, true)).not.toContain(secret);
    await store.close();
    expect(await occurrences(folder, secret)).toEqual([]);
  });
});

/** The files below a folder that hold the text as bytes, compressed texts aside (the dump shows those). */
async function occurrences(folder: string, text: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path, "latin1").catch(() => undefined);
    // the recorder goes on writing: a temporary file has its own name by now, and is looked at under that
    if (bytes === undefined) return occurrences(folder, text);
    // the search index holds words in small letters
    if (bytes.toLowerCase().includes(text.toLowerCase())) found.push(path);
  }
  return found;
}
