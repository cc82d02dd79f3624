import type { Environment } from "../environment.ts";
import { createProcessRunner } from "../process.ts";
import { createKeptRunner, type KeptRunner } from "./kept-runner.ts";

/** Few programs are not worth a process of their own. */
const STARTED_FROM_HERE = 24;

/** Starts the first programs itself and, once there are many, hands the others to a process that stays small while this one grows. */
export function createGrowingRunner({ env }: { readonly env: Environment }): KeptRunner {
  const direct = createProcessRunner({ env });
  let kept: KeptRunner | undefined;
  let started = 0;
  return {
    run(command) {
      if (++started <= STARTED_FROM_HERE) return direct.run(command);
      kept ??= createKeptRunner({ env });
      return kept.run(command);
    },
    close: async () => kept?.close(),
  };
}
