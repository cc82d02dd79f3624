import type { DisagreementsAnswer, JudgesAnswer, ShownJudge } from "../../../src/server/judge-api.ts";
import { useAsked, useDesk } from "../data/ask.ts";
import { JobButton } from "../job/JobButton.tsx";
import { JobStatus } from "../job/JobStatus.tsx";
import { useJob } from "../job/use-job.ts";
import { setParams, useRoute } from "../route.ts";
import { plural } from "../text/figures.ts";
import { Empty, Failed, Waiting } from "../view/Parts.tsx";
import { Safe } from "../view/Safe.tsx";
import { Agreement } from "./judge/Agreement.tsx";
import { Inbox } from "./judge/Inbox.tsx";
import { JudgeHead } from "./judge/JudgeHead.tsx";
import { JudgeTable } from "./judge/JudgeTable.tsx";

/** Versions of judges, how far each agrees with people, and where it does not. */
export function Judge() {
  const { source } = useDesk();
  const { id } = useRoute();
  const asked = useAsked("judges", (signal) => source.get<JudgesAnswer>("/api/judges", signal));
  const judges = asked.value?.judges ?? [];
  const chosen = judges.find(({ judge }) => judge.id === id) ?? judges[0];
  const desk = useJob(({ result }) => result?.kind === "calibrate" && asked.again());
  const judgeId = chosen?.judge.id;
  return (
    <div className="screen scrolls judge-screen">
      <div className="screen-head">
        <h1>Judge</h1>
        <span className="quiet">models that judge proved patches, and what their word is worth</span>
        <span className="spacer" />
        {judgeId !== undefined && (
          <JobButton
            desk={desk}
            name="Calibrate"
            keyName="C"
            order={{ kind: "calibrate", judgeId }}
            command={`npx patchpro judge calibrate --judge ${judgeId}`}
          />
        )}
      </div>
      <JobStatus
        desk={desk}
        kind="calibrate"
        mine={({ order }) => order.kind === "calibrate" && order.judgeId === judgeId}
      >
        {({ labels, grade, claim }) => (
          <p>
            <strong>
              Calibrated against {plural(labels, "label")}: {grade}.
            </strong>{" "}
            <Safe text={claim} />
          </p>
        )}
      </JobStatus>
      {asked.failure && <Failed failure={asked.failure} again={asked.again} />}
      {!asked.value && asked.waiting && <Waiting what="the judges" />}
      {asked.value && !chosen && (
        <Empty title="No judge was asked yet.">
          Label some accepted patches (press g q; in the order for calibration nothing of judges is seen), then run{" "}
          <code>patchpro judge run --query label:any --model PROVIDER:NAME</code>, and calibrate the judge here.
        </Empty>
      )}
      {chosen && (
        <>
          <JudgeTable judges={judges} chosen={chosen.judge.id} />
          <Chosen key={`${chosen.judge.id} ${chosen.calibratedAt ?? ""}`} shown={chosen} />
        </>
      )}
    </div>
  );
}

function Chosen({ shown }: { readonly shown: ShownJudge }) {
  const { source } = useDesk();
  const { params } = useRoute();
  const { judge, report } = shown;
  const path = `/api/judges/${encodeURIComponent(judge.id)}/disagreements`;
  const asked = useAsked(path, (signal) => source.get<DisagreementsAnswer>(path, signal));
  return (
    <>
      <JudgeHead shown={shown} />
      <div className="judge-columns">
        {report ? (
          <Agreement
            report={report}
            split={params.split === "dev" ? "dev" : "test"}
            cell={params.cell}
            choose={(changed) => setParams(changed)}
          />
        ) : (
          <Empty title="This judge was never calibrated.">
            Its word on {shown.raw.n} attempts is recorded and refuses nothing. When people have labelled some of them
            without seeing its verdicts, calibrate it (press C).
          </Empty>
        )}
        {asked.failure && <Failed failure={asked.failure} again={asked.again} />}
        {asked.value && (
          <Inbox key={judge.id} judgeId={judge.id} all={asked.value.disagreements} changed={asked.again} />
        )}
      </div>
    </>
  );
}
