import { makeRepository } from "./fetch/repository.ts";
import { pythonContents } from "./jobs.ts";
import { median } from "./measure/median.ts";
import { patchproRun } from "./measure/patchpro.ts";

/** What a run costs as the same code is there once, and ten times over. */
export interface Growth {
  readonly copies: number;
  readonly findings: number;
  /** Milliseconds for one finding. */
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakBytes: number;
}

/** About 1,000 findings. */
const PACKAGES = ["requests", "scrapy"];
const COPIES = [1, 10];

/** Measures runs on one and on ten copies of some packages, each in a folder of its own; nothing else differs. */
export function measureGrowth(
  python: string,
  { programs, repetitions }: { readonly programs: readonly string[]; readonly repetitions: number },
  say: (what: string) => void,
): Growth[] {
  return COPIES.map((copies) => {
    const { folders, ...contents } = pythonContents(python, "", PACKAGES);
    const copied = Array.from({ length: copies }, (_, at) => folders.map((one) => ({ ...one, under: `copy${at}` })));
    const root = makeRepository(`growth-${copies}`, { ...contents, folders: copied.flat() });
    const runs = Array.from({ length: repetitions }, (_, turn) => {
      say(`growth: ${copies} copies, run ${turn + 1} of ${repetitions}`);
      return patchproRun(python, root, { programs });
    });
    const findings = runs[0]?.report.summary.findings ?? 0;
    const each = (of: "wallMs" | "cpuMs"): number =>
      median(runs.map(({ usage }) => usage[of] ?? Number.NaN)) / findings;
    const peakBytes = median(runs.map(({ usage }) => usage.peakBytes ?? Number.NaN));
    return { copies, findings, wallMs: each("wallMs"), cpuMs: each("cpuMs"), peakBytes };
  });
}
