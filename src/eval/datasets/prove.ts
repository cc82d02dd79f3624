import type { DatasetRow, Proved } from "../../domain/dataset.ts";
import type { Finding } from "../../domain/finding.ts";
import type { RepairTools } from "../../pipeline/repair.ts";
import { verifyMany } from "../../pipeline/verify-many.ts";

/** A row that is about to be written, with its findings where they stand in `before`. */
export interface Provable {
  readonly row: Pick<DatasetRow, "path" | "before" | "after" | "provenance">;
  readonly findings: readonly Finding[];
}

/** What the ladder said of a row: proved again, refused, or not to be tried here. */
export type ProofOutcome = Proved | { readonly failed: string };

/** Proves rows again; results are in their order. */
export type Prove = (rows: readonly Provable[]) => Promise<readonly ProofOutcome[]>;

/** Rows that are proved at once: their texts are in memory and on the disk twice. */
const AT_ONCE = 500;

/**
 * Proves rows with this repository's analyzers. What cannot be shown here says why: rows of other repositories, whose
 * configuration is not here; prompts that show only a part of the file; tools that are not installed.
 */
export function proveWith(tools: RepairTools, repository: string): Prove {
  return async (rows) => {
    const outcomes = new Map<Provable, ProofOutcome>();
    const able: Provable[] = [];
    for (const one of rows) {
      const why = whyNot(one, tools, repository);
      if (why === undefined) able.push(one);
      else outcomes.set(one, { proved: false, why });
    }
    for (let at = 0; at < able.length; at += AT_ONCE) {
      const some = able.slice(at, at + AT_ONCE);
      const climbed = await verifyMany(some.map(changeOf), tools);
      for (const [index, one] of some.entries()) {
        const failed = climbed[index]?.failed;
        outcomes.set(one, failed ? { failed: `${failed.name}: ${failed.detail}` } : { proved: true });
      }
    }
    return rows.map((one) => outcomes.get(one) ?? { proved: false, why: "it was not looked at" });
  };
}

function whyNot({ row, findings }: Provable, { ladder }: RepairTools, repository: string): string | undefined {
  if (row.provenance.repository !== repository) return "it is of another repository";
  if (row.provenance.textFrom === "prompt-excerpt") return "its prompt shows only a part of the file";
  const tools = new Set([...ladder.identities].flatMap(([name, { tool }]) => [name, tool]));
  const missing = findings.find(({ tool }) => !tools.has(tool));
  return missing && `${missing.tool} is not here`;
}

function changeOf({ row: { path, before, after }, findings }: Provable) {
  return { change: { path, before, after, encoding: "utf8" as const }, claimed: findings };
}
