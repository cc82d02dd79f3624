import type { ReactNode } from "react";
import type { Job, JobKind, JobResult } from "../../../src/server/job-api.ts";
import { count } from "../text/figures.ts";
import { Kbd } from "../view/Parts.tsx";
import { Safe } from "../view/Safe.tsx";
import { isOpen, type JobDesk } from "./use-job.ts";

const DOING: Readonly<Record<JobKind, string>> = {
  calibrate: "Calibrating the judge",
  case: "Making eval cases",
  evals: "Running evals",
  export: "Exporting",
};
const CANCELLED: Readonly<Record<JobKind, string>> = {
  calibrate: "Cancelled: nothing was kept.",
  case: "Cancelled: cases that were written stay.",
  evals: "Cancelled: the run was not kept.",
  export: "Cancelled: nothing was written.",
};

interface JobStatusProps<Kind extends JobKind> {
  readonly desk: JobDesk;
  readonly kind: Kind;
  /** Whether a job of this kind is about what is shown. */
  readonly mine?: (job: Job) => boolean;
  /** What an ended job came to. */
  readonly children: (result: Extract<JobResult, { kind: Kind }>, job: Job) => ReactNode;
}

/** How far the job is, and what came of it; of another screen's, only that it is being worked on. */
export function JobStatus<Kind extends JobKind>({ desk, kind, mine = () => true, children }: JobStatusProps<Kind>) {
  const { job, failure } = desk;
  return (
    <div className="job">
      {failure && <Refusal message={failure.message} hint={failure.hint} />}
      {job && isOpen(job) && <Running job={job} cancel={desk.cancel} />}
      {job && !isOpen(job) && job.order.kind === kind && mine(job) && (
        <Ended job={job}>{job.result && isOf(job.result, kind) && children(job.result, job)}</Ended>
      )}
    </div>
  );
}

function isOf<Kind extends JobKind>(result: JobResult, kind: Kind): result is Extract<JobResult, { kind: Kind }> {
  return result.kind === kind;
}

function Running({ job: { order, state, progress }, cancel }: { readonly job: Job; readonly cancel: () => void }) {
  return (
    <div className="job-line" role="status">
      <span className="status tone-open">
        <span className="dot" aria-hidden="true" />
        {DOING[order.kind]}
        {progress && progress.of > 0 && `: ${count(progress.done)} of ${count(progress.of)}`} …
      </span>
      {progress && progress.of > 0 && (
        <progress value={progress.done} max={progress.of} aria-label={DOING[order.kind]} />
      )}
      <button type="button" className="small" disabled={state === "stopping"} onClick={cancel}>
        {state === "stopping" ? "Stopping …" : "Cancel"} <Kbd>X</Kbd>
      </button>
    </div>
  );
}

function Ended({ job, children }: { readonly job: Job; readonly children: ReactNode }) {
  if (job.failure) return <Refusal message={job.failure.message} hint={job.failure.hint} />;
  if (job.state === "cancelled") return <p role="status">{CANCELLED[job.order.kind]}</p>;
  return <div role="status">{children}</div>;
}

function Refusal({ message, hint }: { readonly message: string; readonly hint: string }) {
  return (
    <p className="job-failed" role="alert">
      <strong>
        <Safe text={sentence(message)} most={1000} />
      </strong>{" "}
      <Safe text={sentence(hint)} most={600} />
    </p>
  );
}

/** Messages of commands follow `patchpro: ` and so begin small and end without a stop. */
export function sentence(text: string): string {
  const whole = text.trim();
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}${/[.!?`]$/.test(whole) ? "" : "."}`;
}
