import type { CollectedFinding, Finding, Report, ReportedFinding, SkipReason } from "../domain/finding.ts";
import type { Location, Region } from "../domain/location.ts";
import type { LineEnds } from "../patch/lines.ts";
import { resolveRegion } from "../patch/region.ts";
import { assignIds } from "./fingerprint.ts";
import { Notices } from "./readers/notices.ts";
import { resolveFix } from "./resolve-fix.ts";
import { type SourceFile, SourceFiles, type SourceReader } from "./source-files.ts";
import { staleness } from "./stale.ts";

export interface CollectOptions {
  /** The folder below the root, `/` between parts, that relative paths in the reports are relative to; the root if left out. */
  readonly base?: string;
  /** Whether a file differs from what it was at a commit; undefined if that cannot be told. */
  readonly changedSince?: (revision: string, path: string) => Promise<boolean | undefined>;
}

/** Everything that the reports hold. */
export interface Collection {
  /** One for each finding of the reports, in their order. */
  readonly findings: readonly CollectedFinding[];
  /** The reports' own notices, and fixes that had to be left out. */
  readonly notices: readonly string[];
}

type Skip = NonNullable<CollectedFinding["skip"]>;
type Draft = Omit<Finding, "id">;

/** Tools whose findings without a place are about the file as a whole. */
const WHOLE_FILE_TOOLS = new Set(["ruff", "eslint", "semgrep"]);
const FILE_START: Location = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };

/**
 * Looks every reported finding up in the files as they are now. Findings are marked, never dropped: `suppressed`,
 * `no-location`, `outside-repository`, `no-file` or `stale`. A fix whose edits cannot be placed is left out with a notice.
 * Throws only what `reader` throws.
 */
export async function collectFindings(
  reports: readonly Report[],
  reader: SourceReader,
  options: CollectOptions = {},
): Promise<Collection> {
  const files = new SourceFiles(reader, options.base);
  const drafts: { draft: Draft; skip: Skip | undefined; text: string | undefined }[] = [];
  const notices: string[] = [];
  for (const report of reports) {
    const dropped = new Notices();
    for (const finding of report.findings) {
      const placed = await place(report, finding, files, options);
      const fixes = placed.located ? await usableFixes(report, finding, files, dropped) : [];
      drafts.push({
        draft: { ...describe(report, finding), ...placed.location, path: placed.path, fixes },
        skip: placed.skip,
        text: placed.text,
      });
    }
    notices.push(...report.notices, ...dropped.lines(report.tool));
  }
  const ids = assignIds(drafts.map(({ draft, text }) => ({ ...draft, text })));
  const findings = drafts.map(({ draft, skip }, at): CollectedFinding => {
    const finding: Finding = { id: ids[at] ?? "", ...draft };
    return skip ? { finding, skip } : { finding };
  });
  return { findings, notices };
}

interface Placed {
  readonly path: string;
  readonly location: Location;
  /** Whether the location was found in the file, so that edits can be too. */
  readonly located: boolean;
  readonly skip: Skip | undefined;
  readonly text: string | undefined;
}

async function place(
  report: Report,
  finding: ReportedFinding,
  files: SourceFiles,
  options: CollectOptions,
): Promise<Placed> {
  const silenced = finding.suppressed === undefined ? undefined : skipped("suppressed", finding.suppressed);
  const nowhere = (reason: SkipReason, detail: string, path: string, text?: string): Placed => {
    return {
      path,
      location: asReported(finding.region),
      located: false,
      skip: silenced ?? skipped(reason, detail),
      text,
    };
  };
  if (finding.uri === undefined) return nowhere("no-location", "the report names no file", "");
  const found = await files.find(finding.uri, report.roots);
  if (found.kind === "outside")
    return nowhere("outside-repository", "the path lies outside the repository, or leads out of it", finding.uri);
  if (found.kind === "missing") return nowhere("no-file", "there is no such file in the repository", found.path);
  const { file } = found;
  const location = locationIn(file, report, finding.region);
  if (location === "none") return nowhere("no-location", "the report names no place in the file", file.path, file.text);
  if (location === "gone") return nowhere("stale", goneDetail(file, finding.region), file.path, file.text);
  const stale =
    staleness(report, finding, file, location, lineEndsOf(report)) ?? (await staleRevision(report, file, options));
  const skip = silenced ?? (stale === undefined ? undefined : skipped("stale", stale));
  return { path: file.path, location, located: stale === undefined, skip, text: file.text };
}

function locationIn(file: SourceFile, report: Report, region: Region | undefined): Location | "none" | "gone" {
  const lineEnds = lineEndsOf(report);
  const resolve = (one: Region) =>
    resolveRegion(file.text, one, lineEnds, file.index(lineEnds), file.source.encoding)?.location;
  if (!region) return WHOLE_FILE_TOOLS.has(report.tool) && !file.path.endsWith(".ipynb") ? FILE_START : "none";
  const exact = resolve(region);
  if (exact || region.startLine === undefined || WHOLE_FILE_TOOLS.has(report.tool)) return exact ?? "gone";
  // Many SARIF producers are careless about columns; their lines can be trusted.
  const { unit, startLine, endLine } = region;
  return resolve({ unit, startLine, ...(endLine === undefined ? {} : { endLine }) }) ?? "gone";
}

function goneDetail(file: SourceFile, region: Region | undefined): string {
  const { lineCount } = file.index("universal");
  const line = Math.max(region?.startLine ?? 0, region?.endLine ?? 0);
  if (line > lineCount) return `the report names line ${line}, but the file has ${lineCount} lines`;
  return "the file has no such place as the report names: it has changed since";
}

async function staleRevision(
  { revision }: Report,
  { path }: SourceFile,
  { changedSince }: CollectOptions,
): Promise<string | undefined> {
  if (revision === undefined || !changedSince || !(await changedSince(revision, path))) return undefined;
  return `the file has changed since commit ${revision.slice(0, 12)}, which was analyzed`;
}

async function usableFixes(
  report: Report,
  finding: ReportedFinding,
  files: SourceFiles,
  notices: Notices,
): Promise<Finding["fixes"]> {
  const usable: Finding["fixes"][number][] = [];
  for (const one of finding.fixes) {
    const resolved = await resolveFix(one, report, files, lineEndsOf(report));
    if ("fix" in resolved) usable.push(resolved.fix);
    else
      notices.note(
        "a fix was left out, its finding was kept",
        `${finding.ruleId} in ${finding.uri ?? "?"}: ${resolved.dropped}`,
      );
  }
  return usable;
}

function describe({ tool }: Report, { ruleId, severity, message, helpUrl }: ReportedFinding) {
  return { tool, ruleId, severity, message, ...(helpUrl ? { helpUrl } : {}), witnesses: [] };
}

function lineEndsOf({ tool }: Report): LineEnds {
  return tool === "eslint" ? "javascript" : "universal";
}

function asReported(region: Region | undefined): Location {
  const startLine = region?.startLine ?? 1;
  const startColumn = region?.startColumn ?? 1;
  const endLine = region?.endLine ?? startLine;
  return { startLine, startColumn, endLine, endColumn: region?.endColumn ?? startColumn };
}

function skipped(reason: SkipReason, detail: string): Skip {
  return { reason, detail };
}
