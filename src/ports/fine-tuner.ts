import type { JobState, TrainingMethod } from "../domain/training.ts";

/** A file that was sent to be trained with. */
export interface UploadedFile {
  readonly id: string;
  readonly bytes: number;
}

/** What to train. */
export interface TrainingOrder {
  /** Base model as the provider names it, without `openai:`. */
  readonly model: string;
  readonly method: TrainingMethod;
  /** Ids of uploaded files. */
  readonly trainingFile: string;
  readonly validationFile?: string;
  /** Part of the new model's name, at most 64 characters. */
  readonly suffix?: string;
  /** The provider chooses if undefined. */
  readonly epochs?: number;
  readonly seed?: number;
}

export interface TrainingJob {
  readonly id: string;
  readonly state: JobState;
  readonly baseModel: string;
  /** The new model as the provider names it: `ft:gpt-4.1-mini-2025-04-14:org::id`; once it succeeded. */
  readonly trainedModel: string | undefined;
  /** Tokens that were paid for; once it ended. */
  readonly trainedTokens: number | undefined;
  /** Why it failed, in the provider's words, without secrets. */
  readonly error: string | undefined;
  readonly trainingFile: string;
  /** Milliseconds since the epoch, UTC. */
  readonly createdAt: number;
  readonly finishedAt: number | undefined;
}

/** Something that happened to a job, oldest first in lists. */
export interface JobEvent {
  readonly id: string;
  /** Milliseconds since the epoch, UTC. */
  readonly at: number;
  readonly level: string;
  readonly message: string;
}

/**
 * A provider that trains models. Methods reject with `PatchProError`: `config` for a refused key, `input` for something that
 * the provider will not take, `network` for an exchange that broke, `provider` for everything else that it said.
 */
export interface FineTuner {
  /** Where it is, without secrets. */
  readonly address: string;
  /** `name`: as the provider shows it. Sent again only where the server did not take it the first time. */
  upload(name: string, content: Uint8Array<ArrayBuffer>, signal?: AbortSignal): Promise<UploadedFile>;
  /** Starts a job. Where the connection breaks before the answer, the job that was started is looked for; never starts two. */
  create(order: TrainingOrder, signal?: AbortSignal): Promise<TrainingJob>;
  job(id: string, signal?: AbortSignal): Promise<TrainingJob>;
  /** The newest hundred. */
  events(id: string, signal?: AbortSignal): Promise<readonly JobEvent[]>;
}
