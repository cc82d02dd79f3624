import type { ShownJudge } from "../../../../src/server/judge-api.ts";
import { linkTo } from "../../route.ts";
import { count, moment, money, percent, rateText } from "../../text/figures.ts";
import { Panel } from "../../view/Parts.tsx";
import { Safe } from "../../view/Safe.tsx";
import { GradeBadge } from "./GradeBadge.tsx";

/** Every version of every judge, newest first. */
export function JudgeTable({ judges, chosen }: { readonly judges: readonly ShownJudge[]; readonly chosen: string }) {
  return (
    <Panel title="Versions" side={<span className="quiet number">{count(judges.length)}</span>}>
      <div className="judge-scroll">
        <table className="rows judge-table">
          <thead>
            <tr>
              <th>Judge</th>
              <th>Grade</th>
              <th>Criterion</th>
              <th>Model</th>
              <th className="number">Judged</th>
              <th className="number">Agreement</th>
              <th className="number">Kappa</th>
              <th className="number">People would pass</th>
              <th className="number">Cost</th>
              <th>First asked</th>
            </tr>
          </thead>
          <tbody>
            {judges.map(({ judge, report, raw, corrected, costMicroUsd, ...shown }) => (
              <tr key={judge.id} className={judge.id === chosen ? "chosen" : ""}>
                <td>
                  <a href={linkTo("judge", judge.id)} aria-current={judge.id === chosen ? "true" : undefined}>
                    <code>{judge.id}</code>
                  </a>
                </td>
                <td>
                  <GradeBadge grade={shown.grade} expired={shown.expired} />
                </td>
                <td>{judge.criterion.replaceAll("_", " ")}</td>
                <td>
                  <Safe text={judge.model} most={60} />
                </td>
                <td className="number">{count(raw.n)}</td>
                <td className="number">{report ? rateText(report.test.agreement) : ""}</td>
                <td className="number">{report?.test.kappa.kappa?.toFixed(2) ?? ""}</td>
                <td className="number">{corrected ? percent(corrected.share) : ""}</td>
                <td className="number">{money(costMicroUsd)}</td>
                <td>{moment(judge.createdAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
