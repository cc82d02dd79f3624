import type { FailureShare, Spend } from "../../../../src/domain/overview.ts";
import { linkTo } from "../../route.ts";
import { count, percent, SMALL, spent } from "../../text/figures.ts";
import { quoted } from "../../text/query-text.ts";
import { Panel } from "../../view/Parts.tsx";
import { Safe } from "../../view/Safe.tsx";
import { Interval } from "./Tiles.tsx";

type Link = (terms: string) => string;

export function TopFailures({ failures, link }: { readonly failures: readonly FailureShare[]; readonly link: Link }) {
  const n = failures[0]?.share.n ?? 0;
  return (
    <Panel
      title="Why attempts fail"
      side={
        <span className="quiet number">
          {count(n)} failed attempts, <a href={linkTo("clusters")}>by cause</a>
        </span>
      }
    >
      {failures.length === 0 ? (
        <p className="nothing">No attempt failed.</p>
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th>Code</th>
              <th className="number">Attempts</th>
              <th className="number">Share</th>
              <th>95 % interval</th>
            </tr>
          </thead>
          <tbody>
            {failures.slice(0, 8).map(({ code, share }) => (
              <tr key={code}>
                <td>
                  <a href={link(`code:${quoted(code)}`)}>
                    <Safe text={code} most={60} />
                  </a>
                </td>
                <td className="number">{count(share.count)}</td>
                <td className="number">
                  {share.n < SMALL || share.share === undefined ? `of ${share.n}` : percent(share.share)}
                </td>
                <td title={`${percent(share.low)} to ${percent(share.high)}`}>
                  {share.n < SMALL ? "" : <Interval rate={share} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

interface SpendProps {
  readonly title: string;
  readonly spend: readonly Spend[];
  readonly term: "model" | "rule";
  readonly link: Link;
}

export function SpendTable({ title, spend, term, link }: SpendProps) {
  const all = spend.reduce((sum, each) => sum + each.costMicroUsd, 0);
  const unpriced = spend.reduce((sum, each) => sum + each.unpriced, 0);
  return (
    <Panel title={title} side={<span className="quiet number">{spent(all, unpriced)}</span>}>
      {spend.length === 0 ? (
        <p className="nothing">Nothing was spent.</p>
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th>{term === "model" ? "Model" : "Rule"}</th>
              <th className="number">Attempts</th>
              <th className="number">Cost</th>
              <th className="number">Share</th>
            </tr>
          </thead>
          <tbody>
            {spend.slice(0, 8).map(({ name, attempts, costMicroUsd, unpriced: unknown }) => (
              <tr key={name}>
                <td>
                  <a href={link(`${term}:${quoted(name)}`)}>
                    <Safe text={name} most={60} />
                  </a>
                </td>
                <td className="number">{count(attempts)}</td>
                <td className="number">{spent(costMicroUsd, unknown)}</td>
                <td className="number">{all === 0 || unpriced > 0 ? "" : percent(costMicroUsd / all)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
