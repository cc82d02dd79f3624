import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../../../src/domain/finding.ts";
import { decodeText } from "../../../src/domain/text.ts";
import type { Analyzer } from "../../../src/ports/analyzer.ts";
import type { Workspace } from "../../../src/ports/workspace.ts";
import type { Lint } from "./linter.ts";
import { toyReport } from "./report.ts";

export interface ToyOptions {
  readonly lint: Lint;
  readonly workspace: Workspace;
  readonly name?: string;
  readonly isolation?: "file" | "tree";
  /** Called before every look at variants; may throw. */
  readonly onLook?: (paths: readonly string[]) => void;
}

/** The toy linter behind the port, in this process. */
export function toyAnalyzer({ lint, workspace, name = "toy", isolation = "file", onLook }: ToyOptions): Analyzer {
  const textAt =
    (root: string) =>
    (path: string): string | undefined => {
      try {
        return decodeText(readFileSync(join(root, path))).text;
      } catch {
        return undefined;
      }
    };
  const report = (root: string, paths: readonly string[], detail: "sightings" | "fixes"): Report => {
    const read = textAt(root);
    const findings = paths.flatMap((path) => {
      const text = read(path) ?? "";
      return toyReport(name, path, text, lint(path, text, read), detail).findings;
    });
    return { format: "findings", tool: name, findings, notices: [] };
  };
  return {
    name,
    isolation,
    handles: () => true,
    identify: async () => ({ tool: name, version: "1", flavour: "toy", configuration: "0" }),
    analyze: async (paths) => report(workspace.root, await workspace.list(paths), "fixes"),
    analyzeVariants: async (variants, detail, signal) =>
      variants.map(({ variant, root }) => {
        signal?.throwIfAborted();
        const paths = variant.changes.flatMap(({ path, after }) => (after === null ? [] : [path]));
        onLook?.(paths);
        return { variantId: variant.id, report: report(root, paths, detail) };
      }),
    close: async () => {},
  };
}
