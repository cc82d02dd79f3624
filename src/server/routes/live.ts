import type { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { LiveEvent } from "../api.ts";
import { changesIn } from "../changes.ts";
import type { ServerTools } from "../tools.ts";

const QUIET_AFTER_MS = 15_000;

/** Tells what is new while somebody listens. The store is looked at again and again: whoever writes it is another process. */
export function addLive(app: Hono, { store, clock, signal, pollMs, report }: ServerTools): void {
  app.get("/api/live", (c) => {
    // Nobody would ever read, nor leave.
    if (c.req.method === "HEAD") return c.body(null);
    return streamSSE(
      c,
      async (stream) => {
        const gone = new AbortController();
        stream.onAbort(() => gone.abort());
        const ended = AbortSignal.any([gone.signal, signal]);
        const send = ({ event, data }: LiveEvent): Promise<void> =>
          stream.writeSSE({ event, data: JSON.stringify(data) });
        const changes = changesIn(store, () => clock.now());
        let saidAt = clock.now();
        while (!ended.aborted) {
          const changed = await changes();
          if (changed) await send({ event: "changed", data: changed });
          else if (clock.now() - saidAt >= QUIET_AFTER_MS) await send({ event: "quiet", data: {} });
          else {
            await clock.sleep(pollMs, ended).catch(() => undefined);
            continue;
          }
          saidAt = clock.now();
        }
      },
      async (error) => report(error),
    );
  });
}
