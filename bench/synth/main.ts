/**
 * Synthetic findings: made, counted, and worked on. Usage: node bench/synth/main.ts [COUNT] [SEED]
 * COUNT: 10,000 if left out. The scripted model runs on the first 2,000 at most, in two strategies.
 */
import { openSynthAnalyzers } from "../../src/cli/wire/synth.ts";
import { readEnvironment } from "../../src/config/environment.ts";
import { generate } from "../../src/eval/synth/generate.ts";
import { RECIPES } from "../../src/eval/synth/recipes/all.ts";
import type { SynthRecord } from "../../src/eval/synth/record.ts";
import { makeBatches } from "./batches.ts";
import { pipelineRuns, referencesClimb } from "./drive.ts";
import { qualityOf } from "./model.ts";
import { plantedOf } from "./planted.ts";
import { rateOf, rateTable, refusals } from "./show.ts";

/** Files for the batch rows. */
const BATCH_FILES = 60;
const [count, seed] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 42)];
const MODEL_FINDINGS = 2_000;

const records: SynthRecord[] = [];
const analyzers = openSynthAnalyzers(process.cwd(), readEnvironment());
const madeIn = stopwatch();
const tally = await generate(
  { count, seed, recipes: RECIPES, mix: "even" },
  { analyzers, signal: new AbortController().signal, write: async (more) => void records.push(...more) },
);
const batches = await makeBatches(BATCH_FILES, analyzers);
await analyzers.close();
const drafts = [...tally.values()].reduce((sum, one) => sum + one.confirmed + one.refused + one.duplicates, 0);
console.log(
  `${records.length} findings of seed ${seed} by ${tally.size} recipes in ${madeIn()} s; ${((records.length / drafts) * 100).toFixed(2)} % of ${drafts} drafts were confirmed and new\n`,
);
for (const [name, one] of tally)
  console.log(
    `  ${name.padEnd(36)}${String(one.confirmed).padStart(6)}${one.refused + one.duplicates > 0 ? `   ${one.refused} not confirmed, ${one.duplicates} near-duplicates` : ""}`,
  );

const climbedIn = stopwatch();
const climbed = await referencesClimb(records);
console.log(`\n(a) reference fixes accepted by the ladder: ${rateOf(climbed)}, in ${climbedIn()} s`);
console.log(refusals(climbed, 40));

const nativeIn = stopwatch();
const planted = records.map(plantedOf);
const native = await pipelineRuns(planted);
console.log(`\n(b) the analyzers' own fixes alone, in ${nativeIn()} s; coverage by recipe`);
console.log(rateTable(new Map([["native", native]]), ({ record }) => record.recipe));

const few = planted.slice(0, MODEL_FINDINGS);
const modelIn = stopwatch();
const variants = new Map([
  ["native", native.slice(0, few.length)],
  ["native + model, batch", await pipelineRuns(few, "batch")],
  ["native + model, single", await pipelineRuns(few, "single")],
]);
console.log(
  `\n(c) a scripted model (6 of 10 right, 2 badly written, 1 useless, 1 broken) behind them, ${few.length} findings, in ${modelIn()} s`,
);
console.log(`\nBy family\n${rateTable(variants, ({ record }) => record.family)}`);
console.log(`\nBy recipe\n${rateTable(variants, ({ record }) => record.recipe)}`);
const asked = new Map(
  [...variants].slice(1).map(([name, own]) => [name, own.filter((_, at) => !variants.get("native")?.[at]?.accepted)]),
);
const many = new Map([
  ["native + model, batch", await pipelineRuns(batches, "batch")],
  ["native + model, single", await pipelineRuns(batches, "single")],
]);
console.log(
  `\nBatches: ${batches.length} files with ${batches.flatMap(({ aims }) => aims).length} findings that have no native fix\n${rateTable(many, ({ record }) => record.family)}`,
);
console.log(`\nBatches by quality of the answer\n${rateTable(many, ({ record }) => qualityOf(record))}`);
for (const [name, own] of many)
  console.log(
    `\n${name}: right answers that were not accepted\n${refusals(
      own.filter((one) => ["right", "badly written"].includes(qualityOf(one.record))),
      12,
    )}`,
  );
console.log(
  `\nOnly what native fixes leave, by quality of the answer\n${rateTable(asked, ({ record }) => qualityOf(record))}`,
);
for (const [name, own] of asked) {
  const wrong = own.filter((one) => one.accepted && one.source === "model" && !one.exact);
  console.log(
    `\n${name}: ${wrong.length} accepted fixes are not the reference; accepted although useless or broken: ${own.filter((one) => one.accepted && ["useless", "broken"].includes(qualityOf(one.record))).length}`,
  );
  console.log(
    refusals(
      own.filter((one) => ["right", "badly written"].includes(qualityOf(one.record))),
      12,
    ),
  );
}

function stopwatch(): () => string {
  const started = performance.now();
  return () => ((performance.now() - started) / 1000).toFixed(1);
}
