import { describe, expect, it } from "vitest";
import { describeFailure } from "../../src/cli/failure.ts";
import { PatchProError } from "../../src/domain/errors.ts";

const CONTEXT = { colour: false, toolVersion: "0.1.0", nodeVersion: "v24.0.0", platform: "linux" };

describe("a failure in words", () => {
  it("is one sentence and what to do about it, where a person can mend it", () => {
    expect(describeFailure(new PatchProError("provider", "no answer", "Run again."), CONTEXT)).toEqual({
      text: "error: no answer\nhint: Run again.\n",
      exitCode: 3,
    });
    expect(describeFailure(new PatchProError("budget", "spent", ""), CONTEXT)).toEqual({
      text: "error: spent\n",
      exitCode: 4,
    });
  });

  it("is our bug otherwise: with its stack, its cause and where to report it", () => {
    const { text, exitCode } = describeFailure(
      new TypeError("x is not a function", { cause: new Error("because") }),
      CONTEXT,
    );
    expect(exitCode).toBe(70);
    expect(text).toContain("error: PatchPro has a bug: x is not a function");
    expect(text).toContain("failure.test.ts");
    expect(text).toContain("caused by Error: because");
    expect(text).toContain("PatchPro 0.1.0, Node v24.0.0, linux");
    expect(text).toContain("npm bugs patchpro");
  });

  it.each([[undefined], [null], ["text"], [42], [Symbol("s")], [{ message: 1 }]])(
    "copes with anything thrown: %s",
    (thrown) => {
      expect(describeFailure(thrown, CONTEXT).exitCode).toBe(70);
    },
  );

  it("is not our bug when the disk is full or the reader has gone", () => {
    const failure = (code: string) => describeFailure(Object.assign(new Error(`${code}: write`), { code }), CONTEXT);
    expect(failure("ENOSPC")).toEqual({
      text: "error: ENOSPC: write\nhint: Free some space on the disk and run again.\n",
      exitCode: 3,
    });
    expect(failure("EPIPE")).toEqual({ text: "", exitCode: 0 });
  });

  it("is an interruption when the work was aborted", () => {
    expect(describeFailure(new DOMException("aborted", "AbortError"), CONTEXT).exitCode).toBe(130);
  });

  it("lets nothing from outside act on the terminal or the log", () => {
    const { text } = describeFailure(
      new PatchProError("input", "bad \u001b[2J\n::error::x", "::stop-commands::x"),
      CONTEXT,
    );
    expect(text).toBe("error: bad \\x1b[2J\n: :error::x\nhint: : :stop-commands::x\n");
  });
});
