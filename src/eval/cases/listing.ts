import { visible } from "../../trace/visible.ts";
import { rulesOf } from "./case.ts";
import type { CaseSpec } from "./format.ts";
import type { CaseHead } from "./load.ts";

/** `eval list --format json`. */
export function casesAsJson(heads: readonly CaseHead[]): string {
  const cases = heads.map(({ name, spec }) => ({
    name,
    title: spec.title,
    family: spec.family,
    language: spec.language,
    rule: rulesOf(spec),
    analyzer: spec.analyzer,
    expect: spec.expect,
  }));
  return `${JSON.stringify({ cases }, null, 2)}\n`;
}

/** One case per line, below its family. */
export function renderCases(heads: readonly CaseHead[]): string {
  const width = Math.max(...heads.map(({ name }) => name.length));
  const families = [...Map.groupBy(heads, ({ spec }) => spec.family)].sort(([a], [b]) => (a < b ? -1 : 1));
  const blocks = families.map(([family, some]) => {
    const lines = some.map(
      ({ name, spec }) =>
        `  ${name.padEnd(width)}  ${visible(`${rulesOf(spec)}: ${spec.title} (${expectationText(spec)})`)}`,
    );
    return `${visible(family)} (${some.length})\n${lines.join("\n")}`;
  });
  return `${blocks.join("\n\n")}\n\n${heads.length} cases\n`;
}

/** What must become of a case's targets, in a few words. */
export function expectationText({ expect }: CaseSpec): string {
  switch (expect.outcome) {
    case "accepted":
      return expect.source ? `accepted from ${expect.source}` : "accepted";
    case "rejected":
      return `rejected at ${expect.check}${expect.code ? ` (${expect.code})` : ""}`;
    case "skipped":
      return "skipped";
  }
}
