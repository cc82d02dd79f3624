import type { EvalRunRow } from "../../../../src/server/eval-api.ts";
import { percent, SMALL } from "../../text/figures.ts";
import { useWidth } from "../../view/use-width.ts";
import { type Chosen, longName, rateOf, shortName, wayOf } from "./runs.ts";

const HEIGHT = 170;
const LEFT = 44;
const RIGHT = 16;
const TOP = 14;
const BOTTOM = 26;
/** Room that a commit on the axis takes, CSS pixels. */
const NAME = 68;

interface RateOverRunsProps {
  /** Newest first. */
  readonly runs: readonly EvalRunRow[];
  readonly chosen: Chosen;
  readonly choose: (run: EvalRunRow, asBase: boolean) => void;
}

/** The share of cases that passed, run by run, with its interval as a band. The same numbers are in a table for readers. */
export function RateOverRuns({ runs, chosen, choose }: RateOverRunsProps) {
  const [box, width] = useWidth<HTMLDivElement>(800);
  const shown = runs.toReversed();
  const lowest = Math.min(0.9, ...shown.filter(isDrawn).map(({ rate }) => rate.low));
  const floor = Math.max(0, Math.floor(lowest * 10) / 10);
  const step = (width - LEFT - RIGHT) / Math.max(1, shown.length);
  const x = (at: number): number => LEFT + step * (at + 0.5);
  const y = (share: number): number => TOP + (1 - (share - floor) / (1 - floor)) * (HEIGHT - TOP - BOTTOM);
  const ways = [...new Set(shown.map(wayOf))];
  const every = Math.max(1, Math.ceil(NAME / step));
  const mark = (run: EvalRunRow): string => (run === chosen.head ? "head" : run === chosen.base ? "base" : "");
  return (
    <figure className="rate-runs" aria-label="Share of cases that passed, by run">
      <figcaption>
        Cases that passed, with 95 % band
        <span className="quiet"> — a click makes a run head, Shift and a click base</span>
      </figcaption>
      <div ref={box}>
        <svg width={width} height={HEIGHT} aria-hidden="true">
          {ticks(floor).map((share) => (
            <g key={share}>
              <line className="rate-grid" x1={LEFT} x2={width - RIGHT} y1={y(share)} y2={y(share)} />
              <text className="rate-tick" x={LEFT - 6} y={y(share) + 4} textAnchor="end">
                {percent(share)}
              </text>
            </g>
          ))}
          {ways.map((way) => {
            const places = shown.flatMap((run, at) => (wayOf(run) === way && isDrawn(run) ? [{ run, at }] : []));
            const main = chosen.head !== undefined && wayOf(chosen.head) === way;
            const highs = places.map(({ run, at }) => `${x(at)},${y(run.rate.high)}`);
            const lows = places.map(({ run, at }) => `${x(at)},${y(run.rate.low)}`);
            const line = places.map(({ run, at }) => `${x(at)},${y(run.rate.share ?? 0)}`);
            return (
              <g key={way} className={main ? "rate-main" : "rate-other"}>
                {places.length > 1 && (
                  <polygon className="rate-band" points={[...highs, ...lows.toReversed()].join(" ")} />
                )}
                {places.map(({ run, at }) => (
                  <line
                    key={run.id}
                    className="rate-whisker"
                    x1={x(at)}
                    x2={x(at)}
                    y1={y(run.rate.low)}
                    y2={y(run.rate.high)}
                  />
                ))}
                <polyline className="rate-line" points={line.join(" ")} />
                {places.map(({ run, at }) => (
                  <circle key={run.id} className="rate-point" cx={x(at)} cy={y(run.rate.share ?? 0)} r="3" />
                ))}
              </g>
            );
          })}
          {shown.map((run, at) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse; the choices below do the same
            <g key={run.id} className={`rate-run ${mark(run)}`} onClick={(event) => choose(run, event.shiftKey)}>
              <title>{`${longName(run)}: ${rateOf(run)}`}</title>
              <rect x={x(at) - step / 2} y={0} width={step} height={HEIGHT} />
              {isDrawn(run) && mark(run) !== "" && <circle cx={x(at)} cy={y(run.rate.share ?? 0)} r="6.5" />}
              {!isDrawn(run) && step >= NAME && (
                <text className="rate-tick" x={x(at)} y={y((1 + floor) / 2) - 6} textAnchor="middle">
                  {rateOf(run)}
                </text>
              )}
              {mark(run) !== "" && (
                <text
                  className="rate-mark"
                  x={x(at)}
                  y={10}
                  textAnchor={run === chosen.base && step < NAME ? "end" : "middle"}
                >
                  {mark(run)}
                </text>
              )}
              {(shown.length - 1 - at) % every === 0 && (
                <text className="rate-name" x={x(at)} y={HEIGHT - 8} textAnchor="middle">
                  {shortName(run)}
                </text>
              )}
            </g>
          ))}
        </svg>
      </div>
      <table className="for-readers">
        <tbody>
          {shown.map((run) => (
            <tr key={run.id}>
              <th scope="row">{longName(run)}</th>
              <td>{rateOf(run)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

/** Too few cases for a rate: the counts stand in its place. */
function isDrawn({ rate }: EvalRunRow): boolean {
  return rate.share !== undefined && rate.n >= SMALL;
}

/** Round shares from the floor to 1, at most six. */
function ticks(floor: number): number[] {
  const step = floor >= 0.8 ? 0.05 : floor >= 0.5 ? 0.1 : 0.25;
  const first = Math.ceil(floor / step - 1e-9);
  return Array.from({ length: Math.round(1 / step) - first + 1 }, (_, at) => (first + at) * step);
}
