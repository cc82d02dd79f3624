import path from "node:path";
import type { Config } from "../../config/config.ts";
import type { CommandContext } from "../context.ts";

/** Where the page's work is done. */
export interface PageDesk {
  readonly root: string;
  readonly config: Config;
  /** Its signal ends with the job. */
  readonly context: CommandContext;
}

/** A place as the page names it: it does not learn where the repository lies. */
export function belowRoot(root: string, place: string): string {
  return path.relative(root, place).split(path.sep).join("/");
}
