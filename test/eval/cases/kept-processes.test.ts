import { afterAll, describe, expect, it } from "vitest";
import { createKeptRunner } from "../../../src/adapters/system/kept-runner/kept-runner.ts";
import type { Report } from "../../../src/domain/finding.ts";
import { ownRulesOnly } from "../../../src/eval/run/own-rules.ts";
import type { Analyzer } from "../../../src/ports/analyzer.ts";

describe("a runner that starts programs from a small process", () => {
  const runner = createKeptRunner({ env: { ...process.env, MY_API_KEY: "sk-not-for-others" } });
  afterAll(() => runner.close());
  const node = (script: string, more: { timeoutMs?: number; signal?: AbortSignal; input?: string } = {}) =>
    runner.run({ file: process.execPath, args: ["-e", script], cwd: process.cwd(), timeoutMs: 60_000, ...more });

  it("gives exit code, both outputs and standard input as the plain one does", async () => {
    const done = await node(
      "process.stdin.on('data', (d) => { process.stdout.write(d); console.error('e'); process.exitCode = 3; })",
      {
        input: "zwölf\n",
      },
    );
    expect(done).toMatchObject({ ended: "exited", exitCode: 3, stderr: "e\n" });
    expect(done.stdout.toString("utf8")).toBe("zwölf\n");
  });

  it("hands on no secrets, and tells of a program that is not there", async () => {
    const { stdout } = await node("process.stdout.write(String(process.env.MY_API_KEY))");
    expect(stdout.toString()).toBe("undefined");
    const gone = await runner.run({ file: "no-such-program-here", args: [], cwd: process.cwd(), timeoutMs: 60_000 });
    expect(gone.ended).toBe("not-found");
  });

  it("ends a program that is called off, and goes on with the next", async () => {
    const controller = new AbortController();
    const endless = node("setInterval(() => {}, 1000)", { signal: controller.signal });
    controller.abort();
    expect((await endless).ended).toBe("aborted");
    expect((await node("")).exitCode).toBe(0);
  });
});

it("cases that share Semgrep's start see only their own rules", async () => {
  const finding = (ruleId: string, uri: string): Report["findings"][number] => ({
    ruleId,
    uri,
    message: "",
    severity: "error",
    region: undefined,
    fixes: [],
  });
  const report: Report = {
    format: "semgrep",
    tool: "semgrep",
    notices: [],
    findings: [finding("c1.eval", "c1/a.py"), finding("c1.eval", "c11/a.py"), finding("c11.eval", "c11/a.py")],
  };
  const semgrep: Analyzer = {
    name: "semgrep",
    isolation: "file",
    identify: async () => ({ tool: "semgrep", version: "1", flavour: "native", configuration: "" }),
    handles: () => true,
    analyze: async () => report,
    analyzeVariants: async () => [{ variantId: "v", report }],
    close: async () => undefined,
  };
  const kept = ["c1.eval c1/a.py", "c11.eval c11/a.py"];
  const shown = ({ findings }: Report): string[] => findings.map(({ ruleId, uri }) => `${ruleId} ${uri}`);
  expect(shown(await ownRulesOnly(semgrep).analyze([]))).toEqual(kept);
  expect((await ownRulesOnly(semgrep).analyzeVariants([], "fixes")).map((one) => shown(one.report))).toEqual([kept]);
});
