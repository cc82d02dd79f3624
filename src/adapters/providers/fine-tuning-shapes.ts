import { z } from "zod";
import { JOB_STATES } from "../../domain/training.ts";
import type { JobEvent, TrainingJob, TrainingOrder } from "../../ports/fine-tuner.ts";
import { oneLine, type Redact } from "./redact.ts";

/*
 * What the fine-tuning API of OpenAI takes and gives: https://developers.openai.com/api/reference/resources/files and
 * https://developers.openai.com/api/reference/resources/fine_tuning
 */

export const fileSchema = z.looseObject({ id: z.string().min(1), bytes: z.number().catch(0) });
export const jobSchema = z.looseObject({
  id: z.string().min(1),
  status: z.enum(JOB_STATES),
  model: z.string(),
  fine_tuned_model: z.string().nullish(),
  trained_tokens: z.number().nullish(),
  training_file: z.string(),
  created_at: z.number(),
  finished_at: z.number().nullish(),
  error: z.looseObject({ message: z.string().nullish(), code: z.string().nullish() }).nullish(),
});
export const jobsSchema = z.looseObject({ data: z.array(jobSchema) });
export const eventsSchema = z.looseObject({
  data: z.array(
    z.looseObject({ id: z.string(), created_at: z.number(), level: z.string().catch("info"), message: z.string() }),
  ),
});
/** The body that starts a job. */
export function bodyOf({ model, method, trainingFile, validationFile, suffix, epochs, seed }: TrainingOrder): object {
  const hyperparameters = epochs === undefined ? {} : { hyperparameters: { n_epochs: epochs } };
  return {
    model,
    training_file: trainingFile,
    ...(validationFile !== undefined && { validation_file: validationFile }),
    ...(suffix !== undefined && { suffix }),
    ...(seed !== undefined && { seed }),
    method: { type: method, [method]: hyperparameters },
  };
}

/** A job as PatchPro speaks of it. Times of the API are seconds. */
export function jobOf(job: z.infer<typeof jobSchema>, redact: Redact): TrainingJob {
  const { message, code } = job.error ?? {};
  const error = [code, message].filter((part) => typeof part === "string" && part !== "").join(": ");
  return {
    id: job.id,
    state: job.status,
    baseModel: oneLine(job.model),
    trainedModel: job.fine_tuned_model ?? undefined,
    trainedTokens: job.trained_tokens ?? undefined,
    error: error === "" ? undefined : oneLine(redact(error)),
    trainingFile: job.training_file,
    createdAt: job.created_at * 1000,
    finishedAt: job.finished_at === null || job.finished_at === undefined ? undefined : job.finished_at * 1000,
  };
}

/** Events, oldest first. */
export function eventsOf({ data }: z.infer<typeof eventsSchema>, redact: Redact): JobEvent[] {
  return data
    .map(({ id, created_at, level, message }) => ({
      id,
      at: created_at * 1000,
      level: oneLine(level),
      message: oneLine(redact(message)),
    }))
    .sort((a, b) => a.at - b.at);
}
