import type { Growth } from "./growth.ts";
import type { JobResult } from "./job.ts";

/** A compact table, one column per job. */
export function tableOf(results: readonly JobResult[]): string {
  const rows: [string, (result: JobResult) => string][] = [
    ["", ({ name }) => name],
    ["findings", ({ findings }) => count(findings)],
    ["accepted", ({ outcomes }) => count(outcomes.accepted)],
    ["rejected", ({ outcomes }) => count(outcomes.rejected)],
    ["skipped", ({ outcomes }) => count(outcomes.skipped)],
    ["failed", ({ outcomes }) => count(outcomes.failed)],
    ["patches", ({ patches }) => count(patches)],
    [
      "exceptions to the invariants",
      ({ invariants }) => count(invariants.flatMap(({ exceptions }) => exceptions).length),
    ],
    ["removed by the tool's own --fix", ({ coverage }) => count(coverage.removed)],
    ["… of these accepted", ({ coverage }) => percent(coverage.accepted, coverage.removed)],
    ["… or refused: something new instead", ({ coverage }) => percent(coverage.atAPrice, coverage.removed)],
    ["patchpro run", ({ patchpro }) => `${seconds(patchpro.wallMs)} (cpu ${seconds(patchpro.cpuMs)})`],
    ["tool: check and fix", ({ alone }) => `${seconds(alone.wallMs)} (cpu ${seconds(alone.cpuMs)})`],
    [
      "patchpro / tool",
      ({ patchpro, alone }) => `${ratio(patchpro.wallMs, alone.wallMs)} (cpu ${ratio(patchpro.cpuMs, alone.cpuMs)})`,
    ],
    ["naive loop, scaled", ({ naive }) => `${seconds(naive.wallMs)} (cpu ${seconds(naive.cpuMs)})`],
    [
      "naive / patchpro",
      ({ patchpro, naive }) => `${ratio(naive.wallMs, patchpro.wallMs)} (cpu ${ratio(naive.cpuMs, patchpro.cpuMs)})`,
    ],
    ["largest process", ({ patchpro }) => `${Math.round((patchpro.peakBytes ?? Number.NaN) / 2 ** 20)} MiB`],
  ];
  const lines = rows.map(([title, cell]) => [title, ...results.map(cell)]);
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join("  "),
    )
    .join("\n");
}

const SHOWN = 10;

/** What a person should look at first. */
export function summaryOf({ name, invariants, coverage, reworded }: JobResult): string {
  const rules = invariants.flatMap(({ name: what, exceptions }) => [
    `  ${exceptions.length === 0 ? "✓" : "✗"} ${what}${exceptions.length === 0 ? "" : `: ${exceptions.length} exceptions`}`,
    ...exceptions.slice(0, SHOWN).map((one) => `      ${one}`),
  ]);
  const missed = coverage.missed
    .slice(0, SHOWN)
    .map(({ count: many, rule, reason }) => `      ${many} × ${rule}  ${reason}`);
  return [
    name,
    ...rules,
    `  ${reworded.length} findings left are worded otherwise than before`,
    "  removed by the tool itself, not accepted:",
    ...missed,
  ].join("\n");
}

/** Everything, for a file. */
export function detailsOf({ name, invariants, coverage, reworded }: JobResult): string {
  return [
    name,
    ...invariants.flatMap(({ name: what, exceptions }) => [
      "",
      `# ${what}: ${exceptions.length} exceptions`,
      ...exceptions,
    ]),
    "",
    `# left and worded otherwise: ${reworded.length}`,
    ...reworded,
    ...coverage.missed.flatMap(({ count: many, rule, reason, examples }) => [
      "",
      `# the tool removes it, not accepted: ${many} × ${rule}  ${reason}`,
      ...examples,
    ]),
    "",
  ].join("\n");
}

/** How the time for one finding and the memory grow from a small tree to a large one. */
export function growthOf([small, large]: readonly Growth[]): string {
  if (!small || !large) return "";
  const grows = (of: "wallMs" | "cpuMs" | "peakBytes"): string => `× ${(large[of] / small[of]).toFixed(2)}`;
  return [
    `growth from ${count(small.findings)} to ${count(large.findings)} findings of the same kind:`,
    `time for each ${grows("wallMs")} (cpu ${grows("cpuMs")}), largest process ${grows("peakBytes")}`,
  ].join(" ");
}

function count(of: number): string {
  return of.toLocaleString("en-US");
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
}

function seconds(ms: number | undefined): string {
  return ms === undefined || Number.isNaN(ms) ? "?" : `${(ms / 1000).toFixed(1)} s`;
}

function ratio(a: number | undefined, b: number | undefined): string {
  return a === undefined || b === undefined || !b ? "?" : `${(a / b).toFixed(1)} ×`;
}
