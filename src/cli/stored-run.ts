import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { PatchProError } from "../domain/errors.ts";
import { readReport } from "../report/json.ts";
import { type ProofV1, readProof } from "../report/proof.ts";
import type { ReportV1 } from "../report/schema.ts";

/** An earlier run, read back from its folder. */
export interface StoredRun {
  /** Absolute. */
  readonly folder: string;
  readonly report: ReportV1;
  /** Proofs by patch id. */
  readonly proofs: ReadonlyMap<string, ProofV1>;
}

/** Reads a run: a folder, a run's id, or the newest one below the root. Throws `PatchProError("input")`. */
export async function readRun(root: string, cwd: string, name?: string): Promise<StoredRun> {
  const folder = name === undefined ? await newestRun(root) : await namedRun(root, cwd, name);
  const file = path.join(folder, "report.json");
  const report = readReport(await text(file), file);
  const proofs = new Map<string, ProofV1>();
  for (const { id, proof } of report.patches) proofs.set(id, await readProofAt(path.join(folder, proof)));
  return { folder, report, proofs };
}

/** Reads one proof. Throws `PatchProError("input")`. */
export async function readProofAt(file: string): Promise<ProofV1> {
  return readProof(await text(file), file);
}

async function newestRun(root: string): Promise<string> {
  const runs = path.join(root, ".patchpro", "runs");
  const names = (await readdir(runs).catch(() => [])).filter((name) => !name.includes(".partial")).sort();
  const newest = names.at(-1);
  if (newest === undefined) throw new PatchProError("input", `there is no run below ${runs}`, "Start one with `patchpro run`.");
  return path.join(runs, newest);
}

async function namedRun(root: string, cwd: string, name: string): Promise<string> {
  const candidates = [path.resolve(cwd, name), path.join(root, ".patchpro", "runs", name)];
  for (const folder of candidates) if (await stat(path.join(folder, "report.json")).catch(() => undefined)) return folder;
  throw new PatchProError("input", `${name} is not a run`, "Name a folder that holds a report.json, or an id below .patchpro/runs.");
}

async function text(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new PatchProError("input", `${file} cannot be read`, "Check the name; a run's folder must be whole.", { cause: error });
  }
}
