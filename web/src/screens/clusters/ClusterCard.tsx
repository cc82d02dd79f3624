import { type FailureCluster, TRUSTED_NAME_F1 } from "../../../../src/domain/cluster.ts";
import type { JobDesk } from "../../job/use-job.ts";
import { linkTo } from "../../route.ts";
import { count, money } from "../../text/figures.ts";
import { Safe } from "../../view/Safe.tsx";
import { ClusterActions } from "./ClusterActions.tsx";
import { ClusterStateChip } from "./ClusterState.tsx";
import { ShareBar, Trend } from "./Share.tsx";
import type { ClusterDeeds } from "./use-clusters.ts";

interface CardProps {
  readonly cluster: FailureCluster;
  readonly chosen: boolean;
  readonly marked: boolean;
  readonly deeds: ClusterDeeds | undefined;
  readonly choose: () => void;
  readonly jobs: JobDesk;
}

/** One cause in full: what it is, what it costs, whether it grows, three examples, and what to do. */
export function ClusterCard({ cluster, chosen, marked, deeds, choose, jobs }: CardProps) {
  const { name, rank, codes, examples, attempts, recovered, medianAttempts } = cluster;
  return (
    <section
      className={`panel cluster ${chosen ? "chosen" : ""}`}
      aria-label={`Cluster ${rank}`}
      aria-current={chosen ? "true" : undefined}
      data-key={cluster.key}
    >
      <header className="panel-head">
        <h2>
          <button type="button" className="cluster-name" onClick={choose}>
            {rank}. <Safe text={name.name} most={120} />
          </button>
        </h2>
        <div className="panel-side">
          {marked && <span className="label-chip">marked</span>}
          <ClusterStateChip cluster={cluster} />
          <code className="quiet">{cluster.key}</code>
        </div>
      </header>
      <div className="panel-body">
        <ShareBar rate={cluster.repairs} />
        <dl className="cluster-figures">
          <Figure name="Wasted">
            {money(cluster.wastedMicroUsd)}
            {cluster.unpriced > 0 && <span className="quiet"> + {count(cluster.unpriced)} unpriced</span>}
          </Figure>
          <Figure name="Attempts">
            {count(attempts)}
            {recovered > 0 && <span className="quiet"> ({count(recovered)} recovered)</span>}
          </Figure>
          <Figure name="Median attempts">{medianAttempts ?? "none"}</Figure>
          <Figure name="Trend">
            <Trend trend={cluster.trend} />
          </Figure>
        </dl>
        <p>
          <Safe text={name.definition} most={700} />
        </p>
        {name.test !== undefined && (
          <p>
            <span className="quiet">Told by:</span> <Safe text={name.test} />
          </p>
        )}
        <p>
          <span className="quiet">Worth trying:</span> <Safe text={name.remedy} />
        </p>
        <NamedBy cluster={cluster} />
        {codes.length > 0 && (
          <p className="cluster-codes">
            {codes.map((each) => (
              <a key={each.code} className="label-chip" href={linkTo("traces", "", { q: `code:${each.code}` })}>
                <Safe text={each.code} most={60} /> <span className="number">{count(each.count)}</span>
              </a>
            ))}
          </p>
        )}
        <ul className="cluster-examples" aria-label="Examples">
          {examples.map(({ attemptId, repairId, ruleId, path, reason }) => (
            <li key={attemptId}>
              <a href={linkTo("repair", repairId)}>
                <Safe text={ruleId} most={80} /> <Safe text={path} most={120} />
              </a>
              <div className="quiet">
                <Safe text={reason} most={260} />
              </div>
            </li>
          ))}
        </ul>
        <ClusterActions {...{ cluster, marked, deeds, chosen, jobs }} />
      </div>
    </section>
  );
}

function Figure({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt className="quiet">{name}</dt>
      <dd className="number">{children}</dd>
    </div>
  );
}

function NamedBy({ cluster: { name } }: { readonly cluster: FailureCluster }) {
  if (name.by === "terms" || name.by === "person") return null;
  const doubted = name.f1 !== undefined && name.f1 < TRUSTED_NAME_F1;
  return (
    <p className={doubted ? "tone-warn" : "quiet"}>
      Named by <Safe text={name.by} most={80} />
      {name.f1 === undefined ? ", not checked" : `; its definition sorts other members with F1 ${name.f1.toFixed(2)}`}
      {doubted && ": do not trust it"}
    </p>
  );
}
