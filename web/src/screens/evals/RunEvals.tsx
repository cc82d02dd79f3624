import type { JobResult, SuiteAnswer } from "../../../../src/server/job-api.ts";
import { useAsked, useDesk } from "../../data/ask.ts";
import { JobButton } from "../../job/JobButton.tsx";
import { JobStatus } from "../../job/JobStatus.tsx";
import type { JobDesk } from "../../job/use-job.ts";
import { setParams, useRoute } from "../../route.ts";
import { count, plural } from "../../text/figures.ts";
import { visibleText } from "../../text/visible.ts";
import { Safe } from "../../view/Safe.tsx";

/** Runs the repository's own cases with their own replies: no model is asked. */
export function RunEvals({ desk }: { readonly desk: JobDesk }) {
  const { source } = useDesk();
  const { params } = useRoute();
  const asked = useAsked(desk.can ? "suite" : undefined, (signal) => source.get<SuiteAnswer>("/api/suite", signal));
  const suite = asked.value;
  const family = suite?.families.find(({ name }) => name === params.family)?.name;
  const command = `npx patchpro eval run${family === undefined ? "" : ` --family ${family}`}`;
  return (
    <>
      {suite && suite.cases > 0 && (
        <select
          aria-label="Which cases"
          value={family ?? ""}
          onChange={(event) => setParams({ family: event.target.value })}
        >
          <option value="">all {plural(suite.cases, "case")}</option>
          {suite.families.map(({ name, cases }) => (
            <option key={name} value={name}>
              {`${visibleText(name)} (${count(cases)})`}
            </option>
          ))}
        </select>
      )}
      <JobButton
        desk={desk}
        name="Run evals"
        keyName="r"
        order={suite && suite.cases > 0 ? { kind: "evals", ...(family !== undefined && { family }) } : undefined}
        command={command}
      />
      {(asked.failure || suite?.cases === 0) && (
        <span className="quiet">
          There are no cases in <code>evals/cases</code>: <code>m</code> on a repair makes one.
        </span>
      )}
    </>
  );
}

/** What the last run came to. */
export function RunResult({ desk }: { readonly desk: JobDesk }) {
  return (
    <JobStatus desk={desk} kind="evals">
      {(result) => <Counts result={result} />}
    </JobStatus>
  );
}

function Counts({ result: { suite, counts, problems } }: { readonly result: Extract<JobResult, { kind: "evals" }> }) {
  const words = (["failed", "errored", "skipped", "flaky"] as const).flatMap((status) =>
    counts[status] === 0 ? [] : [`${count(counts[status])} ${status}`],
  );
  return (
    <>
      <p className="number">
        <strong>
          {count(counts.passed)} of {plural(counts.cases, "case")} passed
        </strong>
        {words.length > 0 && `, ${words.join(", ")}`}; kept as a run of <Safe text={suite} most={80} />.
      </p>
      {problems.map((problem) => (
        <p key={problem} className="tone-bad">
          <Safe text={problem} most={400} />
        </p>
      ))}
    </>
  );
}
