import type { AmountChange, SliceChange } from "../../../../src/server/eval-api.ts";
import { chance, points } from "../../text/changes.ts";
import { count, duration, money } from "../../text/figures.ts";
import { Safe } from "../../view/Safe.tsx";

const MOST = 10;

/** Slices in which anything flipped, most likely real first. */
export function Slices({ slices }: { readonly slices: readonly SliceChange[] }) {
  const changed = slices.filter(({ fixed, broken }) => fixed + broken > 0).slice(0, MOST);
  if (changed.length === 0) return null;
  return (
    <section aria-label="Slices">
      <h3>Slices that changed</h3>
      <table className="rows">
        <thead>
          <tr>
            <th>Slice</th>
            <th className="number">Fixed</th>
            <th className="number">Broken</th>
            <th className="number">Change</th>
            <th className="number" title="Adjusted by Holm over all slices of ten cases or more">
              p, Holm
            </th>
          </tr>
        </thead>
        <tbody>
          {changed.map(({ dimension, slice, n, fixed, broken, delta, adjustedP }) => (
            <tr key={`${dimension} ${slice}`}>
              <td>
                <span className="quiet">{dimension}</span> <Safe text={slice} most={60} />{" "}
                <span className="quiet number">{n}</span>
              </td>
              <td className="number">{fixed}</td>
              <td className="number">{broken}</td>
              <td className="number">{points(delta)}</td>
              <td className="number">{chance(adjustedP)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const NAMES = { costMicroUsd: "Cost", tokens: "Tokens", wallMs: "Time" } as const;
const TEXT_OF = { costMicroUsd: money, tokens: (value: number) => count(Math.round(value)), wallMs: duration } as const;

/** What a case costs in both runs. */
export function Amounts({ amounts }: { readonly amounts: readonly AmountChange[] }) {
  if (amounts.length === 0) return null;
  return (
    <section aria-label="What a case costs">
      <h3>A case costs: median, 95th percentile</h3>
      <table className="rows">
        <thead>
          <tr>
            <th />
            <th className="number">Base</th>
            <th className="number">Head</th>
            <th className="number">Ratio of pairs, 95 %</th>
          </tr>
        </thead>
        <tbody>
          {amounts.map(({ amount, base, head, ratio }) => (
            <tr key={amount}>
              <td>{NAMES[amount]}</td>
              {[base, head].map((spread, at) => (
                <td key={at === 0 ? "base" : "head"} className="number">
                  {TEXT_OF[amount](spread.median)}, {TEXT_OF[amount](spread.p95)}
                </td>
              ))}
              <td className="number">
                {ratio
                  ? `× ${ratio.ratio.toFixed(2)} (${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)})`
                  : "too few"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
