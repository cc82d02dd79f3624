import type { Config } from "../config/config.ts";
import { type Environment, readEnvironment, withEnvironment } from "../config/environment.ts";
import { loadConfig } from "../config/load.ts";
import { findRoot } from "../config/root.ts";
import { type Overrides, withOptions } from "./options.ts";

/** What every command starts from. */
export interface CommandContext {
  readonly cwd: string;
  readonly environment: Environment;
  readonly toolVersion: string;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly stdout: (text: string | Uint8Array) => Promise<void>;
  readonly stderr: (text: string) => void;
}

/** Options that every command has. */
export interface CommonOptions {
  readonly root?: string;
  readonly config?: string;
  readonly quiet?: boolean;
}

/** The root, and the configuration that holds for this command. */
export function settle(
  context: CommandContext,
  options: CommonOptions & Overrides,
): { root: string; config: Config; warnings: readonly string[]; configFile: string | undefined } {
  const { root } = findRoot(context.cwd, options.root);
  const { config, warnings, file } = loadConfig(root, options.config);
  return {
    root,
    config: withOptions(withEnvironment(config, context.environment), options),
    warnings,
    configFile: file,
  };
}

export { readEnvironment };
