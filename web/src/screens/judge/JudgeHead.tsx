import type { ShownJudge } from "../../../../src/server/judge-api.ts";
import { count, moment, percent, rateText } from "../../text/figures.ts";
import { Panel } from "../../view/Parts.tsx";
import { Safe } from "../../view/Safe.tsx";
import { GradeBadge } from "./GradeBadge.tsx";

/** What one judge is, what its word is worth, and what it would take to trust it. */
export function JudgeHead({ shown }: { readonly shown: ShownJudge }) {
  const { judge, report, word, grade, expired, expiresAt, drift, history } = shown;
  return (
    <Panel
      title={`Judge ${judge.id}`}
      side={
        <>
          <GradeBadge grade={grade} expired={expired} />
          {expiresAt !== undefined && expired === undefined && (
            <span className="label-chip">holds until {moment(expiresAt)}</span>
          )}
        </>
      }
    >
      <div className="judge-facts">
        <p className="judge-word">
          <Safe text={word} />
        </p>
        {report && (
          <p className="judge-claim">
            <Safe text={report.claim} />
          </p>
        )}
        {report && report.shortfalls.length > 0 && (
          <ul className="judge-shortfalls">
            {report.shortfalls.map((each) => (
              <li key={each}>
                <Safe text={each} />
              </li>
            ))}
          </ul>
        )}
        <p>
          <PassRate shown={shown} />
        </p>
        <dl className="judge-makeup">
          <Fact name="Prompt">
            {judge.prompt} <code>{judge.promptSha.slice(0, 8)}</code>
          </Fact>
          <Fact name="Rubrics">
            <code>{judge.rubricSha.slice(0, 8)}</code>
          </Fact>
          <Fact name="Model">
            <Safe text={judge.model} most={80} />
          </Fact>
          <Fact name="Examples">{count(judge.examples.length)} corrections</Fact>
          <Fact name="Calibrated">
            {history.length === 0 ? "never" : history.map(({ at, grade: then }) => `${moment(at)} ${then}`).join(", ")}
          </Fact>
          <Fact name="Anchors">
            {drift
              ? `${drift.stricter} stricter, ${drift.milder} milder of ${drift.n} (p = ${drift.p.toFixed(3)})${drift.alarm ? ": it has drifted" : ""}`
              : "not judged again yet"}
          </Fact>
        </dl>
      </div>
    </Panel>
  );
}

/** Never what the judge said alone: it errs. */
function PassRate({ shown: { raw, corrected, report } }: { readonly shown: ShownJudge }) {
  if (corrected)
    return (
      <>
        People would pass <strong>{percent(corrected.share)}</strong> (95 %: {percent(corrected.low)} to{" "}
        {percent(corrected.high)}) of the {count(raw.n)} attempts that it judged, corrected by its errors (Lee et al.
        2025). <span className="quiet">Its own word: {rateText(raw)}.</span>
      </>
    );
  return (
    <span className="quiet">
      {count(raw.n)} attempts judged. What share people would pass{" "}
      {report ? "cannot be told from this judge's verdicts." : "is known after a calibration."}
    </span>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
