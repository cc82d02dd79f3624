import type { Overview } from "../../../../src/domain/overview.ts";
import type { Rate } from "../../../../src/domain/statistics.ts";
import { count, duration, interval, money, plural, rateBasis, rateText, SMALL, spent } from "../../text/figures.ts";
import { Kbd } from "../../view/Parts.tsx";

export interface Tile {
  readonly name: string;
  readonly value: string;
  readonly basis: string;
  readonly more: string;
  /** The traces behind it, in the search grammar. */
  readonly query: string;
  /** For the bar: value and interval, 0 to 1. */
  readonly rate?: Rate;
  readonly few: boolean;
}

/** The six numbers that are looked at first. */
export function tilesOf(now: Overview, before: Overview | undefined): Tile[] {
  const rate = (name: string, key: "accepted" | "firstTry" | "retryYield", unit: string, query: string): Tile => ({
    name,
    value: rateText(now[key]),
    basis: rateBasis(now[key], unit),
    more: [interval(now[key]), before ? compared(now[key], before[key]) : ""].filter(Boolean).join("; "),
    query,
    rate: now[key],
    few: now[key].n < SMALL,
  });
  const { costPerAcceptedMicroUsd: each, latencyMs } = now;
  return [
    rate("Accepted", "accepted", "repairs", "outcome:accepted"),
    rate("Accepted at first try", "firstTry", "repairs", "outcome:accepted attempts:1"),
    {
      name: "Cost per accepted patch",
      value: each === undefined ? "none yet" : spent(each, now.unpriced),
      basis: `${spent(now.costMicroUsd, now.unpriced)} over ${plural(now.accepted.count, "patch", "patches")}`,
      more: [
        now.wastedMicroUsd > 0 || now.unpriced === 0 ? `${money(now.wastedMicroUsd)} without a patch` : "",
        now.unpriced > 0 ? `${plural(now.unpriced, "attempt")} without a price` : "",
      ]
        .filter(Boolean)
        .join("; "),
      query: "cost:>0",
      few: now.accepted.count < SMALL,
    },
    {
      name: "Latency p50",
      value: duration(latencyMs.p50),
      basis: plural(latencyMs.n, "request"),
      more: "half of the requests are quicker",
      query: latencyMs.p50 === undefined ? "" : `latency:>=${Math.round(latencyMs.p50)}`,
      few: latencyMs.n < SMALL,
    },
    {
      name: "Latency p95",
      value: duration(latencyMs.p95),
      basis: plural(latencyMs.n, "request"),
      more: "one of twenty requests is slower",
      query: latencyMs.p95 === undefined ? "" : `latency:>=${Math.round(latencyMs.p95)}`,
      few: latencyMs.n < 2 * SMALL,
    },
    rate("Retry yield", "retryYield", "retries", "attempts:>1"),
  ];
}

function compared(now: Rate, before: Rate): string {
  if (now.n < SMALL || before.n < SMALL || now.share === undefined || before.share === undefined) return "";
  const points = Math.round((now.share - before.share) * 100);
  const apart = now.low > before.high || now.high < before.low;
  const said = points === 0 ? "as in the span before" : `${points > 0 ? "+" : ""}${points} points to the span before`;
  return apart || points === 0 ? said : `${said}, within chance`;
}

export function Tiles({ tiles, open }: { readonly tiles: readonly Tile[]; readonly open: (query: string) => void }) {
  return (
    <div className="tiles">
      {tiles.map((tile, at) => (
        <button
          key={tile.name}
          type="button"
          className={`tile ${tile.few ? "tile-few" : ""}`}
          onClick={() => open(tile.query)}
        >
          <span className="tile-name">
            {tile.name}
            <Kbd>{count(at + 1)}</Kbd>
          </span>
          <span className="tile-value number">{tile.value}</span>
          <span className="tile-basis number">{tile.basis}</span>
          {tile.rate && !tile.few && <Interval rate={tile.rate} />}
          <span className="tile-more number">{tile.more}</span>
        </button>
      ))}
    </div>
  );
}

/** A share on a line from 0 to 100 %, with its interval. */
export function Interval({ rate }: { readonly rate: Rate }) {
  return (
    <svg className="interval" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className="interval-all" x="0" y="2.5" width="100" height="1" />
      <rect
        className="interval-span"
        x={rate.low * 100}
        y="1.5"
        width={Math.max(0.5, (rate.high - rate.low) * 100)}
        height="3"
      />
      <rect className="interval-at" x={(rate.share ?? 0) * 99} y="0" width="1" height="6" />
    </svg>
  );
}
