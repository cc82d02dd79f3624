import { useMemo } from "react";
import type { OverviewDay } from "../../../../src/domain/overview.ts";
import { money, percent, SMALL } from "../../text/figures.ts";
import { Chart } from "../../view/Chart.tsx";

const accepted = (day: OverviewDay): number | null => (day.accepted.n < SMALL ? null : (day.accepted.share ?? null));
const bandOf = (day: OverviewDay): readonly [number, number] | undefined =>
  day.accepted.n < SMALL ? undefined : [day.accepted.low, day.accepted.high];
const firstTry = (day: OverviewDay): number | null => (day.firstTry.n < SMALL ? null : (day.firstTry.share ?? null));
const firstBand = (day: OverviewDay): readonly [number, number] | undefined =>
  day.firstTry.n < SMALL ? undefined : [day.firstTry.low, day.firstTry.high];
const repairs = (day: OverviewDay): number => day.repairs;
const cost = (day: OverviewDay): number => day.costMicroUsd;
const whole = (value: number): string => (Number.isInteger(value) ? value.toLocaleString("en") : "");

export function OverTime({
  days,
  open,
}: {
  readonly days: readonly OverviewDay[];
  readonly open: (terms: string) => void;
}) {
  const onDay = (day: string): void => {
    const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    open(`since:${day} before:${next}`);
  };
  const few = useMemo(() => days.filter((day) => day.accepted.n < SMALL).length, [days]);
  return (
    <section className="over-time" aria-label="Over time">
      <div className="charts">
        <Chart
          days={days}
          label="Accepted, of repairs that ended"
          value={accepted}
          band={bandOf}
          format={percent}
          top={1}
          onDay={onDay}
        />
        <Chart
          days={days}
          label="Accepted at first try"
          value={firstTry}
          band={firstBand}
          format={percent}
          top={1}
          onDay={onDay}
        />
        <Chart days={days} label="Repairs" value={repairs} format={whole} bars onDay={onDay} />
        <Chart days={days} label="Spend" value={cost} format={money} bars onDay={onDay} />
      </div>
      <p className="quiet">
        Bands are 95 % intervals. A click on a day opens its traces.
        {few > 0 &&
          ` ${few} of ${days.length} days have fewer than ${SMALL} repairs that ended: no rate is drawn for them.`}
      </p>
    </section>
  );
}
