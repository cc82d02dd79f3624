import { useCallback, useEffect, useRef, useState } from "react";
import type { Job, JobAnswer, JobOrder } from "../../../src/server/job-api.ts";
import { useDesk } from "../data/ask.ts";
import { type AskFailure, asFailure } from "../data/failure.ts";
import { useKeys } from "../view/keys.ts";

const LOOK_MS = 300;
const LOOK_AGAIN_MS = 2000;

/** What a screen can have done, and how far it is. There is one job at a time, whichever screen started it. */
export interface JobDesk {
  /** False in a bundle: commands are shown in place of buttons. */
  readonly can: boolean;
  /** The one that runs, or the last one. */
  readonly job: Job | undefined;
  readonly busy: boolean;
  /** Why nothing could be started, or seen. */
  readonly failure: AskFailure | undefined;
  readonly start: (order: JobOrder) => void;
  readonly cancel: () => void;
}

export const isOpen = (job: Job | undefined): boolean => job?.state === "running" || job?.state === "stopping";

/** `ended` is told of a job that ended while the screen was looked at. */
export function useJob(ended: (job: Job) => void): JobDesk {
  const { source, config } = useDesk();
  const { work: can } = config.can;
  const [job, setJob] = useState<Job>();
  const [starting, setStarting] = useState(false);
  const [failure, setFailure] = useState<AskFailure>();
  const [turn, setTurn] = useState(0);
  const tell = useRef(ended);
  tell.current = ended;
  const open = isOpen(job);
  useEffect(() => {
    if (!can || (turn > 0 && !open)) return;
    const gone = new AbortController();
    const look = async (): Promise<void> => {
      try {
        const { job: now } = await source.get<JobAnswer>("/api/jobs/current", gone.signal);
        if (gone.signal.aborted) return;
        setJob(now);
        setFailure(undefined);
        if (now && open && !isOpen(now)) tell.current(now);
        setTurn((last) => last + 1);
      } catch (thrown) {
        if (gone.signal.aborted) return;
        setFailure(asFailure(thrown));
        waiting = setTimeout(() => void look(), LOOK_AGAIN_MS);
      }
    };
    let waiting = setTimeout(() => void look(), turn === 0 ? 0 : LOOK_MS);
    return () => {
      gone.abort();
      clearTimeout(waiting);
    };
  }, [can, open, turn, source]);
  const send = useCallback(
    async (path: string, body: object): Promise<void> => {
      setStarting(true);
      try {
        setJob((await source.send<JobAnswer>("POST", path, body)).job);
        setFailure(undefined);
      } catch (thrown) {
        setFailure(asFailure(thrown));
      } finally {
        setStarting(false);
      }
    },
    [source],
  );
  const cancel = (): void => {
    if (job?.state === "running") void send(`/api/jobs/${encodeURIComponent(job.id)}/cancel`, {});
  };
  useKeys({ X: cancel }, open);
  return { can, job, busy: open || starting, failure, start: (order) => void send("/api/jobs", order), cancel };
}
