import path from "node:path";
import type { Config } from "../config/config.ts";
import { type Environment, withEnvironment } from "../config/environment.ts";
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
  const chain = config.model.chain.map((spec) => recordingBelow(root, spec));
  const located = { ...config, model: { ...config.model, chain } };
  return {
    root,
    config: withOptions(withEnvironment(located, context.environment), options),
    warnings,
    configFile: file,
  };
}

/** A recording that the configuration names is relative to the root, as every path in it is. */
function recordingBelow(root: string, spec: string): string {
  return spec.startsWith("replay:") ? `replay:${path.resolve(root, spec.slice("replay:".length))}` : spec;
}
