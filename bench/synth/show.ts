import { wilson } from "../../src/domain/statistics.ts";
import type { SynthOutcome } from "../../src/eval/synth/results.ts";

/** `812/1000 81.2 % (78.7 to 83.5)`: accepted of findings, with Wilson's 95 % interval. */
export function rateOf(outcomes: readonly SynthOutcome[]): string {
  const { count, n, share, low, high } = wilson(outcomes.filter(({ accepted }) => accepted).length, outcomes.length);
  if (share === undefined) return "-";
  const percent = (value: number): string => (value * 100).toFixed(1);
  return `${count}/${n} ${percent(share)} % (${percent(low)} to ${percent(high)})`;
}

/** A table: one row for each key, one column for each variant. */
export function rateTable(
  variants: ReadonlyMap<string, readonly SynthOutcome[]>,
  keyOf: (outcome: SynthOutcome) => string,
): string {
  const keys = new Set([...variants.values()].flatMap((outcomes) => outcomes.map(keyOf)));
  const rows = [...keys].map((key) => [
    key,
    ...[...variants.values()].map((outcomes) => rateOf(outcomes.filter((one) => keyOf(one) === key))),
  ]);
  const all = [["", ...variants.keys()], ...rows, ["all", ...[...variants.values()].map(rateOf)]];
  return all
    .map((cells) =>
      cells
        .map((cell, at) => cell.padEnd(at === 0 ? 34 : 34))
        .join("")
        .trimEnd(),
    )
    .join("\n");
}

/** What was not accepted and why, most often first. */
export function refusals(outcomes: readonly SynthOutcome[], most: number): string {
  const lost = outcomes.filter(({ accepted }) => !accepted);
  const groups = [...Map.groupBy(lost, ({ record, check, code }) => `${record.recipe}: ${check ?? "-"} ${code ?? ""}`)];
  return groups
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, most)
    .map(([name, own]) => `  ${own.length} × ${name}\n      ${own[0]?.record.id}: ${own[0]?.reason?.slice(0, 240)}`)
    .join("\n");
}
