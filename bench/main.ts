import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { compareBuilds } from "./embedded.ts";
import { cacheFolder } from "./fetch/places.ts";
import { findPython } from "./fetch/python.ts";
import { type JobResult, runJob, type Sizes } from "./job.ts";
import { eslintJob, QUICK, ruffJob, SMALL } from "./jobs.ts";
import { detailsOf, growthOf, summaryOf, tableOf } from "./show.ts";

const FULL: Sizes = { repetitions: Number(process.env.REPS ?? 3), alone: 300, naive: 60 };
const ONCE: Sizes = { ...FULL, repetitions: 1 };
const FEW: Sizes = { repetitions: 1, alone: 20, naive: 10 };

const { values } = parseArgs({
  options: { quick: { type: "boolean" }, only: { type: "string", multiple: true }, help: { type: "boolean" } },
});

if (values.help)
  console.log(`npm run bench [-- --quick] [-- --only ruff-default|ruff-strict|growth|eslint|embedded]…

Runs PatchPro on published packages, which it downloads into ${cacheFolder()},
and holds what it says against what the analyzers themselves say. Needs Python 3, git and npm.`);
else bench(values.quick === true, values.only);

function bench(quick: boolean, only: readonly string[] | undefined): void {
  const python = findPython();
  const say = (what: string): void => console.error(`${new Date().toISOString().slice(11, 19)}  ${what}`);
  const wanted = (name: string): boolean => !only || only.includes(name);
  const packages = quick ? QUICK : undefined;
  const results: JobResult[] = [];
  if (wanted("ruff-default")) results.push(runJob(ruffJob(python, "default", quick ? FEW : FULL, packages), say));
  if (wanted("ruff-strict")) results.push(runJob(ruffJob(python, "strict", quick ? FEW : ONCE, packages), say));
  if (wanted("eslint"))
    results.push(runJob(eslintJob(python, quick ? FEW : { ...FULL, naive: 20 }, quick ? ["express"] : undefined), say));
  const small =
    wanted("growth") && !quick ? runJob(ruffJob(python, "default", { ...FEW, repetitions: 3 }, SMALL), say) : undefined;
  const builds = wanted("embedded") ? compareBuilds(python, say) : undefined;

  const folder = cacheFolder("results", new Date().toISOString().replaceAll(":", "-").slice(0, 19));
  mkdirSync(folder, { recursive: true });
  for (const result of results) writeFileSync(path.join(folder, `${result.name}.txt`), detailsOf(result));
  writeFileSync(path.join(folder, "results.json"), `${JSON.stringify({ results, small, builds }, null, 1)}\n`);
  console.log(
    [tableOf(results), ...results.map(summaryOf), growthOf(small, results), builds?.words ?? "", `Details: ${folder}`]
      .filter(Boolean)
      .join("\n\n"),
  );
  const exceptions = results.flatMap(({ invariants }) => invariants.flatMap((one) => one.exceptions));
  if (exceptions.length > 0) process.exitCode = 1;
}
