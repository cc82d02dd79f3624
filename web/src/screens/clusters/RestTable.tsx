import type { ClusterRun, FailureCluster } from "../../../../src/domain/cluster.ts";
import { linkTo } from "../../route.ts";
import { count, interval, money, rateText } from "../../text/figures.ts";
import { Panel } from "../../view/Parts.tsx";
import { Safe } from "../../view/Safe.tsx";
import { ClusterStateChip } from "./ClusterState.tsx";
import { searchOf } from "./links.ts";
import { Trend } from "./Share.tsx";

interface RestProps {
  readonly clusters: readonly FailureCluster[];
  readonly unclustered: ClusterRun["unclustered"];
  readonly chosen: string | undefined;
  readonly choose: (key: string) => void;
}

/** The smaller causes, one a line, and what is in none. */
export function RestTable({ clusters, unclustered, chosen, choose }: RestProps) {
  return (
    <Panel title="The rest">
      <div className="table-wrap">
        <table className="rows">
          <thead>
            <tr>
              <th className="number">#</th>
              <th>Cause</th>
              <th className="number">Failed repairs</th>
              <th className="number">Share</th>
              <th className="number">95 % interval</th>
              <th className="number">Wasted</th>
              <th>Trend</th>
            </tr>
          </thead>
          <tbody>
            {clusters.map((cluster) => (
              <tr key={cluster.key} data-key={cluster.key} className={chosen === cluster.key ? "chosen" : ""}>
                <td className="number">{cluster.rank}</td>
                <td>
                  <a href={linkTo("traces", "", { q: searchOf(cluster) })}>
                    <Safe text={cluster.name.name} most={100} />
                  </a>{" "}
                  <ClusterStateChip cluster={cluster} />{" "}
                  <button type="button" className="small" onClick={() => choose(cluster.key)}>
                    In full
                  </button>
                </td>
                <td className="number">{count(cluster.repairs.count)}</td>
                <td className="number">{rateText(cluster.repairs)}</td>
                <td className="number">{interval(cluster.repairs).replace("95 %: ", "")}</td>
                <td className="number">{money(cluster.wastedMicroUsd)}</td>
                <td>
                  <Trend trend={cluster.trend} />
                </td>
              </tr>
            ))}
            <tr className="quiet">
              <td />
              <td>unclustered: groups of fewer than {unclustered.atLeast} failures</td>
              <td className="number">{count(unclustered.repairs.count)}</td>
              <td className="number">{rateText(unclustered.repairs)}</td>
              <td className="number">{interval(unclustered.repairs).replace("95 %: ", "")}</td>
              <td />
              <td>{count(unclustered.attempts)} attempts</td>
            </tr>
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
