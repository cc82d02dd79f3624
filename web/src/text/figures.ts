import type { Rate } from "../../../src/domain/statistics.ts";

/** Below this, a share is shown as a count only: a percentage would claim more than is known. */
export const SMALL = 10;

const whole = new Intl.NumberFormat("en");
export const count = (value: number): string => whole.format(value);

/** Millionths of a dollar as dollars, with as many digits as say something. */
export function money(micro: number | undefined): string {
  if (micro === undefined) return "unknown";
  const usd = micro / 1e6;
  if (usd === 0) return "$0";
  if (usd >= 100) return `$${whole.format(Math.round(usd))}`;
  if (usd >= 0.1) return `$${usd.toFixed(2)}`;
  return usd >= 0.0001 ? `$${usd.toFixed(4)}` : `$${usd.toFixed(6)}`;
}

/** What was spent, of which the price of some attempts may not be known: that is never shown as nothing. */
export function spent(micro: number, unpriced: number): string {
  if (unpriced === 0) return money(micro);
  return micro === 0 ? "price not known" : `at least ${money(micro)}`;
}

/** Milliseconds. */
export function duration(ms: number | undefined): string {
  if (ms === undefined) return "unknown";
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

/** `73 %`, or the counts where there are few. */
export function rateText(rate: Rate): string {
  if (rate.n === 0 || rate.share === undefined) return "none yet";
  return rate.n < SMALL ? `${rate.count} of ${rate.n}` : percent(rate.share);
}

/** `8/11, 95 %: 43 to 90 %`; for few units, that they are few. */
export function rateBasis(rate: Rate, unit: string): string {
  if (rate.n === 0) return `0 ${unit}`;
  if (rate.n < SMALL) return `${rate.count}/${rate.n} ${unit}, too few for a rate`;
  return `${count(rate.count)}/${count(rate.n)} ${unit}`;
}

export function interval(rate: Rate): string {
  return rate.n < SMALL ? "" : `95 %: ${percent(rate.low)} to ${percent(rate.high)}`;
}

export function percent(share: number): string {
  const value = share * 100;
  return `${value > 0 && value < 10 && value % 1 !== 0 ? value.toFixed(1) : Math.round(value)} %`;
}

/** Local time; the day is left out if it is today's. */
export function moment(at: number, now = Date.now()): string {
  const date = new Date(at);
  const time = date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  if (date.toDateString() === new Date(now).toDateString()) return time;
  return `${date.toLocaleDateString("en-GB", { day: "2-digit", month: "short" })} ${time}`;
}

export function moments(at: number): string {
  return new Date(at).toISOString().replace("T", " ").slice(0, 19);
}

export const plural = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`;
