import type { AttemptEnd, AttemptStart } from "../../domain/attempt.ts";
import type { Recorder } from "../../ports/recorder.ts";

/** What the model attempts at one file came to. */
export interface FileAttempts {
  readonly attempts: number;
  readonly tokens: number;
  /** Whole millionths of a US dollar; undefined as soon as one price is not known. */
  readonly costMicroUsd: number | undefined;
  readonly lastId: string;
}

/** Listens to a run beside whatever records it. */
export interface AttemptLog {
  readonly recorder: Recorder;
  /** What the files below a prefix cost; undefined if no model was asked about them. */
  below(prefix: string): FileAttempts | undefined;
  /** Prompt templates that were used, with their version. */
  readonly prompts: ReadonlyMap<string, number>;
}

/** `inner`: hears everything too. */
export function attemptLog(inner: Recorder, hear?: Pick<Recorder, "repairStarted">): AttemptLog {
  const pathOfRepair = new Map<string, string>();
  const started = new Map<string, AttemptStart>();
  const ended: { path: string; id: string; end: AttemptEnd }[] = [];
  const prompts = new Map<string, number>();
  return {
    prompts,
    recorder: {
      ...inner,
      repairStarted: (repair) => {
        pathOfRepair.set(repair.id, repair.path);
        hear?.repairStarted(repair);
        inner.repairStarted(repair);
      },
      attemptStarted: (attempt) => {
        started.set(attempt.id, attempt);
        prompts.set(attempt.promptName, attempt.promptVersion);
        inner.attemptStarted(attempt);
      },
      attemptEnded: (id, end) => {
        const path = pathOfRepair.get(started.get(id)?.repairId ?? "");
        if (path !== undefined) ended.push({ path, id, end });
        inner.attemptEnded(id, end);
      },
    },
    below(prefix) {
      const own = ended.filter(({ path }) => path.startsWith(prefix));
      const last = own.at(-1);
      if (!last) return undefined;
      const costs = own.map(({ end }) => end.costMicroUsd);
      return {
        attempts: own.length,
        tokens: own.reduce((sum, { end }) => sum + (end.promptTokens ?? 0) + (end.completionTokens ?? 0), 0),
        costMicroUsd: costs.includes(undefined) ? undefined : costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0),
        lastId: last.id,
      };
    },
  };
}
