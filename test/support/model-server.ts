import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { bodyOf, errorBodyOf, type SaidReply, type Wire, type WireUsage, wireOf } from "./model-wire.ts";

/** What the server does with one request. */
export type Turn =
  | ({ readonly does: "reply" } & ReplyTurn)
  | {
      readonly does: "fail";
      readonly status: number;
      readonly message?: string;
      readonly headers?: Record<string, string>;
    }
  | {
      readonly does: "send";
      readonly status: number;
      readonly contentType: string;
      readonly body: string;
      readonly headers?: Record<string, string>;
    }
  /** Takes the request and never answers. */
  | { readonly does: "hang" }
  /** Closes the connection before any answer. */
  | { readonly does: "drop" }
  /** Sends half a body, then nothing, without closing. */
  | { readonly does: "stall" }
  /** Closes the connection in the middle of a body. */
  | { readonly does: "cut" };

interface ReplyTurn {
  readonly text: string;
  readonly finish?: SaidReply["finish"];
  readonly usage?: WireUsage | "missing";
  readonly delayMs?: number;
  /** Sends the body byte by byte, so that characters are split over chunks. */
  readonly inBytes?: boolean;
  readonly contentType?: string;
  /** Answers in text although a tool was offered. */
  readonly ignoresTools?: boolean;
}

/** A request as it arrived. */
interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Record<string, unknown>;
  readonly raw: string;
}

export interface ModelServer extends AsyncDisposable {
  /** Without a path. */
  readonly url: string;
  readonly seen: readonly Seen[];
  /** Answers the next requests with these turns in order; the last one is repeated. A function looks at the request first. */
  plays(...turns: readonly (Turn | ((seen: Seen) => Turn))[]): void;
}

export const PLAIN_USAGE: WireUsage = { input: 100, cached: 40, output: 20, reasoning: 5 };

/** A server on a free port of this machine that speaks the four real wire formats. `await using` closes it. */
export async function startModelServer(): Promise<ModelServer> {
  const seen: Seen[] = [];
  let turns: readonly (Turn | ((seen: Seen) => Turn))[] = [{ does: "reply", text: "hello" }];
  let played = 0;

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const raw = Buffer.concat(chunks).toString("utf8");
      const body: unknown = raw === "" ? {} : JSON.parse(raw);
      const arrived = {
        method: request.method ?? "",
        path: request.url ?? "",
        headers: request.headers,
        body: recordOf(body),
        raw,
      };
      seen.push(arrived);
      const next = turns[Math.min(played, turns.length - 1)];
      played += 1;
      const turn = typeof next === "function" ? next(arrived) : next;
      if (turn !== undefined) play(turn, arrived, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    plays(...next) {
      turns = next;
      played = 0;
    },
    [Symbol.asyncDispose]() {
      server.closeAllConnections();
      return new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

function play(turn: Turn, seen: Seen, response: ServerResponse): void {
  const wire = wireOf(seen.path.replace(/\?.*/, "")) ?? "chat";
  switch (turn.does) {
    case "hang":
      return;
    case "drop":
      response.destroy();
      return;
    case "stall":
      response.writeHead(200, { "content-type": "application/json", "content-length": "5000" });
      response.write('{"id":"c1","choices":[{"index":0,"mess');
      return;
    case "cut":
      response.writeHead(200, { "content-type": "application/json", "content-length": "5000" });
      response.write('{"id":"c1","choices":[{"index":0,"mess', () => response.destroy());
      return;
    case "send":
      response.writeHead(turn.status, { "content-type": turn.contentType, ...turn.headers });
      response.end(turn.body);
      return;
    case "fail":
      response.writeHead(turn.status, { "content-type": "application/json", ...turn.headers });
      response.end(JSON.stringify(errorBodyOf(wire, turn.status, turn.message ?? `status ${turn.status}`)));
      return;
    case "reply":
      setTimeout(() => reply(turn, wire, seen, response), turn.delayMs ?? 0);
  }
}

function reply(turn: ReplyTurn, wire: Wire, seen: Seen, response: ServerResponse): void {
  const tool = turn.ignoresTools === true ? undefined : toolIn(seen.body);
  const said: SaidReply = {
    text: turn.text,
    finish: turn.finish ?? (tool === undefined ? "stop" : "tool"),
    usage: turn.usage === "missing" ? undefined : (turn.usage ?? PLAIN_USAGE),
    model: typeof seen.body.model === "string" ? seen.body.model : "gemini-served",
    tool: turn.finish === undefined ? tool : undefined,
  };
  response.writeHead(200, { "content-type": turn.contentType ?? "application/json" });
  const bytes = Buffer.from(JSON.stringify(bodyOf(wire, said)));
  if (turn.inBytes === true) for (const byte of bytes) response.write(Buffer.of(byte));
  response.end(turn.inBytes === true ? undefined : bytes);
}

/** The name of the first tool that a request offers, in any of the four formats. */
function toolIn(body: Record<string, unknown>): string | undefined {
  return /"(?:tools|functionDeclarations)":\[?.*?"name":"(\w+)"/.exec(JSON.stringify(pick(body)))?.[1];
}

function pick({ tools }: Record<string, unknown>): Record<string, unknown> {
  return tools === undefined ? {} : { tools };
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
