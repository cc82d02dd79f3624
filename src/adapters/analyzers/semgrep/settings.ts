import path from "node:path";
import { PatchProError } from "../../../domain/errors.ts";
import type { Workspace } from "../../../ports/workspace.ts";

/** `[analyzers.semgrep]`. */
export interface SemgrepSettings {
  /** Rule files and folders of the repository; what `.semgrep.yml`, `.semgrep.yaml` and `.semgrep/` hold if undefined. */
  readonly configs?: readonly string[];
  /** Milliseconds for one invocation; 600,000 if undefined. */
  readonly timeoutMs?: number;
}

const CONVENTIONAL = [".semgrep.yml", ".semgrep.yaml", ".semgrep"] as const;

/** The rules that a repository keeps for Semgrep, relative to its root; empty if it has none in the usual places. */
export async function conventionalConfigs(workspace: Pick<Workspace, "list">): Promise<string[]> {
  const files = await workspace.list([...CONVENTIONAL]);
  return CONVENTIONAL.filter((name) => files.some((file) => file === name || file.startsWith(`${name}/`)));
}

/**
 * The configured rules, checked to be files of the repository. Throws `PatchProError("config")` for names of the registry
 * (`p/python`, `r/…`, `auto`) and URLs: rules from a network change between two runs, and then nothing is proved.
 */
export function localConfigs(configs: readonly string[]): readonly string[] {
  for (const config of configs) {
    const isRemote =
      /^(?:https?:|auto$|policy$|supply-chain$|secrets$|code$|[pr]\/)/.test(config) || path.isAbsolute(config);
    if (!isRemote && !config.startsWith("-") && !path.normalize(config).startsWith("..")) continue;
    throw new PatchProError(
      "config",
      `[analyzers.semgrep] configs: "${config}" is not a rule file or folder of the repository`,
      "Copy the rules into the repository, for example below .semgrep/, and name them there.",
    );
  }
  return configs;
}
