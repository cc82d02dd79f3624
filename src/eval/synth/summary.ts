import type { SynthTally } from "./generate.ts";

/** What was made, for a person: one line of sums, what a model wrote, and recipes that often miss. */
export function synthSummary(tally: SynthTally, out: string, seconds: number): string {
  const all = [...tally.values()];
  const sum = (of: (one: (typeof all)[number]) => number): number => all.reduce((total, one) => total + of(one), 0);
  const made = sum(({ confirmed }) => confirmed);
  const [refused, duplicates] = [sum((one) => one.refused), sum((one) => one.duplicates)];
  const drafts = made + refused + duplicates;
  const written = [...tally].filter(([name]) => name.startsWith("llm:"));
  const lines = [
    `${made} findings by ${tally.size} recipes in ${out} (${seconds.toFixed(1)} s).`,
    `${drafts} drafts: the analyzer did not confirm ${refused}, ${duplicates} were near-duplicates; all of these were replaced.`,
    ...written.map(
      ([name, one]) =>
        `${name}: ${one.confirmed} kept, ${one.refused} dropped${one.reason === undefined ? "" : ` (the last one: ${one.reason})`}, ${one.duplicates} near-duplicates`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}
