import { describe, expect, it } from "vitest";
import { createProgress } from "../../src/cli/progress.ts";
import type { RunEvent } from "../../src/domain/run.ts";
import { widthOf } from "../../src/report/text-width.ts";

function watch(live: boolean, columns = 80) {
  const written: string[] = [];
  let time = 0;
  const progress = createProgress({
    write: (text) => written.push(text),
    style: { columns, colour: false, unicode: true },
    live,
    now: () => time,
  });
  return {
    progress,
    written,
    at: (ms: number, event: RunEvent) => {
      time = ms;
      progress.show(event);
    },
  };
}

const step = (done: number, total: number, what = "src/app.py"): RunEvent => ({
  kind: "progress",
  done,
  total,
  accepted: done,
  costUsd: 0,
  what,
});

describe("progress as plain lines", () => {
  it("comes at every tenth of the work, whatever the clock says", () => {
    const { progress, written } = watch(false);
    progress.show({ kind: "stage", stage: "verify", detail: "1000 patches" });
    for (let done = 1; done <= 1000; done += 1) progress.show(step(done, 1000));
    expect(written).toHaveLength(12);
    expect(written[0]).toBe("Proving: 1000 patches\n");
    expect(written.at(-1)).toBe("  1000/1000, 1000 fixed\n");
  });

  it("starts again with each stage, and passes notices on", () => {
    const { progress, written } = watch(false);
    progress.show(step(1, 1));
    progress.show({ kind: "notice", text: "slow\u001b[2J\nmodel" });
    progress.show({ kind: "stage", stage: "fix", detail: "" });
    progress.show(step(1, 1));
    expect(written).toEqual(["  1/1, 1 fixed\n", "note: slow\\x1b[2J model\n", "Fixing\n", "  1/1, 1 fixed\n"]);
  });

  it("survives a stage without work", () => {
    const { progress, written } = watch(false);
    progress.show(step(0, 0));
    expect(written).toEqual(["  0/0, 0 fixed\n"]);
  });
});

describe("progress as a live line", () => {
  it("stays within the width and takes itself away at the end", () => {
    const { progress, written, at } = watch(true, 40);
    at(0, { kind: "stage", stage: "fix", detail: "a detail that is far longer than the whole line is" });
    at(100, step(1, 9, "src/漢字/very/long/path/to/some/file/deep/in/the/tree.py"));
    for (const text of written) expect(widthOf(text.replace("\r\u001b[2K", ""))).toBeLessThan(40);
    progress.close();
    expect(written.at(-1)).toBe("\r\u001b[2K");
    progress.show(step(2, 9));
    expect(written.at(-1)).toBe("\r\u001b[2K");
  });

  it("is not drawn more often than can be seen, but always at the end", () => {
    const { written, at } = watch(true);
    at(0, { kind: "stage", stage: "fix", detail: "" });
    const before = written.length;
    at(100, step(1, 10));
    at(110, step(2, 10));
    at(120, step(3, 10));
    at(130, step(10, 10));
    expect(written.slice(before).filter((text) => text.includes("/10"))).toHaveLength(2);
  });

  it("gives an estimate only when there is enough to go by, and no more exact than it is", () => {
    const { written, at } = watch(true);
    at(0, { kind: "stage", stage: "fix", detail: "" });
    at(1000, step(0, 100));
    at(3000, step(2, 100));
    expect(written.at(-1)).toContain("time left not yet known");
    at(11_000, step(10, 100));
    expect(written.at(-1)).toContain("1 to 3 min left");
    at(92_000, step(90, 100));
    expect(written.at(-1)).toContain("5 to 15 s left");
  });

  it("makes room for a notice", () => {
    const { written, at } = watch(true);
    at(0, { kind: "notice", text: "n" });
    expect(written).toEqual(["\r\u001b[2K", "note: n\n"]);
  });
});
