import path from "node:path";
import { sha256 } from "../../../domain/digest.ts";
import type { Workspace } from "../../../ports/workspace.ts";

/** Files that decide what ESLint reports: configurations of both kinds, the versions of plugins, and the types that typed rules read. */
const DECIDES =
  /^(?:eslint\.config\.[cm]?[jt]s|\.eslintrc(?:\.(?:[cm]?js|json|ya?ml))?|\.eslintignore|package\.json|package-lock\.json|yarn\.lock|pnpm-lock\.yaml|tsconfig[\w.-]*\.json)$/;

/** SHA-256 over the named configuration files of the repository. What a configuration imports from elsewhere in it is not followed. */
export async function fingerprintOfEslint(
  workspace: Pick<Workspace, "list" | "read">,
  more: readonly unknown[],
): Promise<string> {
  const names = (await workspace.list()).filter((name) => DECIDES.test(path.posix.basename(name))).sort();
  const contents: (readonly [string, string])[] = [];
  for (const name of names) contents.push([name, (await workspace.read(name))?.text ?? ""]);
  return sha256(JSON.stringify([...more, contents]));
}
