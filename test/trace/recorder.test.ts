import { describe, expect, it } from "vitest";
import type { TraceRecord } from "../../src/domain/trace.ts";
import type { TraceWriter } from "../../src/ports/store.ts";
import { createRecorder } from "../../src/trace/recorder.ts";
import { redactor } from "../../src/trace/redact.ts";
import { NOW, twoRepairs } from "../stores/support/sample.ts";

function setUp(write: TraceWriter["write"]) {
  const warnings: string[] = [];
  const recorder = createRecorder({
    store: { write },
    redactor: redactor(),
    clock: { now: () => NOW },
    place: { host: "h", pid: 1 },
    warn: (message) => warnings.push(message),
  });
  return { recorder, warnings };
}

function replay(recorder: ReturnType<typeof setUp>["recorder"]): void {
  const { run, repairs } = twoRepairs();
  recorder.runStarted(run);
  for (const { repair, attempts, end } of repairs) {
    recorder.repairStarted(repair);
    for (const attempt of attempts) {
      recorder.attemptStarted(attempt.start);
      recorder.attemptEnded(attempt.start.id, attempt.end);
    }
    recorder.repairEnded(repair.id, end);
  }
  recorder.runEnded(run.id, { endedAt: NOW, status: "done" });
}

describe("the recorder", () => {
  it("has written an attempt before attemptStarted returns", () => {
    const written: TraceRecord[] = [];
    const { recorder } = setUp((records) => void written.push(...records));
    const { run, repairs } = twoRepairs();
    const [one] = repairs;
    const [first] = one?.attempts ?? [];
    if (!one || !first) throw new Error("no attempt");
    recorder.runStarted(run);
    recorder.repairStarted(one.repair);
    recorder.attemptStarted(first.start);
    expect(written.map((record) => record.kind)).toEqual(["run", "repair", "attempt"]);
    recorder.attemptEnded(first.start.id, first.end);
    expect(written).toHaveLength(3);
    return recorder.close().then(() => expect(written.at(-1)?.kind).toBe("attempt-ended"));
  });

  it("never lets writes overlap where the store answers later, and keeps their order", async () => {
    let open = 0;
    const kinds: string[] = [];
    const { recorder, warnings } = setUp(async (records) => {
      open += 1;
      expect(open).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 2));
      kinds.push(...records.map((record) => record.kind));
      open -= 1;
    });
    replay(recorder);
    await recorder.close();
    expect(warnings).toEqual([]);
    expect(kinds.filter((kind) => kind === "attempt-ended")).toHaveLength(3);
    expect(kinds[0]).toBe("run");
    expect(kinds.at(-1)).toBe("run-ended");
  });

  it("drops only the record that cannot be written, says so once, and goes on", async () => {
    const written: TraceRecord[] = [];
    const { recorder, warnings } = setUp((records) => {
      if (records.some((record) => record.kind === "attempt-ended" && record.attempt.id === "attempt-1"))
        throw new Error("the disk is full");
      written.push(...records);
      return undefined;
    });
    replay(recorder);
    await recorder.close();
    expect(warnings).toEqual([expect.stringContaining("the disk is full")]);
    expect(written.filter((record) => record.kind === "attempt-ended").map((record) => record.kind)).toHaveLength(2);
    expect(written.some((record) => record.kind === "run-ended")).toBe(true);
  });

  it("waits for a store that is busy", async () => {
    let refusals = 2;
    const written: TraceRecord[] = [];
    const { recorder, warnings } = setUp((records) => {
      if (refusals > 0) {
        refusals -= 1;
        throw new Error("database is locked");
      }
      written.push(...records);
      return undefined;
    });
    replay(recorder);
    await recorder.close();
    expect(warnings).toEqual([]);
    expect(written.filter((record) => record.kind === "attempt")).toHaveLength(3);
  });

  it("takes calls out of order for a warning, never for a failure", async () => {
    const { recorder, warnings } = setUp(() => undefined);
    recorder.attemptEnded("nobody", twoRepairs().repairs[0]?.attempts[0]?.end as never);
    recorder.repairEnded("nobody", { endedAt: 1, status: "accepted", stopReason: "", closed: [] });
    await recorder.close();
    expect(warnings).toHaveLength(1);
  });
});
