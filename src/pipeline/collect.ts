import type { CollectedFinding, Report, Severity } from "../domain/finding.ts";
import { collectFindings } from "../findings/collect.ts";
import { markDuplicates } from "../findings/dedupe.ts";
import { markOutOfScope } from "../findings/scope.ts";
import type { Analyzer } from "../ports/analyzer.ts";
import type { Workspace } from "../ports/workspace.ts";

/** Where findings come from and which of them are meant. */
export interface CollectOrder {
  /** Reports that were given; undefined: the analyzers are asked. */
  readonly reports?: readonly Report[];
  /** Files and folders below the root; everything if empty. */
  readonly paths: readonly string[];
  readonly minSeverity: Severity;
  /** Only findings on lines that changed since a commit, or that are staged. */
  readonly changed?: { readonly ref: string } | "staged";
  /** Whether the configuration leaves a file out. */
  readonly excluded: (path: string) => boolean;
  /** Analyzers that should be asked and cannot be, one sentence each. */
  readonly absent?: readonly string[];
}

const NOBODY_LOOKED =
  "nobody looked: no analyzer fits this repository; name a report with --findings, or configure one ([analyzers.NAME] command = […])";

/** Reads or makes reports, finds every finding in its file, and marks those that are not to be worked on. */
export async function collect(
  order: CollectOrder,
  {
    workspace,
    analyzers,
    changedSince,
    signal,
  }: {
    readonly workspace: Workspace;
    readonly analyzers: readonly Analyzer[];
    readonly changedSince?: (revision: string, path: string) => Promise<boolean | undefined>;
    readonly signal?: AbortSignal;
  },
): Promise<{ findings: readonly CollectedFinding[]; notices: readonly string[] }> {
  const changedLines = order.changed && (await workspace.changedLines(order.changed));
  const reports =
    order.reports ?? (await Promise.all(analyzers.map((analyzer) => analyzer.analyze(order.paths, signal))));
  const { findings, notices } = await collectFindings(reports, workspace, changedSince ? { changedSince } : {});
  const wanted = markOutOfScope(findings, {
    minSeverity: order.minSeverity,
    paths: order.paths,
    ...(changedLines && { changedLines }),
  });
  const included = wanted.map((one): CollectedFinding => {
    if (one.skip || !order.excluded(one.finding.path)) return one;
    return { ...one, skip: { reason: "outside-scope", detail: "the configuration excludes the file" } };
  });
  const absent = order.reports ? [] : (order.absent ?? []);
  const nobody = !order.reports && analyzers.length === 0 && absent.length === 0;
  return {
    findings: markDuplicates(included),
    notices: [...(nobody ? [NOBODY_LOOKED] : []), ...absent, ...notices],
  };
}
