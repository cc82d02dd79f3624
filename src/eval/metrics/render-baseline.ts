import { visible } from "../../trace/visible.ts";
import type { EvalComparison } from "./compare.ts";
import { nameList } from "./render-compare.ts";
import { AMOUNT_NAMES, columns, percent, points, pText, rateText, signedPoints, spreadText } from "./words.ts";

/** The baseline beside ours, in one table: all cases, families, what a case costs. Ends with a line end. */
export function renderBaseline(comparison: EvalComparison, leftOut: readonly string[]): string {
  const {
    n,
    rates,
    difference,
    fixed,
    broken,
    same,
    p,
    slices,
    amounts,
    detectable,
    head,
    leftOut: lists,
  } = comparison;
  if (n === 0) return "No case was decided in both runs.\n";
  const { delta = 0, low, high } = difference;
  const families = slices
    .filter(({ dimension }) => dimension === "family")
    .toSorted((a, b) => b.n - a.n || a.slice.localeCompare(b.slice, "en"))
    .map((slice) => [
      `  ${visible(slice.slice)}`,
      shareOf(slice.base, slice.n),
      shareOf(slice.head, slice.n),
      signedPoints(slice.delta),
      `${slice.fixed} / ${slice.broken}`,
      pText(slice.adjustedP),
    ]);
  const costs = amounts.map(({ amount, base, head: ours, ratio }) => [
    AMOUNT_NAMES[amount],
    spreadText(amount, base),
    spreadText(amount, ours),
    ratio ? `x ${ratio.ratio.toFixed(2)} (${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)})` : "",
  ]);
  const table = columns([
    ["", "v1: one request, raw diff", "ours", "change", "fixed / broken", ""],
    [
      "all",
      rateText(rates.base),
      rateText(rates.head),
      `${signedPoints(delta)} (${points(low)} to ${points(high)})`,
      `${fixed.length} / ${broken.length}`,
      pText(p),
    ],
    ...families,
    ...costs,
  ]);
  const undecided = [...lists.errored, ...lists.skipped, ...lists.undecidedBefore];
  const notes = [
    `${n} ${n === 1 ? "case" : "cases"}, the same ${head.tier === "live" ? `findings and model (${head.models.map(visible).join(", ")})` : "findings and scripted replies"}; ${same} ended the same.`,
    "Rates with 95 % intervals; p: McNemar mid-p, of families after Holm. Cost, tokens, time: median and 95th percentile of a case.",
    detectable === undefined
      ? "So few cases could not show any gain."
      : `So many cases show a gain of ${points(detectable)} or more (80 % power, if a change also breaks 5 %).`,
    ...(head.tier === "replay"
      ? ["Scripted replies know the answer: what v1 loses with a real model, only --model shows."]
      : []),
    ...(undecided.length > 0 ? [`Not decided in one of them: ${nameList(undecided)}.`] : []),
    ...(leftOut.length > 0
      ? [`Left out, as no patch is expected or nothing says how v1 would reply: ${leftOut.length}.`]
      : []),
  ];
  return `${[...table, "", ...notes].join("\n")}\n`;
}

function shareOf(share: number, n: number): string {
  const counts = `${Math.round(share * n * 10) / 10}/${n}`;
  return n < 10 ? counts : `${counts} = ${percent(share)}`;
}
