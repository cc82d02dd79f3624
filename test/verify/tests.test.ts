import { describe, expect, it } from "vitest";
import type { Completed } from "../../src/ports/process.ts";
import { tests } from "../../src/verify/tests.ts";

const completed = (more: Partial<Completed> & { out?: string }): Completed => ({
  ended: "exited",
  exitCode: 0,
  stdout: Buffer.from(more.out ?? ""),
  stderr: "",
  ms: 5,
  ...more,
});

describe("tests", () => {
  it("passes on exit code 0", () => {
    expect(tests("npm test", completed({}))).toMatchObject({
      status: "pass",
      evidence: { command: "npm test", exitCode: 0 },
    });
  });

  it.each([
    ["an exit code", completed({ exitCode: 1 }), "TEST_FAILED"],
    ["pytest without tests", completed({ exitCode: 5 }), "NO_TESTS_FOUND"],
    ["a time-out", completed({ ended: "timed-out", exitCode: undefined }), "TEST_TIMEOUT"],
    ["a flood", completed({ ended: "too-much-output", exitCode: undefined }), "TOOL_CRASH"],
    ["a signal", completed({ ended: "signalled", exitCode: undefined }), "TOOL_CRASH"],
    ["a missing program", completed({ ended: "not-found", exitCode: undefined }), "SANDBOX_ERROR"],
  ])("fails on %s", (_what, ended, code) => {
    expect(tests("python -m pytest", ended)).toMatchObject({ status: "fail", code });
  });

  it("takes an exit code 5 of other programs for a failure", () => {
    expect(tests("make check", completed({ exitCode: 5 })).code).toBe("TEST_FAILED");
  });

  it("shows the end of the output, without terminal codes and cut to size", () => {
    const out = `${"x".repeat(9_999)}\n${Array.from({ length: 50 }, (_, n) => `line ${n}`).join("\r\n")}\n\u001b[31mred\u001b[0m\u0007\n`;
    const { detail } = tests("npm test", completed({ exitCode: 2, out, stderr: "last words\n" }));
    expect(detail).toMatch(/line 49\nred\nlast words$/);
    expect(detail).not.toContain("line 20\n");
    expect(detail.length).toBeLessThan(5_000);
  });

  it("skips where the command fails without the patch too, or was interrupted", () => {
    expect(tests("npm test", completed({ exitCode: 1 }), completed({ exitCode: 1 })).status).toBe("skip");
    expect(tests("npm test", completed({ exitCode: 1 }), completed({ exitCode: 0 })).status).toBe("fail");
    expect(tests("npm test", completed({ ended: "aborted", exitCode: undefined })).status).toBe("skip");
  });
});
