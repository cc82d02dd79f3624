import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openStore } from "../../src/adapters/stores/open.ts";
import type { AttemptEnd, AttemptStart, RepairRecord, RunRecord } from "../../src/domain/attempt.ts";
import type { TraceRecord } from "../../src/domain/trace.ts";
import type { TraceStore } from "../../src/ports/store.ts";
import type { Failure } from "../../src/server/api.ts";
import { createApp } from "../../src/server/app.ts";
import type { ServerTools } from "../../src/server/tools.ts";
import { redactor } from "../../src/trace/redact.ts";

export const NOW = Date.UTC(2026, 10, 22, 12);
export const TOKEN = "t".repeat(43);
export const HOST = "127.0.0.1:4317";

/** A store of its own for one test. `atEnd`: what is to be told how to take it away, for stores of several tests. */
export async function aStore(atEnd: (close: () => Promise<void>) => void = onTestFinished): Promise<TraceStore> {
  const folder = await mkdtemp(join(tmpdir(), "patchpro-server-"));
  const store = await openStore({ kind: "sqlite", file: join(folder, "traces.db") }, { now: () => NOW });
  atEnd(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return store;
}

const PAGE = new Map([
  ["index.html", '<!doctype html><html lang="en"><script defer src="./assets/page-1.js"></script></html>'],
  ["assets/page-1.js", "1;"],
  ["assets/page-1.css", "a{}"],
  ["icon.svg", "<svg/>"],
  ["odd name", "?"],
]);

/** A server over a store, with what it needs beside it made up. */
export function aServer(store: ServerTools["store"], more: Partial<ServerTools> = {}) {
  const bugs: unknown[] = [];
  const app = createApp({
    store,
    page: { read: async (name) => (PAGE.has(name) ? new TextEncoder().encode(PAGE.get(name)) : undefined) },
    clock: { now: () => NOW, sleep: (_, signal) => pause(5, signal) },
    token: TOKEN,
    about: { toolVersion: "1.2.3", repository: "shop", models: ["fake:small"], rater: "Ada" },
    isLocal: () => true,
    redact: (text) => redactor({ values: ["canary-secret"] }).text(text).text,
    report: (error) => bugs.push(error),
    signal: new AbortController().signal,
    pollMs: 5,
    ...more,
  });
  const ask = async (path: string, init: RequestInit = {}) =>
    app.request(`http://${HOST}${path}`, { ...init, headers: { host: HOST, ...headersOf(init) } });
  return {
    app,
    bugs,
    ask,
    get: async <Body extends object = Failure>(path: string) => readJson<Body>(await ask(path)),
    send: async <Body extends object = Failure>(method: "POST" | "DELETE", path: string, body?: unknown) =>
      readJson<Body>(
        await ask(path, {
          method,
          headers: { "x-patchpro-token": TOKEN, ...(method === "POST" && { "content-type": "application/json" }) },
          ...(method === "POST" && { body: JSON.stringify(body ?? {}) }),
        }),
      ),
  };
}

function headersOf({ headers }: RequestInit): Record<string, string> {
  return Object.fromEntries(new Headers(headers));
}

/** The server's answer, as its types say it is: that they are right is what tests of the routes show. */
async function readJson<Body extends object>(response: Response): Promise<{ status: number; body: Body }> {
  const body: Body = JSON.parse(await response.text());
  return { status: response.status, body };
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

const RULES = ["F401", "E711", "S324"];

/** Texts that stand in for those of a usual repair. */
export interface Texts {
  readonly path?: string;
  readonly message?: string;
  readonly prompt?: string;
  readonly reply?: string;
  readonly patch?: string;
  readonly reason?: string;
}

const RUN: RunRecord = {
  id: "run-1",
  kind: "local",
  repository: "shop",
  branch: "main",
  toolVersion: "1.2.3",
  startedAt: NOW,
};

/** The n-th of a run's repairs, from 0: every second one needs two attempts, every third ends rejected. */
export function repairRecords(n: number, texts: Texts = {}, open = false): TraceRecord[] {
  const id = `repair-${String(n).padStart(5, "0")}`;
  const rejected = n % 3 === 2;
  const path = texts.path ?? `src/part${n % 7}/file${n}.${n % 5 === 0 ? "ts" : "py"}`;
  const ruleId = RULES[n % RULES.length] ?? "";
  const finding = {
    id: `f${n}`,
    tool: n % 2 ? "ruff" : "eslint",
    ruleId,
    severity: "warning" as const,
    path,
    startLine: n + 1,
    endLine: n + 1,
    message: texts.message ?? `${ruleId} is the matter in ${n}`,
  };
  const repair: RepairRecord = {
    id,
    runId: RUN.id,
    strategy: "single",
    source: "model",
    path,
    fileType: path.split(".").at(-1) ?? "",
    fileLines: 10,
    findings: [finding],
    startedAt: NOW + n,
  };
  const attempts = open ? 1 : n % 2 ? 2 : 1;
  const records: TraceRecord[] = [{ kind: "repair", repair }];
  for (let number = 1; number <= attempts; number += 1) {
    const attempt: AttemptStart = {
      id: `${id}-a${number}`,
      repairId: id,
      runId: RUN.id,
      number,
      ...(number > 1 && { previousId: `${id}-a${number - 1}` }),
      model: number > 1 ? "fake:large" : "fake:small",
      promptName: "single",
      promptVersion: 1 + (n % 2),
      promptHash: "0".repeat(64),
      system: "You repair findings.",
      prompt: texts.prompt ?? `Repair number ${n}.`,
      startedAt: NOW + n + number,
    };
    records.push({ kind: "attempt", attempt, redactions: 0 });
    if (open) return records;
    const accepted = number === attempts && !rejected;
    const patch = texts.patch ?? `--- a/${path}\n+++ b/${path}\n@@ -1,1 +1,1 @@\n-old ${n}\n+new ${n}\n`;
    const reason = texts.reason ?? `the patch of ${n} does not apply`;
    const end: AttemptEnd = {
      endedAt: NOW + n + 50,
      outcome: accepted ? "accepted" : "rejected",
      ...(!accepted && { failedCheck: "applies", code: "APPLY_CONTEXT_MISMATCH", reason }),
      reply: texts.reply ?? `reply ${n}`,
      finishReason: "stop",
      answeredBy: "answerer",
      mended: [],
      patch,
      checks: [],
      promptTokens: 100 + n,
      completionTokens: 10,
      costMicroUsd: (n % 11) * 1000,
      latencyMs: 100 + ((n * 37) % 400),
      transportRetries: 0,
      replayed: false,
    };
    const facts = {
      checks: [],
      ...(!accepted && { signature: "the patch of NUM does not apply" }),
      patch: { normalHash: `${n}`.padStart(64, "0"), files: 1, added: 1 + (n % 20), deleted: 1 },
    };
    records.push({ kind: "attempt-ended", attempt, end, facts, redactions: 0 });
  }
  const status = rejected ? "rejected" : "accepted";
  records.push({
    kind: "repair-ended",
    repairId: id,
    end: {
      endedAt: NOW + n + 60,
      status,
      stopReason: rejected ? "attempts" : "accepted",
      closed: rejected ? [] : [`f${n}`],
    },
  });
  return records;
}

/** Writes the run and so many repairs. */
export async function fill(store: Pick<TraceStore, "write">, count: number, texts: Texts = {}): Promise<void> {
  const records: TraceRecord[] = [{ kind: "run", run: RUN, place: { host: "elsewhere", pid: 1 } }];
  for (let n = 0; n < count; n += 1) records.push(...repairRecords(n, texts));
  await store.write(records);
}
