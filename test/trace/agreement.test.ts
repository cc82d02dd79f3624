import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ScriptedRepair, scriptedRepairs, scriptedRun } from "../../bench/store/corpus.ts";
import { tracePath } from "../../src/adapters/stores/files/paths.ts";
import { traceFolder } from "../../src/adapters/stores/files/read-folder.ts";
import { traceFilesIn } from "../../src/adapters/stores/files/write-files.ts";
import { openStore } from "../../src/adapters/stores/open.ts";
import { EVERYTHING } from "../../src/domain/trace-query.ts";
import type { TraceStore } from "../../src/ports/store.ts";
import { otlpExport } from "../../src/trace/otlp/export.ts";
import type { KeyValue, Span } from "../../src/trace/otlp/protocol.ts";
import { createRecorder } from "../../src/trace/recorder.ts";
import { redactor } from "../../src/trace/redact.ts";

const REPAIRS = 1000;
const run = scriptedRun(1);

describe(`${REPAIRS} scripted repairs`, () => {
  let folder = "";
  let store: TraceStore;
  const script: ScriptedRepair[] = [...scriptedRepairs(run, REPAIRS, 7)];
  const attempts = script.flatMap((each) => each.attempts);
  const cost = attempts.reduce((sum, each) => sum + (each.end.costMicroUsd ?? 0), 0);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "patchpro-agree-"));
    store = await openStore({ kind: "sqlite", file: join(folder, "traces.db") }, { now: Date.now });
    const recorder = createRecorder({
      store,
      files: traceFilesIn(folder),
      redactor: redactor(),
      clock: { now: Date.now },
      place: { host: "h", pid: 0 },
      warn: (message) => {
        throw new Error(message);
      },
    });
    recorder.runStarted(run);
    for (const { repair, attempts: tries, end } of script) {
      recorder.repairStarted(repair);
      for (const attempt of tries) {
        recorder.attemptStarted(attempt.start);
        recorder.attemptEnded(attempt.start.id, attempt.end);
      }
      recorder.repairEnded(repair.id, end);
    }
    recorder.runEnded(run.id, { endedAt: run.startedAt + 5, status: "done" });
    await recorder.close();
  }, 120_000);
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("agree field by field between what was recorded, the store, the JSON files and the OTLP export", async () => {
    for (const { repair, attempts: tries, end } of script) {
      const trace = await store.repair(repair.id);
      if (!trace) throw new Error(`no ${repair.id}`);
      expect(trace.repair).toMatchObject({ ...repair, ...end });
      expect(trace.missing).toEqual([]);
      expect(trace.attempts).toHaveLength(tries.length);
      const chats = spans(otlpExport([trace], { content: "full", dialect: "both" })).filter((span) =>
        span.name.startsWith("chat "),
      );
      const owns = spans(otlpExport([trace])).filter((span) => span.name.startsWith("patchpro.attempt "));
      for (const [at, each] of tries.entries()) {
        const stored = trace.attempts[at];
        if (!stored) throw new Error("no attempt");
        expect(stored).toMatchObject({
          ...each.start,
          ...each.end,
          checks: each.end.checks.map((check) => ({ ...check })),
        });
        const file: unknown = JSON.parse(
          await readFile(tracePath(folder, { kind: "attempt", run, repair, attempt: stored }), "utf8"),
        );
        expect(file).toMatchObject({ schema_version: 1, run, repair });
        expect(file).toHaveProperty("attempt", JSON.parse(JSON.stringify(stored)));
        const chat = values(chats[at]?.attributes ?? []);
        expect(chat).toMatchObject({
          "gen_ai.usage.input_tokens": String(each.end.promptTokens),
          "gen_ai.usage.output_tokens": String(each.end.completionTokens),
          "gen_ai.response.model": each.end.answeredBy,
          "input.value": each.start.prompt,
          "output.value": each.end.reply,
          "llm.cost.total": (each.end.costMicroUsd ?? 0) / 1e6,
        });
        const own = values(owns[at]?.attributes ?? []);
        expect(own).toMatchObject({
          "patchpro.attempt.id": each.start.id,
          "patchpro.attempt.number": String(each.start.number),
          "patchpro.attempt.outcome": each.end.outcome,
          "patchpro.cost.usd": (each.end.costMicroUsd ?? 0) / 1e6,
        });
        expect(own["patchpro.attempt.code"]).toBe(each.end.code);
      }
    }
  }, 120_000);

  it("add up to the same costs for attempts, repairs, models, rules, days, views and the whole", async () => {
    const seen = await store.overview({});
    const sum = (list: readonly { readonly costMicroUsd: number }[]) =>
      list.reduce((all, each) => all + each.costMicroUsd, 0);
    expect(seen).toMatchObject({ repairs: REPAIRS, attempts: attempts.length, costMicroUsd: cost, unpriced: 0 });
    expect([sum(seen.byModel), sum(seen.byRule), sum(seen.days)]).toEqual([cost, cost, cost]);
    let [listed, after]: [number, string | undefined] = [0, undefined];
    do {
      const page = await store.listRepairs(EVERYTHING, { size: 500, ...(after !== undefined && { after }) });
      listed += sum(page.items);
      after = page.next;
    } while (after !== undefined);
    expect(listed).toBe(cost);
    for (const view of [
      "v_success_by_rule",
      "v_success_by_model",
      "v_success_by_prompt",
      "v_retry_yield",
      "v_tokens_by_day",
      "v_cost_per_accepted",
    ]) {
      const rows = await store.view(view);
      expect(
        rows.reduce((all, row) => all + Number(row.cost_micro_usd), 0),
        view,
      ).toBe(cost);
    }
    const accepted = script.filter((each) => each.end.status === "accepted").length;
    expect(seen.accepted).toMatchObject({ count: accepted, n: REPAIRS });
    expect(seen.wastedMicroUsd).toBe(
      script
        .filter((each) => each.end.status !== "accepted")
        .flatMap((each) => each.attempts)
        .reduce((all, each) => all + (each.end.costMicroUsd ?? 0), 0),
    );
  });

  it("can be read back from the JSON files alone to the same rows", async () => {
    const copy = await openStore({ kind: "sqlite", file: join(folder, "copy", "traces.db") }, { now: Date.now });
    expect(await copy.importFrom(traceFolder(folder))).toEqual({
      runs: 1,
      repairs: REPAIRS,
      attempts: attempts.length,
      labels: 0,
    });
    expect(await copy.fingerprint()).toBe(await store.fingerprint());
    expect(await copy.importFrom(store)).toEqual({ runs: 0, repairs: 0, attempts: 0, labels: 0 });
    await copy.close();
  }, 120_000);
});

function spans(request: ReturnType<typeof otlpExport>): Span[] {
  return request.resourceSpans.flatMap((each) => each.scopeSpans.flatMap((scope) => [...scope.spans]));
}

function values(attributes: readonly KeyValue[]): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}
