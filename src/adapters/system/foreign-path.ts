import { basename, dirname, join } from "node:path";
import { existing } from "./existing.ts";
import { realPath } from "./paths.ts";
import type { Repository } from "./repository.ts";
import type { Spelling } from "./uri-spellings.ts";

/** Where continuous-integration services and containers check repositories out. */
const CHECKOUTS = [
  /^(?:home|Users)\/runner\/work\/[^/]+\/[^/]+\//,
  /^a\/[^/]+\/[^/]+\//,
  /^__w\/[^/]+\/[^/]+\//,
  /^github\/workspace\//,
  /^home\/vsts\/work\/\d+\/s\//,
  /^home\/circleci\/project\//,
  /^opt\/atlassian\/pipelines\/agent\/build\//,
  /^usr\/src\/app\//,
  /^(?:src|app|code|workspace|project)\//,
];

/** Other people's code: its files are often called like ours. */
const THIRD_PARTY = /(?:^|\/)(?:site-packages|dist-packages|node_modules|\.venv|venv|\.tox)\//i;

/**
 * The file that an absolute path of another machine means here, absolute; undefined if that is not certain.
 *
 * Certain is: the rest of the path below a well-known checkout folder exists; or the longest end of the path that exists
 * below the root or the git toplevel, if it has at least two parts, or one part under a folder of the checkout's own
 * name, and if it is one file only. A path whose folder exists on this machine is no foreign path, and installed
 * packages are never taken for the repository's files.
 */
export function foreignFile(repository: Repository, { path, windows }: Spelling): string | undefined {
  if (THIRD_PARTY.test(path)) return undefined;
  if (!path.includes(":") && realPath(dirname(path)) !== undefined) return undefined;
  const bare = path.replace(/^[a-z]:/i, "").replace(/^\/+/, "");
  for (const checkout of CHECKOUTS) {
    const rest = checkout.test(bare) ? bare.replace(checkout, "") : undefined;
    const found =
      rest === undefined ? undefined : existing(join(repository.toplevel, rest), repository.toplevel, windows);
    if (found !== undefined) return found;
  }
  return longestEnd(repository, bare.split("/"), windows);
}

function longestEnd(repository: Repository, parts: readonly string[], windows: boolean): string | undefined {
  for (let from = 0; from < parts.length; from += 1) {
    if (parts.length - from === 1 && !isCheckoutName(repository, parts[from - 1])) return undefined;
    const end = parts.slice(from).join("/");
    const found = new Set(
      [repository.root, repository.toplevel]
        .map((folder) => existing(join(folder, end), folder, windows))
        .filter((file) => file !== undefined),
    );
    if (found.size > 0) return found.size === 1 ? [...found][0] : undefined;
  }
  return undefined;
}

function isCheckoutName({ root, toplevel }: Repository, name: string | undefined): boolean {
  return [root, toplevel].some((folder) => basename(folder).toLowerCase() === name?.toLowerCase());
}
