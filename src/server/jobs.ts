import { PatchProError } from "../domain/errors.ts";
import { ulidMaker } from "../domain/ulid.ts";
import type { Clock } from "../ports/clock.ts";
import { failureFor } from "./answer.ts";
import type { Job, JobOrder, JobProgress, JobResult } from "./job-api.ts";

/** What a job is told and tells while it works. */
export interface JobLine {
  readonly signal: AbortSignal;
  progress(now: JobProgress): void;
}

/** Does what an order says. Throws `PatchProError` for what a person can mend, and whatever the signal's abort throws. */
export type DoJob = (order: JobOrder, line: JobLine) => Promise<JobResult>;

/** The one place where work is started: one job at a time, the last one kept to be looked at. */
export interface Jobs {
  /** Undefined: another one runs. */
  begin(order: JobOrder): Job | undefined;
  current(): Job | undefined;
  /** The job after it was told to stop; undefined if there is none of this id. */
  cancel(id: string): Job | undefined;
}

interface JobsTools {
  readonly doJob: DoJob;
  readonly clock: Pick<Clock, "now">;
  /** Aborted when the server ends. */
  readonly signal: AbortSignal;
  /** Told of bugs. */
  report(error: unknown): void;
}

export function openJobs({ doJob, clock, signal, report }: JobsTools): Jobs {
  const newUlid = ulidMaker();
  let last: Job | undefined;
  let stop = new AbortController();
  const change = (changed: Partial<Job>): void => {
    if (last) last = { ...last, ...changed };
  };
  const isOpen = (): boolean => last !== undefined && last.endedAt === undefined;

  async function work(order: JobOrder, own: AbortController): Promise<void> {
    const line = {
      signal: AbortSignal.any([own.signal, signal]),
      progress: (progress: JobProgress) => change({ progress }),
    };
    try {
      const result = await doJob(order, line);
      change({ state: "done", result, endedAt: clock.now() });
    } catch (error) {
      const ended = { endedAt: clock.now() };
      // A cancelled job fails in whatever way its work notices it.
      if (line.signal.aborted) return change({ state: "cancelled", ...ended });
      if (!(error instanceof PatchProError)) report(error);
      change({ state: "failed", failure: failureFor(error).error, ...ended });
    }
  }

  return {
    begin(order) {
      if (isOpen()) return undefined;
      const now = clock.now();
      stop = new AbortController();
      last = {
        id: newUlid(now),
        order,
        state: "running",
        startedAt: now,
        endedAt: undefined,
        progress: undefined,
        result: undefined,
        failure: undefined,
      };
      void work(order, stop);
      return last;
    },
    current: () => last,
    cancel(id) {
      if (last?.id !== id) return undefined;
      if (last.state === "running") {
        change({ state: "stopping" });
        stop.abort();
      }
      return last;
    },
  };
}
