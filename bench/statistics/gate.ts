import { randomFrom } from "../../src/domain/statistics.ts";
import { gateRates } from "./live-runs.ts";

/** `node bench/statistics/gate.ts [GATES]`: how often the gate blocks live runs wrongly and rightly, as a Markdown table. */
const gates = Number(process.argv[2] ?? 400);
const random = randomFrom(1);
process.stdout.write(
  "| cases | repetitions | lost | false alarms | warnings unchanged | caught |\n| ---: | ---: | ---: | ---: | ---: | ---: |\n",
);
for (const [cases, repetitions, lost] of [
  [100, 1, 0.12],
  [100, 3, 0.12],
  [300, 1, 0.08],
  [300, 3, 0.08],
  [300, 3, 0.05],
  [1000, 1, 0.05],
] as const) {
  const seen = gateRates({ cases, repetitions, lost }, gates, random);
  const cells = [seen.falseAlarms, seen.warnings, seen.caught].map((share) => `${(100 * share).toFixed(1)} %`);
  process.stdout.write(`| ${cases} | ${repetitions} | ${(100 * lost).toFixed(0)} % | ${cells.join(" | ")} |\n`);
}
