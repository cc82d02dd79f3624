import type { ClusterTrend } from "../../../../src/domain/cluster.ts";
import type { Rate } from "../../../../src/domain/statistics.ts";
import { count, interval, percent, rateText, SMALL } from "../../text/figures.ts";

/** A share as a bar from 0 to 100 %, its interval as a thin line on it. */
export function ShareBar({ rate }: { readonly rate: Rate }) {
  const at = (share: number): number => 100 * Math.max(0, Math.min(1, share));
  return (
    <div className="share">
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect className="share-all" x="0" y="2" width="100" height="6" />
        <rect className="share-part" x="0" y="2" width={at(rate.share ?? 0)} height="6" />
        {rate.n >= SMALL && (
          <rect className="share-span" x={at(rate.low)} y="4" width={at(rate.high) - at(rate.low)} height="2" />
        )}
      </svg>
      <span className="number">
        <strong>{rateText(rate)}</strong>{" "}
        <span className="quiet">
          {count(rate.count)} of {count(rate.n)} failed repairs{rate.n < SMALL ? "" : `, ${interval(rate)}`}
        </span>
      </span>
    </div>
  );
}

const DIRECTION = {
  more: ["↗", "rising", "bad"],
  fewer: ["↘", "falling", "good"],
  same: ["→", "no change that shows", "plain"],
  unknown: ["·", "no time before to compare with", "plain"],
} as const;

/** Whether it became more or fewer, and how sure that is. */
export function Trend({ trend }: { readonly trend: ClusterTrend | undefined }) {
  const [mark, words, tone] = DIRECTION[trend?.direction ?? "unknown"];
  const share = ({ share: part, n, count: hits }: Rate): string =>
    part === undefined || n < SMALL ? `${hits} of ${n}` : percent(part);
  return (
    <span className={`tone-${tone}`}>
      <span aria-hidden="true">{mark}</span> {words}
      {trend && trend.direction !== "unknown" && (
        <span className="quiet number">
          {" "}
          ({share(trend.before)} → {share(trend.now)} of all repairs, p{" "}
          {trend.p < 0.001 ? "< 0.001" : `= ${trend.p.toFixed(3)}`})
        </span>
      )}
    </span>
  );
}
