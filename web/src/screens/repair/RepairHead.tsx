import type { RepairAnswer } from "../../../../src/server/api.ts";
import type { AttemptTrace } from "../../../../src/domain/trace.ts";
import { useDesk } from "../../data/ask.ts";
import { linkTo } from "../../route.ts";
import { duration, money, moments } from "../../text/figures.ts";
import { Status, toneOf } from "../../view/Parts.tsx";
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
          {repair.strategy}, <Safe text={attempt.model} most={60} />, {money(repair.sums.costMicroUsd)}, {duration(repair.sums.latencyMs)}, {moments(repair.startedAt)}
          {repair.stopReason !== undefined && repair.stopReason !== repair.status && (
            <>
              , stopped: <Safe text={repair.stopReason} most={60} />
            </>
          )}
        </span>
      </div>
      <div className="repair-tools">
        <div className="segments" role="group" aria-label="Attempts">
          {attempts.map((each) => (
            <button key={each.id} type="button" aria-pressed={each.id === attempt.id} onClick={() => choose(each.number)} title={each.outcome ?? "open"}>
              <span className={`dot tone-${toneOf(each.outcome ?? "open")}`} aria-hidden="true" />
              {each.number}
              <span className="for-readers">{each.outcome ?? "open"}</span>
            </button>
          ))}
        </div>
        <button type="button" className={example.mine === "good" ? "marked-good" : ""} aria-pressed={example.mine === "good"} disabled={!config.can.label} onClick={() => example.mark("good")}>
          Good example <kbd aria-hidden="true">s</kbd>
        </button>
        <button type="button" className={example.mine === "bad" ? "marked-bad" : ""} aria-pressed={example.mine === "bad"} disabled={!config.can.label} onClick={() => example.mark("bad")}>
          Bad example <kbd aria-hidden="true">b</kbd>
        </button>
        {config.can.correct && (
          <a className="button" href={linkTo("correct", attempt.id, { repair: repair.id })}>
            Correct <kbd aria-hidden="true">c</kbd>
          </a>
        )}
        {config.can.playground && (
          <a className="button" href={linkTo("playground", attempt.id, { repair: repair.id })}>
            Playground <kbd aria-hidden="true">e</kbd>
          </a>
        )}
      </div>
    </header>
  );
}
