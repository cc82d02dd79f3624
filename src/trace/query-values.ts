import type { Comparison, NumberKey } from "../domain/trace-query.ts";

const DAY_MS = 86_400_000;
const SPAN_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: DAY_MS, w: 7 * DAY_MS };

/** `>=5` is `>=` and `5`; no sign means equal. */
export function readComparison(value: string): { readonly comparison: Comparison; readonly rest: string } {
  const [, sign = "", rest = ""] = /^(>=|<=|>|<|=)?(.*)$/s.exec(value) ?? [];
  const comparison = sign === ">" || sign === "<" || sign === ">=" || sign === "<=" ? sign : "=";
  return { comparison, rest };
}

/** A number as people write it: `0.01`, `$0.01`, `2s`, `300ms`, `12k`. Undefined if it is none that the key takes. */
export function readNumber(text: string, key: NumberKey): number | undefined {
  const [, amount, unit = ""] = /^\$?(\d{1,15}(?:\.\d{1,9})?|\.\d{1,9})(ms|s|k|m)?$/i.exec(text) ?? [];
  if (amount === undefined) return undefined;
  const value = Number(amount);
  switch (unit.toLowerCase()) {
    case "":
      return value;
    case "ms":
      return key === "latency" ? value : undefined;
    case "s":
      return key === "latency" ? value * 1000 : undefined;
    case "k":
      return key === "latency" || key === "cost" ? undefined : value * 1000;
    default:
      return key === "latency" ? value * 60_000 : key === "cost" ? undefined : value * 1_000_000;
  }
}

/** A day (`2026-11-22`), a moment (ISO 8601, UTC if it says no zone) or a span back from `now` (`90m`, `24h`, `7d`, `2w`). */
export function readTime(text: string, now: number): number | undefined {
  const [, amount, unit = ""] = /^(\d{1,6})([mhdw])$/.exec(text) ?? [];
  if (amount !== undefined) return now - Number(amount) * (SPAN_MS[unit] ?? 0);
  if (!/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/.test(text)) return undefined;
  const at = Date.parse(text.length === 10 || /Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(at) ? undefined : at;
}
