import type { FailureCluster } from "../../../../src/domain/cluster.ts";
import type { JobDesk } from "../../job/use-job.ts";
import { linkTo } from "../../route.ts";
import { Kbd } from "../../view/Parts.tsx";
import { casesOf, copyCommands } from "./cases.ts";
import { queueLink, searchOf } from "./links.ts";
import type { ClusterDeeds } from "./use-clusters.ts";

interface ActionProps {
  readonly cluster: FailureCluster;
  readonly marked: boolean;
  readonly deeds: ClusterDeeds | undefined;
  readonly chosen: boolean;
  readonly jobs: JobDesk;
}

/** What to do with a cluster. Links work in a bundle too. */
export function ClusterActions({ cluster, marked, deeds, chosen, jobs }: ActionProps) {
  const isOpen = cluster.state === "open";
  return (
    <div className="cluster-actions">
      <a className="button" href={linkTo("traces", "", { q: searchOf(cluster) })}>
        Open all
      </a>
      {deeds && (
        <a className="button" href={queueLink(cluster)}>
          Label queue
        </a>
      )}
      <button
        type="button"
        disabled={jobs.can && jobs.busy}
        onClick={() => (jobs.can ? jobs.start(casesOf(cluster)) : void copyCommands(cluster))}
      >
        {jobs.can ? "Make cases" : "Copy eval commands"} {jobs.can && chosen && <Kbd>e</Kbd>}
      </button>
      {deeds && (
        <>
          <button type="button" onClick={() => deeds.ask("rename", cluster)}>
            Rename
          </button>
          <button type="button" aria-pressed={marked} onClick={() => deeds.mark(cluster)}>
            {marked ? "Unmark" : "Mark to merge"}
          </button>
          {cluster.signatures.length > 1 && (
            <button type="button" onClick={() => deeds.ask("split", cluster)}>
              Split
            </button>
          )}
          <button
            type="button"
            onClick={() => void deeds.say({ kind: isOpen ? "fixed" : "reopen", cluster: cluster.key })}
          >
            {isOpen ? "Mark as fixed" : "Not fixed"}
          </button>
        </>
      )}
    </div>
  );
}
