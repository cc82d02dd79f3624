import { parentPort } from "node:worker_threads";
import { PositionEncoding, Workspace } from "@astral-sh/ruff-wasm-nodejs";
import { withoutUnknownOption } from "./unknown-option.ts";
import type { CheckRequest } from "./worker-messages.ts";

/** Checks Python texts with the embedded Ruff, off the main thread. Answers every request once, in order. */

type Opened = { workspace: Workspace; ignored: string[] } | { failure: { kind: "configuration"; message: string } };

/** A repository has one set of options per folder at most; what is not used any more may go. */
const KEPT_WORKSPACES = 64;
const opened = new Map<string, Opened>();

parentPort?.on("message", (request: CheckRequest) => {
  parentPort?.postMessage({ id: request.id, version: Workspace.version(), ...answer(request) });
});

function answer({ key, options, text }: CheckRequest) {
  const none = { diagnostics: [], ignored: [] };
  if (text === undefined) return none;
  const found = workspaceFor(key, options);
  if ("failure" in found) return { ...none, failure: found.failure };
  try {
    return { diagnostics: found.workspace.check(text), ignored: found.ignored };
  } catch (error) {
    return { ...none, failure: { kind: "crash", message: String(error) } };
  }
}

function workspaceFor(key: string, options: CheckRequest["options"]): Opened {
  const known = opened.get(key);
  if (known) return known;
  if (opened.size >= KEPT_WORKSPACES) forgetOldest();
  const fresh = open(options);
  opened.set(key, fresh);
  return fresh;
}

function forgetOldest(): void {
  for (const [key, oldest] of opened) {
    opened.delete(key);
    if ("workspace" in oldest) oldest.workspace.free();
    return;
  }
}

/** Another version wrote the configuration: what this one refuses by name is taken out, one by one, and told. */
function open(options: CheckRequest["options"]): Opened {
  const ignored: string[] = [];
  let left = options;
  for (;;) {
    try {
      return { workspace: new Workspace(left, PositionEncoding.Utf16), ignored };
    } catch (error) {
      const less = withoutUnknownOption(left, String(error));
      if (!less) return { failure: { kind: "configuration", message: String(error) } };
      ignored.push(less.removed);
      left = less.options;
    }
  }
}
