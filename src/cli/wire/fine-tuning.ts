import path from "node:path";
import { createFineTuner } from "../../adapters/providers/fine-tuning.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { openFolder } from "../../adapters/system/folder.ts";
import { dataFolder } from "../../adapters/system/run-folder.ts";
import { type TrainingNotes, trainingNotes } from "../../adapters/system/training-notes.ts";
import type { Config } from "../../config/config.ts";
import { type ReadDataset, readDataset } from "../../eval/datasets/read-folder.ts";
import type { Clock } from "../../ports/clock.ts";
import type { FineTuner } from "../../ports/fine-tuner.ts";
import type { CommandContext } from "../context.ts";
import { keyFor } from "./models.ts";

export type { TrainingNote, TrainingNotes } from "../../adapters/system/training-notes.ts";

/** What the fine-tuning commands work with. */
export interface TrainingDesk {
  readonly tuner: FineTuner;
  readonly clock: Clock;
}

/** The fine-tuning API of OpenAI, or of the address that is configured for OpenAI's models. Throws `PatchProError("config")` without a key. */
export function openTuner({ model }: Config, { environment }: CommandContext): TrainingDesk {
  const baseUrl = model.baseUrl ?? environment.openaiBaseUrl;
  const apiKey = keyFor("openai", baseUrl !== undefined, environment);
  return { tuner: createFineTuner({ baseUrl, apiKey, clock: systemClock }), clock: systemClock };
}

/** What is remembered of trainings, in `.patchpro/finetune/jobs.json`. */
export function openTrainingNotes(root: string): TrainingNotes {
  return trainingNotes(path.join(dataFolder(root), "finetune", "jobs.json"));
}

/** Reads a dataset's folder and checks every line of it. */
export function openDataset(folder: string): Promise<ReadDataset> {
  const files = openFolder(folder);
  return readDataset(async (name) => (await files.read(name))?.text);
}
