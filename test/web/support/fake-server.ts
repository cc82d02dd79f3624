import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import path from "node:path";
import type { Label } from "../../../src/domain/label.ts";
import type {
  BundleIndex,
  BundleRepairs,
  BundleRow,
  BundleRows,
  ConfigAnswer,
  CorrectAnswer,
  LabelBody,
  PlaygroundAnswer,
  RepairAnswer,
} from "../../../src/server/api.ts";
import { factsOf } from "../../../src/server/bundle/facts.ts";
import { openBundle } from "../../../src/server/bundle/reader.ts";
import { NOW, overviewOf, rowOf } from "./world.ts";

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};
const TOKEN = "a-token";

export interface FakeServer {
  readonly url: string;
  readonly labels: readonly (LabelBody & { readonly id: string })[];
  /** Current labels: one for each attempt and rater. */
  current(): ReadonlyMap<string, Label["value"]>;
  /** Stops answering as a killed server does, and comes back at the same port. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** The page's files and an API over made-up repairs, in memory. GETs are answered as a bundle answers them. */
export async function fakeServer(repairs: readonly RepairAnswer[], page: string): Promise<FakeServer> {
  const labels: (LabelBody & { readonly id: string; undone?: boolean })[] = [];
  const leased = new Set<string>();
  const reader = openBundle(loaderOf(repairs), () => NOW);
  const send = (response: ServerResponse, status: number, body: unknown): void => {
    response.writeHead(status, { "content-type": "application/json", "content-security-policy": POLICY });
    response.end(JSON.stringify(body));
  };
  const live = new Set(labels);
  const current = (): Map<string, Label["value"]> =>
    new Map([...labels].filter(({ undone }) => !undone).map(({ attemptId, value }) => [attemptId, value]));
  const queue = (): unknown => {
    const done = current();
    const items = repairs
      .filter(({ repair }) => repair.status === "accepted")
      .flatMap(({ repair, attempts }) =>
        attempts.filter(({ outcome }) => outcome === "accepted").map((attempt) => ({ repair, attempt })),
      )
      .filter(({ attempt }) => !done.has(attempt.id))
      .sort((a, b) => Number(leased.has(b.attempt.id)) - Number(leased.has(a.attempt.id)))
      .slice(0, 20)
      .map(({ repair, attempt }) => ({
        attemptId: attempt.id,
        repairId: repair.id,
        ruleId: repair.findings[0]?.ruleId ?? "",
        path: repair.path,
        changedLines: 4,
        duplicates: [attempt.id],
        leasedUntil: NOW + 600_000,
      }));
    for (const { attemptId } of items) leased.add(attemptId);
    return { items, problems: [] };
  };
  const post = (pathname: string, body: unknown): unknown => {
    if (pathname === "/api/queue") return queue();
    if (pathname === "/api/labels")
      return { results: (body as { labels: LabelBody[] }).labels.map((label) => ({ ok: true, label: keep(label) })) };
    const undo = /^\/api\/labels\/(.+)\/undo$/.exec(pathname)?.[1];
    const undone = labels.find((label) => label.id === undo);
    if (undone) undone.undone = true;
    if (undo !== undefined) return { undone: undone !== undefined };
    if (pathname === "/api/correct") return corrected();
    if (pathname === "/api/playground") return played(repairs);
    if (pathname === "/api/views") return { view: { id: "v1", ...(body as object) } };
    return {};
  };
  const keep = (body: LabelBody): Label => {
    const same = labels.find(
      (label) => label.attemptId === body.attemptId && label.shownAt === body.shownAt && label.rater === body.rater,
    );
    const kept = same ?? { ...body, id: `L${labels.length}` };
    if (!same) labels.push(kept);
    live.add(kept);
    return {
      id: kept.id,
      attemptId: body.attemptId,
      value: body.value,
      rater: body.rater,
      criterion: "overall",
      decidedAt: NOW,
      origin: "human",
    };
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, search } = new URL(request.url ?? "/", "http://fake");
    if (!pathname.startsWith("/api/")) return file(page, pathname, response);
    if (pathname === "/api/live") return stream(response, repairs);
    if (request.method !== "GET") {
      const text = await bodyOf(request);
      if (request.headers["x-patchpro-token"] !== TOKEN)
        return send(response, 403, {
          error: {
            code: "token",
            message: "The token is missing.",
            hint: "Open the address that patchpro ui printed.",
          },
        });
      return send(response, 200, request.method === "DELETE" ? { deleted: true } : post(pathname, JSON.parse(text)));
    }
    const attemptId = /^\/api\/attempts\/(.+)\/files$/.exec(pathname)?.[1];
    if (attemptId !== undefined)
      return send(response, 200, {
        files: [{ path: "src/billing/views_0.py", before: FILE, after: FILE.replace("== None", "is None") }],
      });
    const found = await reader.get(pathname + search);
    send(response, "error" in found ? 404 : 200, found);
  };
  let server: Server;
  let port = 0;
  const start = async (): Promise<void> => {
    server = createServer((request, response) => {
      answer(request, response).catch((error: unknown) =>
        send(response, 500, { error: { code: "bug", message: String(error), hint: "" } }),
      );
    });
    const { promise, resolve } = Promise.withResolvers<void>();
    server.listen(port, "127.0.0.1", () => resolve());
    await promise;
    const place = server.address();
    if (place !== null && typeof place === "object") port = place.port;
  };
  const stop = async (): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    server.close(() => resolve());
    server.closeAllConnections();
    await promise;
  };
  await start();
  return { url: `http://127.0.0.1:${port}/#token=${TOKEN}`, labels, current, start, stop, close: stop };
}

/** What `data/*.js` of a bundle hold. */
export function loaderOf(
  repairs: readonly RepairAnswer[],
  changed: Partial<ConfigAnswer> = {},
): <Value>(name: string) => Promise<Value> {
  const config: ConfigAnswer = {
    toolVersion: "0.1.0",
    repository: "shop",
    readOnly: false,
    token: true,
    models: ["ollama:qwen3-coder", "openai:gpt-5-mini"],
    can: { label: true, correct: true, playground: true, live: true, work: false },
    rater: "ada",
    ...changed,
  };
  const index: BundleIndex = {
    version: 1,
    madeAt: NOW,
    config,
    overview: overviewOf(repairs),
    views: [],
    pace: [],
    repairs: repairs.length,
    rowFiles: 1,
  };
  const rows: BundleRows = {
    rows: repairs.map(
      (each): BundleRow => ({ row: rowOf(each), facts: factsOf(each, (rule) => rule.replace(/\d+$/, "")), file: 0 }),
    ),
  };
  const whole: BundleRepairs = Object.fromEntries(repairs.map((each) => [each.repair.id, each]));
  const files: Readonly<Record<string, unknown>> = { index, "rows-0": rows, "repairs-0": whole };
  return async <Value>(name: string) => files[name] as Value;
}

async function file(page: string, pathname: string, response: ServerResponse): Promise<void> {
  const name = pathname === "/" ? "index.html" : pathname.slice(1);
  const bytes = await readFile(path.join(page, name)).catch(() => undefined);
  response.writeHead(bytes ? 200 : 404, {
    "content-type": TYPES[path.extname(name)] ?? "application/octet-stream",
    "content-security-policy": POLICY,
  });
  response.end(bytes);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString("utf8");
}

function stream(response: ServerResponse, repairs: readonly RepairAnswer[]): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const rows = repairs.slice(0, 30).map(rowOf);
  const run =
    rows.length === 0
      ? undefined
      : { runId: "R", repairs: 80, ended: 41, accepted: 30, attempts: 66, costMicroUsd: 91_000 };
  response.write(`event: changed\ndata: ${JSON.stringify({ rows, run })}\n\n`);
}

const FILE = Array.from({ length: 40 }, (_, n) =>
  n === 11 ? "    if since == None:" : `    value_${n} = compute(${n})`,
).join("\n");

const corrected = (): CorrectAnswer => ({
  proved: true,
  checks: [{ name: "applies", status: "pass", ms: 3, detail: "git apply accepted the diff." }],
  patch: "",
  label: undefined,
});

function played(repairs: readonly RepairAnswer[]): PlaygroundAnswer {
  const attempt = repairs[0]?.attempts[0];
  return {
    proved: true,
    checks: [{ name: "applies", status: "pass", ms: 3, detail: "git apply accepted the diff." }],
    patch: attempt?.patch,
    reply: {
      ok: true,
      model: "qwen3-coder",
      text: attempt?.reply,
      reason: undefined,
      finishReason: "stop",
      promptTokens: 1900,
      completionTokens: 140,
      costMicroUsd: 0,
      latencyMs: 2100,
    },
    unreadable: undefined,
  };
}
