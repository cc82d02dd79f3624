import type { MadeCase } from "../../../src/server/job-api.ts";
import { Safe } from "../view/Safe.tsx";
import { sentence } from "./JobStatus.tsx";

/** Eval cases that were made, and those that could not be. */
export function CaseResult({ cases }: { readonly cases: readonly MadeCase[] }) {
  return (
    <ul className="job-cases">
      {cases.map((each) => (
        <li key={each.id}>{each.made ? <Made kase={each} /> : <NotMade kase={each} />}</li>
      ))}
    </ul>
  );
}

function Made({ kase: { folder, expects, passes, said } }: { readonly kase: Extract<MadeCase, { made: true }> }) {
  return (
    <>
      <span className={`status tone-${passes ? "good" : "warn"}`}>
        <span className="dot" aria-hidden="true" />
        Made
      </span>{" "}
      <code>
        <Safe text={folder} most={200} />
      </code>
      : expects <Safe text={expects} most={120} />; <Safe text={said} most={400} />.{" "}
      <span className="quiet">Commit it.</span>
    </>
  );
}

function NotMade({ kase: { id, error } }: { readonly kase: Extract<MadeCase, { made: false }> }) {
  return (
    <>
      <span className="status tone-bad">
        <span className="dot" aria-hidden="true" />
        Not made
      </span>{" "}
      <code>{id.slice(-8)}</code>: <Safe text={sentence(error.message)} most={400} />{" "}
      <span className="quiet">
        <Safe text={sentence(error.hint)} most={300} />
      </span>
    </>
  );
}
