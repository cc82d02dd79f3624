import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openPlayground } from "../pipeline/toy/repair.ts";
import { type ModelServer, startModelServer } from "../support/model-server.ts";
import { readRequest } from "../trace/support/otlp-schema.ts";
import { CANARY, configFor, leaks, right, runHere } from "./support/served.ts";

const playground = openPlayground();
let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
  server.plays(right);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  playground.remove();
});

interface Arrived {
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A collector that answers with a status, or never. */
async function collector(status: number | "never"): Promise<{ readonly url: string; readonly arrived: Arrived[] }> {
  const arrived: Arrived[] = [];
  const http = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += String(chunk);
    });
    request.on("end", () => {
      arrived.push({ path: request.url, headers: request.headers, body });
      if (status !== "never") response.writeHead(status).end("{}");
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    http.closeAllConnections();
    http.close();
  });
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, arrived };
}

const SECRET_HEADER = `x-collector-key=${CANARY}`;

async function run(endpoint: string) {
  const files = { "a.py": "def first():\n    return 'sunflower'\n", "b.py": "def second():\n    return 2\n" };
  playground.fill({ ...files, ".patchpro.toml": configFor(server) });
  return runHere(playground, ["--model", "compatible:m", "--sources", "model"], {
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_HEADERS: SECRET_HEADER,
  });
}

describe("a run with OTEL_EXPORTER_OTLP_ENDPOINT", () => {
  it("sends one trace for each repair, with the headers that were asked for and without content", async () => {
    const { url, arrived } = await collector(200);
    const told = await run(url);
    expect(told.kinds).toEqual(["accepted", "accepted"]);
    const requests = arrived.map(({ body }) => readRequest(JSON.parse(body)));
    const spans = requests.flatMap(({ resourceSpans }) =>
      resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
    );
    expect(spans.filter(({ name }) => name === "invoke_workflow patchpro.repair")).toHaveLength(2);
    expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(2);
    for (const { path, headers, body } of arrived) {
      expect(path).toBe("/v1/traces");
      expect(headers["x-collector-key"]).toBe(CANARY);
      expect(body).not.toMatch(/sunflower|Return what is asked for/);
      expect(body).not.toContain(CANARY);
    }
    expect(told.err).not.toContain("Traces are not exported");
  });

  it("that refuses is told of once, and the run is the same", async () => {
    const { url, arrived } = await collector(401);
    const told = await run(url);
    expect([told.code, ...told.kinds]).toEqual([0, "accepted", "accepted"]);
    expect(arrived.length).toBeGreaterThan(0);
    expect(told.err.match(/Traces are not exported: the collector answered 401/g)).toHaveLength(1);
    expect(leaks(playground, told)).toEqual([]);
  });

  it("that never answers is given up on, and the run is the same", { timeout: 60_000 }, async () => {
    const { url } = await collector("never");
    const told = await run(url);
    expect([told.code, ...told.kinds]).toEqual([0, "accepted", "accepted"]);
    expect(told.err).toContain("Traces are not exported: the collector is too slow");
  });

  it("that is no address is said so", async () => {
    const told = await run("not an address");
    expect([told.code, ...told.kinds]).toEqual([0, "accepted", "accepted"]);
    expect(told.err).toContain("OTEL_EXPORTER_OTLP_ENDPOINT is no http or https address");
  });
});
