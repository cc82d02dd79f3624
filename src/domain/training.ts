/** What a job is at; `paused` waits for the provider's own review. */
export const JOB_STATES = [
  "validating_files",
  "queued",
  "running",
  "paused",
  "succeeded",
  "failed",
  "cancelled",
] as const;
export type JobState = (typeof JOB_STATES)[number];

/** How models are trained: on right answers, or on pairs of a better and a worse one. */
export type TrainingMethod = "supervised" | "dpo";
