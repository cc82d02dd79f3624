import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { PatchProError } from "../../domain/errors.ts";
import { writeAtomic } from "./atomic-file.ts";
import { readIfThere } from "./optional-file.ts";

const noteSchema = z.strictObject({
  /** SHA-256 of the dataset's manifest, model, suffix and epochs: what tells one training from another. */
  key: z.string(),
  /** Where it was sent, without secrets. */
  address: z.string(),
  model: z.string(),
  dataset: z.string(),
  at: z.number(),
  /** Ids of what was uploaded, by name of the file. */
  uploads: z.record(z.string(), z.string()),
  jobId: z.string().exactOptional(),
  trainedModel: z.string().exactOptional(),
});
const notesSchema = z.strictObject({ version: z.literal(1), jobs: z.array(noteSchema) });

/** What is remembered of one training: what was sent, and the job that it became. */
export type TrainingNote = z.infer<typeof noteSchema>;

/** Notes of trainings in one file, oldest first. */
export interface TrainingNotes {
  all(): Promise<readonly TrainingNote[]>;
  /** Adds a note, or replaces the one with its key and address. */
  keep(note: TrainingNote): Promise<void>;
}

/** Opens `jobs.json`; it is made when something is kept. Reading throws `PatchProError("input")` for a file that is not ours. */
export function trainingNotes(file: string): TrainingNotes {
  const all = async (): Promise<readonly TrainingNote[]> => {
    const text = await readIfThere(file);
    if (text === "") return [];
    const read = notesSchema.safeParse(parsed(text));
    if (read.success) return read.data.jobs;
    throw new PatchProError("input", `${file} cannot be read`, "Move it away: jobs can be asked for by their ids too.");
  };
  return {
    all,
    async keep(note) {
      const others = (await all()).filter((one) => one.key !== note.key || one.address !== note.address);
      await mkdir(dirname(file), { recursive: true });
      await writeAtomic(file, `${JSON.stringify({ version: 1, jobs: [...others, note] }, null, 2)}\n`);
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
