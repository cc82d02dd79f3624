import picomatch from "picomatch";
import type { CheckCode } from "../domain/check.ts";
import type { FileChange } from "../domain/outcome.ts";
import { type Examined, failed, type Judgement, passed } from "./check.ts";
import { type Hunk, hunksBetween } from "./honest/hunks.ts";
import { preambleEnd } from "./preamble.ts";
import { isUnsafePath, type Protection, protectionOf } from "./protected-paths.ts";

/** How far a patch may reach. */
export interface ScopeSettings {
  readonly maxFiles: number;
  /** Lines removed plus lines added, for each finding that the patch is meant to close. */
  readonly maxChangedLines: number;
  /** Lines between a finding and a change that is meant for it. A tool's own fix is not measured. */
  readonly maxDistance: number;
  /** Globs of files that may be changed though no finding is in them, protected files among them. `.git` never. */
  readonly allowPaths: readonly string[];
  /** Globs of files that no patch may change. */
  readonly protect: readonly string[];
}

export const DEFAULT_SCOPE: ScopeSettings = {
  maxFiles: 10,
  maxChangedLines: 200,
  maxDistance: 200,
  allowPaths: [],
  protect: [],
};

const REASON: Readonly<Record<Protection, string>> = {
  git: "belongs to git itself",
  workflow: "holds workflows, which run with the repository's rights",
  "lock-file": "is a lock file",
  manifest: "lists the project's dependencies",
  configuration: "configures the analyzers, the tests or the build",
};

/** Rung 2: does the patch stay with its findings, within the size limits, and off protected files? */
export function scoped(examined: Examined, settings: ScopeSettings = DEFAULT_SCOPE): Judgement {
  const { changes, findings } = examined;
  const own = new Set(findings.map((finding) => finding.path));
  const related = new Set([
    ...(examined.relatedPaths ?? []),
    ...(examined.source === "native" ? fixPaths(examined) : []),
  ]);
  const matching = (globs: readonly string[]) =>
    globs.length === 0 ? () => false : picomatch([...globs], { dot: true, nocase: true });
  const isAllowed = matching(settings.allowPaths);
  const isProtected = matching(settings.protect);

  for (const { path } of changes) {
    const refusal = pathRefusal(path, own.has(path), isAllowed(path), isProtected(path));
    if (refusal) return refusal;
    if (!own.has(path) && !related.has(path) && !isAllowed(path)) {
      return failed(
        "SCOPE_UNRELATED_FILE",
        `The patch changes ${path}, but its finding is in ${[...own].join(", ") || "no file"}.`,
      );
    }
  }
  if (changes.length > settings.maxFiles) {
    return failed(
      "SCOPE_TOO_LARGE",
      `The patch changes ${changes.length} files; at most ${settings.maxFiles} are allowed.`,
    );
  }
  return sizeAndDistance(examined, settings);
}

function pathRefusal(path: string, isOwn: boolean, isAllowed: boolean, isProtected: boolean): Judgement | undefined {
  if (isUnsafePath(path))
    return failed(
      "APPLY_OUTSIDE_REPO",
      `The path ${JSON.stringify(path)} may lead out of the repository, or mean another file on another system (a backslash, a control character).`,
    );
  const protection = protectionOf(path);
  if (protection === "git") return failed("SCOPE_PROTECTED_PATH", `${path} ${REASON.git}: no patch may change it.`);
  if (isProtected) return failed("SCOPE_PROTECTED_PATH", `${path} is protected by the configuration (\`protect\`).`);
  if (protection === undefined || isOwn || isAllowed) return undefined;
  const code: CheckCode =
    protection === "lock-file" || protection === "manifest" ? "SCOPE_DEPENDENCY_CHANGED" : "SCOPE_PROTECTED_PATH";
  return failed(code, `The patch changes ${path}, which ${REASON[protection]}. Solve the finding in its own file.`);
}

function sizeAndDistance(examined: Examined, settings: ScopeSettings): Judgement {
  const limit = settings.maxChangedLines * Math.max(1, examined.findings.length);
  let size = 0;
  for (const change of examined.changes) {
    const hunks = hunksBetween(change.before ?? "", change.after ?? "");
    for (const { removed, added } of hunks) size += removed.length + added.length;
    if (size > limit)
      return failed(
        "SCOPE_TOO_LARGE",
        `The patch changes more than ${limit} lines. Change only what the finding needs.`,
      );
    if (examined.source === "native") continue;
    const far = tooFar(change, hunks, examined, settings.maxDistance);
    if (far) return far;
  }
  const files = examined.changes.length === 1 ? "1 file" : `${examined.changes.length} files`;
  return passed(`${size} changed lines in ${files}, all allowed.`, {
    changedLines: size,
    files: examined.changes.length,
  });
}

/** A change far from every finding of its file, unless it is among the imports and other opening lines. */
function tooFar(
  change: FileChange,
  hunks: readonly Hunk[],
  { findings }: Examined,
  maxDistance: number,
): Judgement | undefined {
  const own = findings.filter((finding) => finding.path === change.path);
  if (own.length === 0 || change.before === null) return undefined;
  let opening: number | undefined;
  for (const hunk of hunks) {
    const first = hunk.beforeLine;
    const last = hunk.beforeLine + Math.max(0, hunk.removed.length - 1);
    const distance = Math.min(...own.map((finding) => Math.max(0, first - finding.endLine, finding.startLine - last)));
    if (distance <= maxDistance || isOpening(hunk)) continue;
    opening ??= preambleEnd(change.before, change.path);
    if (last <= opening + 1) continue;
    return failed(
      "SCOPE_TOO_FAR",
      `The patch changes line ${first} of ${change.path}, ${distance} lines from the finding; at most ${maxDistance} are allowed.`,
    );
  }
  return undefined;
}

function isOpening(hunk: Hunk): boolean {
  return [...hunk.removed, ...hunk.added].every((line) =>
    /^\s*(?:$|import\b|from\s+\S+\s+import\b|export\s+.*\bfrom\b|__all__\b)/.test(line),
  );
}

function fixPaths({ findings }: Examined): string[] {
  return findings.flatMap((finding) => finding.fixes.flatMap((fix) => fix.edits.map((edit) => edit.path)));
}
