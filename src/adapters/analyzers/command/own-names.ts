import type { Report } from "../../../domain/finding.ts";
import type { Workspace } from "../../../ports/workspace.ts";
import { renamed, urisOf } from "../relocate-under.ts";

/**
 * Gives the files in reports the names that they have in the repository, however the tool writes them: percent-encoded, as
 * a URI, or as the container that it runs in sees them. A staged tree holds the same files. `known` are such names already.
 */
export function createNamer(
  workspace: Pick<Workspace, "resolve">,
): (report: Report, known: readonly string[]) => Promise<Report> {
  const asked = new Map<string, Promise<string | undefined>>();
  return async (report, known) => {
    const names = new Map(known.map((name) => [name, name]));
    for (const uri of urisOf(report)) {
      if (names.has(uri)) continue;
      const resolving = asked.get(uri) ?? workspace.resolve(uri);
      asked.set(uri, resolving);
      names.set(uri, (await resolving) ?? uri);
    }
    return renamed(report, (uri) => names.get(uri) ?? uri);
  };
}
