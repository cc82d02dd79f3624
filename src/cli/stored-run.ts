import path from "node:path";
import { PatchProError } from "../domain/errors.ts";
import { readReport } from "../report/json.ts";
import { type ProofV1, readProof } from "../report/proof.ts";
import type { ReportV1 } from "../report/schema.ts";
import { findRunFolder, readRunFile } from "./wire.ts";

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
  const folder = await findRunFolder(root, cwd, name);
  const report = readReport(await text(folder, "report.json"), path.join(folder, "report.json"));
  const proofs = new Map<string, ProofV1>();
  for (const { id, proof } of report.patches) proofs.set(id, await readProofAt(path.join(folder, proof)));
  return { folder, report, proofs };
}

/** Reads one proof. Throws `PatchProError("input")`. */
export async function readProofAt(file: string): Promise<ProofV1> {
  return readProof(await text(path.dirname(file), path.basename(file)), file);
}

async function text(folder: string, name: string): Promise<string> {
  const bytes = await readRunFile(folder, name);
  if (bytes) return bytes.toString("utf8");
  throw new PatchProError(
    "input",
    `${path.join(folder, name)} cannot be read`,
    "Check the name; a run's folder must be whole.",
  );
}
