import type { FailureCluster } from "../../../../src/domain/cluster.ts";
import { linkTo } from "../../route.ts";
import { plural } from "../../text/figures.ts";
import { toast } from "../../view/toasts.tsx";
import { queueLink, searchOf } from "./links.ts";
import type { ClusterDeeds } from "./use-clusters.ts";

interface ActionProps {
  readonly cluster: FailureCluster;
  readonly marked: boolean;
  readonly deeds: ClusterDeeds | undefined;
}

/** What to do with a cluster. Links work in a bundle too. */
export function ClusterActions({ cluster, marked, deeds }: ActionProps) {
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
      <button type="button" onClick={() => void copyCases(cluster)}>
        Copy eval commands
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

async function copyCases({ examples }: FailureCluster): Promise<void> {
  const commands = examples.map(({ attemptId }) => `npx patchpro eval add ${attemptId}`).join("\n");
  try {
    await navigator.clipboard.writeText(`${commands}\n`);
    toast(`${plural(examples.length, "command")} copied: each makes an eval case of an example.`);
  } catch {
    // pages from a folder may not write to the clipboard
    toast(commands);
  }
}
