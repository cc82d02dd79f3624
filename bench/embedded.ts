import path from "node:path";
import { ruffAlone } from "./check/analyzer.ts";
import { Counts } from "./check/counts.ts";
import { nameOf } from "./check/tool-finding.ts";
import { programOf } from "./fetch/places.ts";
import { installRuff } from "./fetch/python.ts";
import { makeRepository } from "./fetch/repository.ts";
import { EMBEDDED_RUFF, pythonContents } from "./jobs.ts";
import { patchproRun } from "./measure/patchpro.ts";

/** How far the embedded Ruff and the program of the same version agree. */
export interface BuildComparison {
  readonly words: string;
  readonly findings: number;
  /** Findings that only one of the two reports. */
  readonly differences: readonly string[];
  /** Accepted with one build and not with the other. */
  readonly otherwiseDecided: readonly string[];
}

const PACKAGES = ["requests", "flask"];

/** Runs PatchPro twice on the same small tree: with the embedded Ruff, and with the program. */
export function compareBuilds(python: string, say: (what: string) => void): BuildComparison {
  say(`ruff ${EMBEDDED_RUFF}: embedded and native`);
  const ruff = programOf(installRuff(python, EMBEDDED_RUFF), "ruff");
  const [embedded, native] = (["wasm", "native"] as const).map((flavour) => {
    const contents = pythonContents(python, "", PACKAGES);
    const files = { ...contents.files, ".patchpro.toml": `[analyzers.ruff]\nflavour = "${flavour}"\n` };
    const root = makeRepository(`ruff-${flavour}`, { ...contents, files });
    const run = patchproRun(python, root, { programs: [path.dirname(ruff)] });
    const alone = ruffAlone(python, ruff).check(root).findings;
    return { run, alone };
  });
  if (!embedded || !native) throw new Error("two runs were made");
  const said = new Counts(
    embedded.run.report.findings.map(({ path: file, ruleId, message }) =>
      nameOf({ path: file, rule: ruleId, message }),
    ),
  );
  const printed = new Counts(native.alone.map(nameOf));
  const kinds = ({ run }: typeof embedded): Counts =>
    new Counts(
      run.report.findings.map(
        ({ path: file, ruleId, message, outcome }) =>
          `${outcome.kind}\t${nameOf({ path: file, rule: ruleId, message })}`,
      ),
    );
  const differences = [
    ...said
      .minus(printed)
      .ranked()
      .map(([name, count]) => `only embedded: ${count} × ${name}`),
    ...printed
      .minus(said)
      .ranked()
      .map(([name, count]) => `only native: ${count} × ${name}`),
  ];
  const otherwiseDecided = [
    ...kinds(embedded)
      .minus(kinds(native))
      .ranked()
      .map(([name, count]) => `embedded: ${count} × ${name}`),
    ...kinds(native)
      .minus(kinds(embedded))
      .ranked()
      .map(([name, count]) => `native: ${count} × ${name}`),
  ];
  const words = `embedded Ruff ${EMBEDDED_RUFF} on ${PACKAGES.join(" and ")}: ${printed.total} findings, ${differences.length} differ from the program's; ${otherwiseDecided.length} outcomes differ`;
  return {
    words: [words, ...differences.slice(0, 5), ...otherwiseDecided.slice(0, 5)].join("\n  "),
    findings: printed.total,
    differences,
    otherwiseDecided,
  };
}
