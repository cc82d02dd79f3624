import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { compareBuilds } from "./embedded.ts";
import { cacheFolder } from "./fetch/places.ts";
import { findPython } from "./fetch/python.ts";
import { measureGrowth } from "./growth.ts";
import { type JobResult, runJob, type Sizes } from "./job.ts";
import { eslintJob, QUICK, ruffFolder, ruffJob } from "./jobs.ts";
import { detailsOf, growthOf, summaryOf, tableOf } from "./show.ts";

const PARTS = ["ruff-default", "ruff-strict", "eslint", "growth", "embedded"] as const;
type Part = (typeof PARTS)[number];

const HELP = `npm run bench [-- --quick] [-- --repetitions N] [-- --only ${PARTS.join("|")}]…

Runs PatchPro on published packages, and holds what it says against what the analyzers themselves say of the patched
files; measures its time against theirs. Packages and analyzers are downloaded once, with pinned hashes, into
${cacheFolder()}; nothing of the packages is executed. Needs Python 3, git and npm.
Exit code 1 if anything that PatchPro promises did not hold.`;

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    repetitions: { type: "string", default: "3" },
    only: { type: "string", multiple: true, default: [...PARTS] },
    help: { type: "boolean", default: false },
  },
});

if (values.help) console.log(HELP);
else
  bench(
    PARTS.filter((part) => values.only.includes(part)),
    values.quick,
    Math.max(1, Number(values.repetitions) || 1),
  );

/** `quick`: small trees, small samples, every run once; for a look whether the bench itself works. */
function bench(parts: readonly Part[], quick: boolean, repetitions: number): void {
  const python = findPython();
  const say = (what: string): void => console.error(`${new Date().toISOString().slice(11, 19)}  ${what}`);
  const full: Sizes = quick ? { repetitions: 1, alone: 20, naive: 10 } : { repetitions, alone: 300, naive: 60 };
  const packages = quick ? QUICK : undefined;
  const jobs: Partial<Record<Part, () => JobResult>> = {
    "ruff-default": () => runJob(ruffJob(python, "default", full, packages), say),
    "ruff-strict": () => runJob(ruffJob(python, "strict", { ...full, repetitions: 1 }, packages), say),
    eslint: () =>
      runJob(
        eslintJob(python, { repetitions: 1, alone: quick ? 20 : 60, naive: 20 }, quick ? ["commander"] : undefined),
        say,
      ),
  };
  const folder = cacheFolder("results", new Date().toISOString().replaceAll(":", "-").slice(0, 19));
  const finished = (result: JobResult): JobResult => {
    writeFileSync(path.join(folder, `${result.name}.txt`), detailsOf(result));
    console.log(`${summaryOf(result)}\n`);
    return result;
  };
  const results = parts.flatMap((part) => jobs[part] ?? []).map((job) => finished(job()));
  const growth =
    parts.includes("growth") && !quick
      ? measureGrowth(python, { programs: [ruffFolder(python)], repetitions }, say)
      : [];
  const builds = parts.includes("embedded") ? compareBuilds(python, say) : undefined;

  writeFileSync(path.join(folder, "results.json"), `${JSON.stringify({ results, growth, builds }, null, 1)}\n`);
  const words = [results.length > 0 && tableOf(results), growthOf(growth), builds?.words, `Details: ${folder}`];
  console.log(words.filter(Boolean).join("\n\n"));
  if (results.some(({ invariants }) => invariants.some(({ exceptions }) => exceptions.length > 0)))
    process.exitCode = 1;
}
