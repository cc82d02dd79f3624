import type { AttemptTrace } from "../../../../src/domain/trace.ts";
import type { RepairAnswer } from "../../../../src/server/api.ts";
import { useDesk } from "../../data/ask.ts";
import { CaseResult } from "../../job/CaseResult.tsx";
import { JobButton } from "../../job/JobButton.tsx";
import { JobStatus } from "../../job/JobStatus.tsx";
import { useJob } from "../../job/use-job.ts";
import { linkTo } from "../../route.ts";
import { duration, moments, spent } from "../../text/figures.ts";
import { Kbd, Status, toneOf } from "../../view/Parts.tsx";
import { Safe } from "../../view/Safe.tsx";
import type { Example } from "./use-example.ts";

interface RepairHeadProps {
  readonly answer: RepairAnswer;
  readonly attempt: AttemptTrace;
  readonly example: Example;
  readonly choose: (number: number) => void;
  readonly back: () => void;
}

export function RepairHead({ answer, attempt, example, choose, back }: RepairHeadProps) {
  const { config } = useDesk();
  const desk = useJob(() => undefined);
  const { repair, attempts } = answer;
  const rules = [...new Set(repair.findings.map(({ ruleId }) => ruleId))];
  return (
    <header className="repair-head">
      <div className="repair-title">
        <button type="button" className="small" onClick={back} aria-label="Back to the traces">
          Back
        </button>
        <Status value={repair.status} />
        <h1>
          <code className="rule">
            <Safe text={rules.slice(0, 3).join(", ")} most={80} />
          </code>{" "}
          <Safe text={repair.path} most={200} />
        </h1>
        <span className="quiet repair-sums number">
          {repair.strategy}, <Safe text={attempt.model} most={60} />,{" "}
          {spent(repair.sums.costMicroUsd, repair.sums.unpriced)}, {duration(repair.sums.latencyMs)},{" "}
          {moments(repair.startedAt)}
          {repair.stopReason !== undefined && repair.stopReason !== repair.status && (
            <>
              , stopped: <Safe text={repair.stopReason} most={60} />
            </>
          )}
        </span>
      </div>
      <div className="repair-tools">
        <fieldset className="segments" aria-label="Attempts">
          {attempts.map((each) => (
            <button
              key={each.id}
              type="button"
              aria-pressed={each.id === attempt.id}
              onClick={() => choose(each.number)}
              title={each.outcome ?? "open"}
            >
              <span className={`dot tone-${toneOf(each.outcome ?? "open")}`} aria-hidden="true" />
              {each.number}
              <span className="for-readers">{each.outcome ?? "open"}</span>
            </button>
          ))}
        </fieldset>
        <button
          type="button"
          className={example.mine === "good" ? "marked-good" : ""}
          aria-pressed={example.mine === "good"}
          disabled={!config.can.label}
          onClick={() => example.mark("good")}
        >
          Good example <Kbd>s</Kbd>
        </button>
        <button
          type="button"
          className={example.mine === "bad" ? "marked-bad" : ""}
          aria-pressed={example.mine === "bad"}
          disabled={!config.can.label}
          onClick={() => example.mark("bad")}
        >
          Bad example <Kbd>b</Kbd>
        </button>
        {config.can.correct && (
          <a className="button" href={linkTo("correct", attempt.id, { repair: repair.id })}>
            Correct <Kbd>c</Kbd>
          </a>
        )}
        {config.can.playground && (
          <a className="button" href={linkTo("playground", attempt.id, { repair: repair.id })}>
            Playground <Kbd>e</Kbd>
          </a>
        )}
        <JobButton
          desk={desk}
          name="Make a case"
          keyName="m"
          order={{ kind: "case", ids: [attempt.id] }}
          command={`npx patchpro eval add ${attempt.id}`}
        />
      </div>
      <JobStatus desk={desk} kind="case" mine={({ order }) => order.kind === "case" && order.ids.includes(attempt.id)}>
        {({ cases }) => <CaseResult cases={cases.filter(({ id }) => id === attempt.id)} />}
      </JobStatus>
    </header>
  );
}
