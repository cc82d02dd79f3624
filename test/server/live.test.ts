import { describe, expect, it } from "vitest";
import type { TraceStore } from "../../src/ports/store.ts";
import type { LiveEvent } from "../../src/server/api.ts";
import { aServer, aStore, fill, NOW, repairRecords } from "./support.ts";

/** The events of a stream, one by one. */
async function* eventsOf(response: Response): AsyncGenerator<LiveEvent> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const [, event = "", data = ""] = /^event: (.*)\ndata: (.*)$/m.exec(text.slice(0, end)) ?? [];
      const parsed: LiveEvent = JSON.parse(`{"event":${JSON.stringify(event)},"data":${data}}`);
      yield parsed;
      text = text.slice(end + 2);
    }
  }
}

async function listening(store: TraceStore, more: Parameters<typeof aServer>[1] = {}) {
  const { ask } = aServer(store, more);
  const response = await ask("/api/live");
  const events = eventsOf(response);
  const next = async (): Promise<LiveEvent | undefined> => (await events.next()).value ?? undefined;
  return { response, next, leave: () => events.return(undefined) };
}

describe("the live view", () => {
  it("begins with what is worked on now, then tells what is new or changed", async () => {
    const store = await aStore();
    await fill(store, 3);
    await store.write(repairRecords(3, {}, true));
    const { response, next, leave } = await listening(store);
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    expect(await next()).toMatchObject({
      event: "changed",
      data: { rows: [{ id: "repair-00003" }], run: { runId: "run-1", repairs: 4, ended: 3, accepted: 2 } },
    });
    await store.write(repairRecords(4));
    expect(await next()).toMatchObject({
      event: "changed",
      data: { rows: [{ id: "repair-00004", status: "accepted" }], run: { ended: 4, accepted: 3 } },
    });
    await leave();
  });

  it("tells how far the run is and what is left as a span, once enough is settled to say", async () => {
    const store = await aStore();
    await fill(store, 3);
    await store.write(repairRecords(3, {}, true));
    const told = (done: number) =>
      store.write([{ kind: "progress", runId: "run-1", progress: { done, total: 100 }, at: NOW - 60_000 }]);
    const runNow = async () => {
      const { next, leave } = await listening(store);
      const event = await next();
      await leave();
      return event?.event === "changed" ? event.data.run : undefined;
    };
    expect(await runNow()).not.toHaveProperty("findings");
    await told(2);
    expect(await runNow()).toMatchObject({ living: true, findings: { done: 2, total: 100 } });
    expect(await runNow()).not.toHaveProperty("left");
    await told(20);
    const { left } = (await runNow()) ?? {};
    // 20 in a minute: 80 more take four, give or take
    expect(left?.lowMs).toBeGreaterThan(2.5 * 60_000);
    expect(left?.lowMs).toBeLessThan(4 * 60_000);
    expect(left?.highMs).toBeGreaterThan(4 * 60_000);
    expect(left?.highMs).toBeLessThan(7 * 60_000);
  });

  it("begins with an empty store too", async () => {
    const { next, leave } = await listening(await aStore());
    expect(await next()).toEqual({ event: "changed", data: { rows: [] } });
    await leave();
  });

  it("says now and then that it is still there", async () => {
    let now = NOW;
    const sleep = async (): Promise<void> => {
      now += 8000;
    };
    const clock = { now: () => now, sleep };
    const { next, leave } = await listening(await aStore(), { clock });
    await next();
    expect(await next()).toEqual({ event: "quiet", data: {} });
    await leave();
  });

  it("is nothing for who asks for its headers only", async () => {
    let looks = 0;
    const store = await aStore();
    const { ask } = aServer({
      ...store,
      listRepairs: (...asked) => {
        looks += 1;
        return store.listRepairs(...asked);
      },
    });
    expect((await ask("/api/live", { method: "HEAD" })).status).toBe(200);
    expect(looks).toBe(0);
  });

  it("ends with the server", async () => {
    const end = new AbortController();
    const { next } = await listening(await aStore(), { signal: end.signal });
    await next();
    end.abort();
    expect(await next()).toBeUndefined();
  });

  it("looks at the store no more when whoever listened has left", async () => {
    const store = await aStore();
    let looks = 0;
    const counting = {
      ...store,
      listRepairs: (...asked: Parameters<TraceStore["listRepairs"]>) => {
        looks += 1;
        return store.listRepairs(...asked);
      },
    };
    const { next, leave } = await listening(counting);
    await next();
    await leave();
    await settled(() => looks);
    const after = looks;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(looks).toBe(after);
  });
});

/** Waits until a number stays the same for a while. */
async function settled(read: () => number): Promise<void> {
  for (let before = -1; before !== read(); ) {
    before = read();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
