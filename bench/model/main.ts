/**
 * What becomes of a model's replies of known quality, by strategy and by kind of finding. Usage:
 * node bench/model/main.ts [MODULES]   MODULES: files of 16 findings each; 13 if left out.
 */
import { KINDS, makeCorpus } from "./corpus.ts";
import { QUALITIES, type Quality } from "./replies.ts";
import { type Count, type Trial, tryOut } from "./trial.ts";

const STRATEGIES = ["batch", "single", "v1"] as const;
const files = makeCorpus(Number(process.argv[2] ?? 13));

/** Of ten answers five are right, two can be mended, two are wrong and one is hostile. */
const MIXED: readonly Quality[] = [
  "right",
  "repairable",
  "right",
  "wrong",
  "right",
  "hostile",
  "right",
  "repairable",
  "right",
  "wrong",
];
const trials: Trial[] = [];
for (const strategy of STRATEGIES)
  trials.push(await tryOut(files, (_, at) => MIXED[(at * 7) % 10] ?? "right", { strategy, flavour: "auto" }));

console.log(`\nReplies of mixed quality, ${trials[0]?.findings} findings. Each cell: accepted of findings.\n`);
console.log(row(["", ...STRATEGIES]));
for (const kind of KINDS) console.log(row([kind, ...trials.map(({ byKind }) => share(byKind.get(kind)))]));
for (const quality of QUALITIES)
  console.log(row([quality, ...trials.map(({ byQuality }) => share(byQuality.get(quality)))]));
console.log(row(["requests", ...trials.map(({ requests }) => String(requests))]));
console.log(row(["ms a finding", ...trials.map(({ wallMs, findings }) => (wallMs / findings).toFixed(0))]));
console.log(row(["wrong or dishonest", ...trials.map(({ suspicious }) => String(suspicious.length))]));
const [batch, single] = trials.map(({ byKind }) =>
  [...byKind.values()].reduce((sum, { accepted }) => sum + accepted, 0),
);
console.log(`\nbatch accepts ${(((batch ?? 0) / Math.max(1, single ?? 0)) * 100).toFixed(0)} % of what single accepts`);
for (const { strategy, suspicious, missed, unlocated } of trials) {
  if (unlocated > 0)
    console.log(`\n${strategy}: ${unlocated} findings of prompts were not found in the text that they show`);
  for (const one of suspicious) console.log(`\n${strategy} WRONG ${one}`);
  if (strategy !== "v1") for (const one of missed) console.log(`${strategy} missed ${one}`);
}

function row(cells: readonly string[]): string {
  return cells.map((cell, at) => (at === 0 ? cell.padEnd(22) : cell.padStart(10))).join("");
}

function share(count: Count | undefined): string {
  return count ? `${count.accepted}/${count.findings}` : "-";
}
