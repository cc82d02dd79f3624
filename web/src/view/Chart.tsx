import { useEffect, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { OverviewDay } from "../../../src/domain/overview.ts";

interface ChartProps {
  readonly days: readonly OverviewDay[];
  readonly label: string;
  readonly value: (day: OverviewDay) => number | null;
  readonly format: (value: number) => string;
  /** Interval around the value. */
  readonly band?: (day: OverviewDay) => readonly [number, number] | undefined;
  readonly top?: number;
  readonly bars?: boolean;
  readonly onDay: (day: string) => void;
}

const HEIGHT = 150;
const HALF_DAY = 43_200;

/** One number a day. The same numbers are in a table for those who do not see the drawing. */
export function Chart({ days, label, value, format, band, top, bars, onDay }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chosen = useRef(onDay);
  chosen.current = onDay;
  useEffect(() => {
    const element = box.current;
    if (!element || days.length === 0) return;
    let chart: uPlot | undefined;
    const draw = (): void => {
      chart?.destroy();
      const colour = (name: string): string => getComputedStyle(element).getPropertyValue(name).trim();
      const paint = colourOf(element);
      const axis = {
        stroke: paint("--ink-3"),
        grid: { stroke: paint("--line"), width: 1 },
        ticks: { show: false },
        font: `11px ${colour("--sans")}`,
      };
      const line: uPlot.Series = {
        label,
        stroke: paint("--accent"),
        width: 1.5,
        points: { show: !bars, size: 5, fill: paint("--accent") },
        ...(bars && { fill: paint("--accent-fill"), paths: uPlot.paths.bars?.({ size: [0.6, 24] }) ?? (() => null) }),
        value: (_, shown) => (shown === null ? "" : format(shown)),
      };
      const bound: uPlot.Series = { stroke: "transparent", points: { show: false } };
      const bounds = days.map((day) => band?.(day));
      // The band comes first, so that the line is drawn on top of it.
      const series: uPlot.Series[] = band ? [{}, bound, bound, line] : [{}, line];
      const at = days.map(({ day }) => Date.parse(day) / 1000);
      const highs = bounds.map((each) => each?.[1] ?? null);
      const lows = bounds.map((each) => each?.[0] ?? null);
      const data: (number | null)[][] = band ? [at, highs, lows, days.map(value)] : [at, days.map(value)];
      chart = new uPlot(
        {
          width: element.clientWidth,
          height: HEIGHT,
          padding: [8, 12, 0, 0],
          legend: { show: false },
          cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
          scales: {
            // Of the days themselves: for a single one uPlot would hand over a range of years.
            x: { time: true, range: () => [(at[0] ?? 0) - HALF_DAY, (at.at(-1) ?? 0) + HALF_DAY] },
            y: { range: (_, low, high) => [Math.min(0, low ?? 0), top ?? ((high ?? 0) * 1.15 || 1)] },
          },
          axes: [
            {
              ...axis,
              grid: { show: false },
              size: 24,
              values: (_, splits) => splits.map((at) => dayText(at)),
              space: 70,
              incrs: [1, 2, 7, 14, 30, 90, 365].map((many) => many * 86_400),
            },
            { ...axis, size: 52, values: (_, splits) => splits.map(format), space: 34 },
          ],
          series,
          ...(band && { bands: [{ series: [1, 2] as [number, number], fill: paint("--accent-soft") }] }),
          hooks: {
            init: [
              (made) =>
                made.over.addEventListener("click", () => {
                  const at = made.cursor.idx;
                  const day = at === null || at === undefined ? undefined : days[at];
                  if (day) chosen.current(day.day);
                }),
            ],
          },
        },
        data as uPlot.AlignedData,
        element,
      );
    };
    draw();
    const observer = new ResizeObserver(() => chart && chart.width !== element.clientWidth && draw());
    observer.observe(element);
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    window.addEventListener("patchpro-theme", draw);
    scheme.addEventListener("change", draw);
    return () => {
      observer.disconnect();
      window.removeEventListener("patchpro-theme", draw);
      scheme.removeEventListener("change", draw);
      chart?.destroy();
    };
  }, [days, label, value, format, band, top, bars]);
  return (
    <figure className="chart" aria-label={`${label}, by day`}>
      <figcaption>{label}</figcaption>
      <div ref={box} className="chart-box" aria-hidden="true" />
      <table className="for-readers">
        <tbody>
          {days.map((day) => {
            const shown = value(day);
            return (
              <tr key={day.day}>
                <th scope="row">{day.day}</th>
                <td>{shown === null ? "none" : format(shown)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </figure>
  );
}

const dayText = (seconds: number): string =>
  new Date(seconds * 1000).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** Custom properties as the colours they come to: a canvas does not know `light-dark()`. */
function colourOf(element: HTMLElement): (name: string) => string {
  return (name) => {
    const probe = document.createElement("span");
    probe.style.color = `var(${name})`;
    element.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  };
}
