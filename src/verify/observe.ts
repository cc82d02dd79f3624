import type { Analyzer, VariantReport } from "../ports/analyzer.ts";
import type { Stage, StagedVariant, Variant, Workspace } from "../ports/workspace.ts";

/** What all analyzers said about one variant, by analyzer name. Only analyzers that handle one of its files are there. */
export type Observation = ReadonlyMap<string, VariantReport>;

/** What became of staged variants. */
export interface Observations {
  readonly of: ReadonlyMap<string, Observation>;
  /** Variants whose diff `git apply` refused, with git's words. */
  readonly refused: ReadonlyMap<string, string>;
}

/** Puts variants on disk with `git apply`, and lets every analyzer look at those it handles. */
export async function observe(
  variants: readonly Variant[],
  { workspace, analyzers }: { workspace: Workspace; analyzers: readonly Analyzer[] },
  detail: "sightings" | "fixes",
  signal?: AbortSignal,
): Promise<Observations> {
  const of = new Map<string, Map<string, VariantReport>>(variants.map(({ id }) => [id, new Map()]));
  const refused = new Map<string, string>();
  for (const isolation of ["file", "tree"] as const) {
    const users = analyzers.filter((analyzer) => analyzer.isolation === isolation);
    if (isolation === "tree" && users.length === 0) continue;
    const stage = await workspace.stage(variants, isolation);
    try {
      for (const [id, words] of stage.refused) refused.set(id, words);
      for (const analyzer of users) {
        for (const report of await analyzer.analyzeVariants(handledBy(analyzer, stage), detail, signal)) {
          of.get(report.variantId)?.set(analyzer.name, report);
        }
      }
    } finally {
      await stage.dispose();
    }
  }
  return { of, refused };
}

function handledBy(analyzer: Analyzer, stage: Stage): StagedVariant[] {
  return stage.staged.filter(({ variant }) =>
    variant.changes.some(({ path, after }) => after !== null && analyzer.handles(path)),
  );
}
