import path from "node:path";
import type { Report } from "../../domain/finding.ts";
import { absoluteName } from "./staged-files.ts";

/**
 * The report with every name that lies in one of the folders made relative to it, `/` between parts; other names are
 * kept. Names that are relative already start from the first folder.
 */
export function relocateUnder(report: Report, ...folders: readonly [string, ...string[]]): Report {
  const relative = (uri: string): string => {
    for (const folder of folders) {
      const name = path.relative(folder, absoluteName(uri, folders[0]));
      if (name !== "" && name !== ".." && !name.startsWith(`..${path.sep}`) && !path.isAbsolute(name)) {
        return path.sep === "/" ? name : name.replaceAll(path.sep, "/");
      }
    }
    return uri;
  };
  return renamed(report, relative);
}

/** The report with every name replaced, those of its fixes too. */
export function renamed(report: Report, rename: (uri: string) => string): Report {
  return {
    ...report,
    findings: report.findings.map((finding) => ({
      ...finding,
      uri: finding.uri === undefined ? undefined : rename(finding.uri),
      fixes: finding.fixes.map((fix) => ({
        ...fix,
        edits: fix.edits.map((edit) => ({ ...edit, uri: rename(edit.uri) })),
      })),
    })),
  };
}

/** Every name in a report, each once. */
export function urisOf({ findings }: Report): Set<string> {
  return new Set(
    findings.flatMap(({ uri, fixes }) => [
      ...(uri === undefined ? [] : [uri]),
      ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.uri)),
    ]),
  );
}
