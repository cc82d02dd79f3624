import { readFile } from "node:fs/promises";
import path from "node:path";
import type { TraceStore } from "../../../src/ports/store.ts";
import { createApp } from "../../../src/server/app.ts";
import { cameFromHere, listen } from "../../../src/server/listen.ts";
import type { ServerTools } from "../../../src/server/tools.ts";
import { NOW } from "./world.ts";

/** The real server over a store, with a built page. */
export async function realServer(store: TraceStore, built: string, more: Partial<ServerTools> = {}) {
  const ended = new AbortController();
  const bugs: unknown[] = [];
  const app = createApp({
    store,
    page: { read: async (name) => new Uint8Array(await readFile(path.join(built, name))) },
    clock: { now: () => NOW, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
    token: "t".repeat(43),
    about: { toolVersion: "0.1.0", repository: "shop", models: [], rater: "ada" },
    isLocal: cameFromHere,
    redact: (text) => text,
    report: (error) => bugs.push(error),
    signal: ended.signal,
    pollMs: 100,
    ...more,
  });
  const server = await listen(app, 0);
  return {
    url: `http://127.0.0.1:${server.port}/`,
    bugs,
    close: async () => {
      ended.abort();
      await server.close();
    },
  };
}
