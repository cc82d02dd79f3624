import type { ClusterRun, FailureCluster } from "../../../src/domain/cluster.ts";
import { CaseResult } from "../job/CaseResult.tsx";
import { JobStatus } from "../job/JobStatus.tsx";
import { type JobDesk, useJob } from "../job/use-job.ts";
import { go, linkTo, setParams, useRoute } from "../route.ts";
import { count, moment, plural } from "../text/figures.ts";
import { useKeys } from "../view/keys.ts";
import { Empty, Failed, Waiting } from "../view/Parts.tsx";
import { Safe } from "../view/Safe.tsx";
import { toast } from "../view/toasts.tsx";
import { Ask } from "./clusters/Ask.tsx";
import { ClusterCard } from "./clusters/ClusterCard.tsx";
import { casesOf, saidOfCases } from "./clusters/cases.ts";
import { queueLink } from "./clusters/links.ts";
import { RestTable } from "./clusters/RestTable.tsx";
import { type ClusterDesk, useClusters } from "./clusters/use-clusters.ts";

const TOP = 5;
const STABLE = 0.8;

/** Why patches fail: the five largest causes in full, the rest as a list. */
export function Clusters() {
  const { params } = useRoute();
  const desk = useClusters(params.run ?? "");
  const { asked, run, deeds, question, working } = desk;
  const clusters = run?.clusters ?? [];
  const chosen = clusters.find(({ key }) => key === params.key) ?? undefined;
  const jobs = useJob(({ result }) => result?.kind === "case" && toast(saidOfCases(result)));
  useClusterKeys(desk, clusters, chosen, jobs);
  const inFull = clusters.filter(({ rank, key }) => rank <= TOP || key === chosen?.key);
  return (
    <div className="screen scrolls clusters">
      <div className="screen-head">
        <h1>Clusters</h1>
        {run && (
          <span className="quiet number">
            {count(run.attempts)} failed attempts, {count(run.repairs)} failed repairs,{" "}
            {plural(clusters.length, "cause")}; grouped {moment(run.at)}
          </span>
        )}
        <span className="spacer" />
        {deeds && desk.marked.length > 1 && (
          <button type="button" onClick={deeds.askMerge}>
            Merge {desk.marked.length} marked
          </button>
        )}
        {deeds && (
          <button type="button" disabled={working} onClick={() => void deeds.find()}>
            {working ? "Grouping …" : "Group again"}
          </button>
        )}
      </div>
      <JobStatus
        desk={jobs}
        kind="case"
        mine={({ order }) => order.kind === "case" && isOfExamples(order.ids, clusters)}
      >
        {({ cases }) => <CaseResult cases={cases} />}
      </JobStatus>
      {asked.failure && <Failed failure={asked.failure} again={asked.again} />}
      {!run && asked.waiting && <Waiting what="the clusters" />}
      {!run && asked.value && (
        <Empty title="The failures were not grouped yet.">
          {deeds ? (
            <button type="button" disabled={working} onClick={() => void deeds.find()}>
              Group them now
            </button>
          ) : (
            <>
              Run <code>patchpro cluster</code> in the repository, then make the bundle again.
            </>
          )}
        </Empty>
      )}
      {run && run.attempts === 0 && <Empty title="No attempt failed.">There is nothing to group.</Empty>}
      {run && run.attempts > 0 && (
        <>
          <Method run={run} />
          <div className="cluster-cards">
            {inFull.map((cluster) => (
              <ClusterCard
                key={cluster.key}
                cluster={cluster}
                chosen={chosen?.key === cluster.key}
                marked={desk.marked.includes(cluster)}
                deeds={deeds}
                jobs={jobs}
                choose={() => setParams({ key: cluster.key })}
              />
            ))}
          </div>
          <RestTable
            clusters={clusters.slice(TOP)}
            unclustered={run.unclustered}
            chosen={chosen?.key}
            choose={(key) => setParams({ key })}
          />
        </>
      )}
      {question && deeds && <Ask question={question} working={working} say={deeds.say} close={desk.close} />}
    </div>
  );
}

function useClusterKeys(
  { deeds }: ClusterDesk,
  clusters: readonly FailureCluster[],
  chosen: FailureCluster | undefined,
  jobs: JobDesk,
): void {
  const step = (by: number): void => {
    const at = chosen ? clusters.indexOf(chosen) + by : 0;
    const next = clusters[Math.max(0, Math.min(clusters.length - 1, at))];
    if (!next) return;
    setParams({ key: next.key });
    requestAnimationFrame(() =>
      document.querySelector(`.clusters [data-key="${CSS.escape(next.key)}"]`)?.scrollIntoView({ block: "nearest" }),
    );
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    Enter: () => {
      const [example] = chosen?.examples ?? [];
      if (example) go(linkTo("repair", example.repairId));
    },
    e: () => chosen && jobs.can && !jobs.busy && jobs.start(casesOf(chosen)),
    q: () => chosen && go(queueLink(chosen)),
    n: () => chosen && deeds?.ask("rename", chosen),
    x: () => chosen && deeds?.mark(chosen),
    m: () => deeds?.askMerge(),
    s: () => chosen && chosen.signatures.length > 1 && deeds?.ask("split", chosen),
    F: () => chosen && void deeds?.say({ kind: chosen.state === "open" ? "fixed" : "reopen", cluster: chosen.key }),
  });
}

function isOfExamples(ids: readonly string[], clusters: readonly FailureCluster[]): boolean {
  const shown = new Set(clusters.flatMap(({ examples }) => examples.map(({ attemptId }) => attemptId)));
  return ids.every((id) => shown.has(id));
}

/** How the groups came about, and whether to trust them. */
function Method({ run: { method, scope } }: { readonly run: ClusterRun }) {
  const isShaky = method.stability !== undefined && method.stability < STABLE;
  return (
    <p className={isShaky ? "notice tone-warn" : "quiet"}>
      {method.name} of {plural(method.signatures, "masked message")} (<Safe text={method.embedder} most={60} />, seed{" "}
      {method.seed}){method.stability !== undefined && `, stability ${method.stability.toFixed(2)}`}
      {method.silhouette !== undefined && `, silhouette ${method.silhouette.toFixed(2)}`}
      {isShaky && ": found again from a part of the messages, the groups differ. Read them with care."}
      {scope.query !== "" && (
        <>
          ; only <Safe text={scope.query} most={200} />
        </>
      )}
      {scope.since !== undefined && `; since ${moment(scope.since)}`}
    </p>
  );
}
