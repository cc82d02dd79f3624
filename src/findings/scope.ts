import { type CollectedFinding, compareSeverity, type Finding, type Severity } from "../domain/finding.ts";

/** Changed lines of files, by path: 1-based, inclusive ranges (`Workspace.changedLines`). */
export type ChangedLines = ReadonlyMap<string, readonly { readonly start: number; readonly end: number }[]>;

/** What the user wants to work on. */
export interface Scope {
  /** Findings below it are set aside. */
  readonly minSeverity?: Severity;
  /** Files and folders relative to the root, `/` between parts; `.` or none at all is everything. */
  readonly paths?: readonly string[];
  /** Only findings that touch a changed line. */
  readonly changedLines?: ChangedLines;
}

/**
 * Marks findings that the user did not ask about: `outside-scope` or `below-severity`. Keeps the order and the number;
 * findings that are marked already are left alone.
 */
export function markOutOfScope(collected: readonly CollectedFinding[], scope: Scope): CollectedFinding[] {
  const wanted = (scope.paths ?? []).map(normalPath);
  return collected.map((one) => {
    const skip = one.skip ?? outOfScope(one.finding, wanted, scope);
    return skip ? { finding: one.finding, skip } : one;
  });
}

function outOfScope(
  finding: Finding,
  wanted: readonly string[],
  { minSeverity, changedLines }: Scope,
): CollectedFinding["skip"] {
  if (wanted.length > 0 && !wanted.some((path) => isUnder(finding.path, path)))
    return { reason: "outside-scope", detail: "the file is not among the paths that were asked for" };
  if (changedLines && !touches(finding, changedLines))
    return {
      reason: "outside-scope",
      detail: changedLines.has(finding.path) ? "the flagged lines did not change" : "the file did not change",
    };
  if (minSeverity && compareSeverity(finding.severity, minSeverity) < 0)
    return { reason: "below-severity", detail: `its severity is ${finding.severity}, the least is ${minSeverity}` };
  return undefined;
}

function touches({ path, startLine, endLine }: Finding, changed: ChangedLines): boolean {
  return (changed.get(path) ?? []).some(({ start, end }) => start <= endLine && startLine <= end);
}

function isUnder(path: string, folder: string): boolean {
  return folder === "" || path === folder || path.startsWith(`${folder}/`);
}

/** `./src/` is `src`; `.` is everything. */
function normalPath(path: string): string {
  return path
    .split(/[/\\]/)
    .filter((part) => part !== "." && part !== "")
    .join("/");
}
