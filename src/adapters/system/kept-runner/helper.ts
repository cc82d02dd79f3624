import type { ProcessRunner } from "../../../ports/process.ts";
import { createProcessRunner } from "../process.ts";
import type { FromHelper, ToHelper } from "./messages.ts";

/** Runs in a small process of its own and starts programs for a big one. Ends when whoever started it goes away. */

const running = new Map<number, AbortController>();
let runner: ProcessRunner | undefined;

process.on("message", (message: ToHelper) => {
  switch (message.kind) {
    case "begin":
      runner = createProcessRunner({ env: message.env });
      break;
    case "run":
      void work(message);
      break;
    case "abort":
      running.get(message.id)?.abort();
      break;
  }
});
// Ctrl-C reaches the whole process group: whoever started this decides what ends.
process.on("SIGINT", () => undefined);
process.on("disconnect", () => {
  for (const one of running.values()) one.abort();
});

async function work({ id, command }: Extract<ToHelper, { kind: "run" }>): Promise<void> {
  if (!runner) return;
  const controller = new AbortController();
  running.set(id, controller);
  const completed = await runner.run({ ...command, signal: controller.signal });
  running.delete(id);
  if (process.connected) process.send?.({ id, completed } satisfies FromHelper);
}
