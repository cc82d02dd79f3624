import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createProcessRunner } from "../../src/adapters/system/process.ts";
import { runner, temporaryFolder, windows, write } from "./support.ts";

const MINUTE = 60_000;
const node = (script: string, ...args: string[]) => ({
  file: process.execPath,
  args: ["-e", script, ...args],
  cwd: process.cwd(),
  timeoutMs: MINUTE,
});

describe("how a program ended", () => {
  it("is told with its exit code and both outputs", async () => {
    const completed = await runner.run(node("console.log('out'); console.error('err'); process.exitCode = 3"));
    expect(completed).toMatchObject({ ended: "exited", exitCode: 3, stderr: "err\n" });
    expect(completed.stdout.toString()).toBe("out\n");
  });

  it("is not-found for a missing program and for a missing folder", async () => {
    expect(await runner.run({ ...node(""), file: "patchpro-no-such-program" })).toMatchObject({
      ended: "not-found",
      exitCode: undefined,
    });
    const nowhere = await runner.run({ ...node(""), cwd: join(temporaryFolder(), "gone") });
    expect(nowhere).toMatchObject({ ended: "not-found", stderr: expect.stringContaining("gone") });
  });

  it.skipIf(windows)("is not-executable for a file without the right to run (POSIX modes)", async () => {
    const folder = temporaryFolder();
    write(folder, { script: "#!/bin/sh\n" });
    expect(await runner.run({ ...node(""), file: join(folder, "script") })).toMatchObject({ ended: "not-executable" });
  });

  it("is not-executable for arguments that no system can pass on", async () => {
    expect(await runner.run(node("0", "a\0b"))).toMatchObject({ ended: "not-executable", exitCode: undefined });
  });

  it.skipIf(windows)("is signalled when something else kills it (Windows has no signals)", async () => {
    expect(await runner.run(node("process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000)"))).toMatchObject({
      ended: "signalled",
      exitCode: undefined,
    });
  });

  it("is timed-out when it hangs", async () => {
    expect(await runner.run({ ...node("setInterval(() => {}, 1000)"), timeoutMs: 300 })).toMatchObject({
      ended: "timed-out",
    });
  });

  it("is aborted by the signal, also when that fired before the start", async () => {
    const running = AbortSignal.timeout(300);
    expect(await runner.run({ ...node("setInterval(() => {}, 1000)"), signal: running })).toMatchObject({
      ended: "aborted",
    });
    expect(await runner.run({ ...node("0"), signal: AbortSignal.abort() })).toMatchObject({
      ended: "aborted",
      ms: expect.any(Number),
    });
  });

  it("does not take a very long time limit for none", async () => {
    expect(await runner.run({ ...node("0"), timeoutMs: Number.POSITIVE_INFINITY })).toMatchObject({
      ended: "exited",
      exitCode: 0,
    });
  });
});

describe("a flood of output", () => {
  it("ends the program and keeps exactly the first bytes", async () => {
    const flood = node(
      "const b = Buffer.alloc(1 << 20, 120); const go = () => { while (process.stdout.write(b)); process.stdout.once('drain', go) }; go()",
    );
    const completed = await runner.run({ ...flood, maxOutputBytes: 3_000_001 });
    expect(completed.ended).toBe("too-much-output");
    expect(completed.stdout.length).toBe(3_000_001);
  });

  it("of 200 MB passes whole below the limit", async () => {
    const script =
      "const b = Buffer.alloc(1 << 20, 120); let n = 200; const go = () => { while (n-- > 0) if (!process.stdout.write(b)) return process.stdout.once('drain', go) }; go()";
    const completed = await runner.run(node(script));
    expect([completed.ended, completed.exitCode, completed.stdout.length]).toEqual(["exited", 0, 200 * 2 ** 20]);
  });

  it("on standard error leaves its last 64 KiB, beginning at a whole character", async () => {
    const completed = await runner.run(node("process.stderr.write('\u20ac'.repeat(100000) + 'x')"));
    expect(Buffer.byteLength(completed.stderr)).toBeLessThanOrEqual(64 * 1024);
    expect(completed.stderr).toMatch(/^€{21000,}x$/);
  });
});

describe("standard input", () => {
  it("arrives byte for byte", async () => {
    const input = Uint8Array.from({ length: 300_000 }, (_, at) => at % 256);
    const completed = await runner.run({ ...node("process.stdin.pipe(process.stdout)"), input });
    expect(completed.stdout.equals(input)).toBe(true);
  });

  it("may be left unread by a program that ends at once (EPIPE)", async () => {
    expect(await runner.run({ ...node("process.exit(0)"), input: "x".repeat(20_000_000) })).toMatchObject({
      ended: "exited",
      exitCode: 0,
    });
  });

  it("is empty if none is given", async () => {
    const completed = await runner.run(node("process.stdin.on('data', () => {}).on('end', () => console.log('end'))"));
    expect(completed.stdout.toString()).toBe("end\n");
  });
});

describe.skipIf(windows)("children of the program (checked with ps, which Windows lacks)", () => {
  const alive = (mark: string) => spawnSync("ps", ["-A", "-o", "args"], { encoding: "utf8" }).stdout.includes(mark);
  const grandchild = (mark: string, options: string) =>
    node(
      `require('node:child_process').spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)', '${mark}'], ${options}); setTimeout(() => {}, 100000)`,
    );

  it("die with it when the time is up, also when they ignore SIGTERM", async () => {
    const mark = `patchpro-hanging-grandchild-${process.pid}`;
    const completed = await runner.run({ ...grandchild(mark, "{ stdio: 'inherit' }"), timeoutMs: 1500 });
    expect(completed.ended).toBe("timed-out");
    await expect.poll(() => alive(mark), { timeout: 20_000 }).toBe(false);
  });

  it("that it leaves behind holding its output neither delay the answer for long nor stay", async () => {
    const mark = `patchpro-left-behind-${process.pid}`;
    const script = `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', '${mark}'], { stdio: 'inherit' }).unref(); console.log('done'); process.exit(0)`;
    const completed = await runner.run({ ...node(script), timeoutMs: 10 * MINUTE });
    expect([completed.ended, completed.stdout.toString()]).toEqual(["exited", "done\n"]);
    await expect.poll(() => alive(mark), { timeout: 20_000 }).toBe(false);
  });
});

describe("the environment", () => {
  const environmentOf = async (env: Record<string, string | undefined>, added = {}): Promise<string> => {
    const completed = await createProcessRunner({ env }).run({
      ...node("console.log(JSON.stringify(process.env))"),
      env: added,
    });
    return completed.stdout.toString();
  };

  it("holds nothing that is called or looks like a secret", async () => {
    const secrets = {
      OPENAI_API_KEY: "v1",
      GITHUB_TOKEN: "v2",
      MY_SECRET: "v3",
      DB_PASSWORD: "v4",
      GH_PAT: "v5",
      SENTRY_DSN: "v6",
      SSH_AUTH_SOCK: "v7",
      session_cookie: "v8",
      HARMLESS: `ghp_${"a".repeat(36)}`,
      PIP_INDEX_URL: "https://user:hunter2@example.com/simple",
      OTHER: `sk-${"b".repeat(40)}`,
      AWS: "AKIAABCDEFGHIJKLMNOP",
    };
    const seen = await environmentOf({ ...process.env, ...secrets });
    for (const [name, value] of Object.entries(secrets)) {
      expect(seen).not.toContain(`"${name}"`);
      expect(seen).not.toContain(value.slice(0, 30) === value ? `"${value}"` : value);
    }
  });

  it("keeps what programs need, and adds what the command asks for", async () => {
    const seen = await environmentOf(
      {
        PATH: process.env.PATH,
        HOME: "/home/sk-someone-with-a-long-name",
        LANG: "C",
        EDITOR: "vi",
        SystemRoot: process.env.SystemRoot,
      },
      { NODE_AUTH_TOKEN: "given" },
    );
    expect(JSON.parse(seen)).toMatchObject({
      HOME: "/home/sk-someone-with-a-long-name",
      LANG: "C",
      EDITOR: "vi",
      NODE_AUTH_TOKEN: "given",
    });
  });

  it("does not point git at the repository of a hook that runs PatchPro", async () => {
    const seen = await environmentOf({
      ...process.env,
      GIT_DIR: "/x",
      GIT_INDEX_FILE: "/y",
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "a.b",
    });
    expect(seen).not.toMatch(/GIT_DIR|GIT_INDEX_FILE|GIT_CONFIG_COUNT/);
  });

  it("is not read by a shell: arguments arrive as they are", async () => {
    const odd = "$(echo hi) `id` ; rm -rf \"x\" 'y' %PATH% *";
    const completed = await runner.run(node("process.stdout.write(process.argv[1])", odd));
    expect(completed.stdout.toString()).toBe(odd);
  });
});

it("keeps going when many programs run at once", async () => {
  const all = await Promise.all(Array.from({ length: 12 }, (_, at) => runner.run(node(`console.log(${at})`))));
  expect(all.map(({ stdout }) => Number(stdout.toString()))).toEqual(Array.from({ length: 12 }, (_, at) => at));
  expect(existsSync(process.execPath)).toBe(true);
});
