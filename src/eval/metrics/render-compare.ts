import { visible } from "../../trace/visible.ts";
import type { EvalComparison, Flip } from "./compare.ts";
import { AMOUNT_NAMES, columns, percent, points, pText, rateText, runText, signedPoints, spreadText } from "./words.ts";

const MOST_FLIPS = 40;
const MOST_SLICES = 8;
const MOST_NAMES = 10;
const LONGEST_RULE = 24;
const LONGEST_REASON = 140;

/** A comparison as text: the flips first, then what they amount to. Ends with a line end. */
export function renderComparison(comparison: EvalComparison): string {
  const { base, head } = comparison;
  const sections = [
    [`base  ${visible(runText(base))}`, `head  ${visible(runText(head))}`],
    flips("Broken", comparison.broken),
    flips("Fixed", comparison.fixed),
    sums(comparison),
    slices(comparison),
    amounts(comparison),
    leftOut(comparison),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function flips(title: string, some: readonly Flip[]): string[] {
  if (some.length === 0) return [];
  const rows = some
    .slice(0, MOST_FLIPS)
    .map((flip) => [
      `  ${flip.head < flip.base ? "-" : "+"} ${visible(flip.name)}`,
      cut(visible(flip.rule), LONGEST_RULE),
      `${share(flip.base)} -> ${share(flip.head)}${flip.flaky ? " flaky" : ""}`,
      cut(visible(flip.reason ?? ""), LONGEST_REASON),
    ]);
  const more = some.length > MOST_FLIPS ? [`  and ${some.length - MOST_FLIPS} more: --format json has them all`] : [];
  return [`${title} (${some.length})`, ...columns(rows), ...more];
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

function share(value: number): string {
  return value === 1 ? "pass" : value === 0 ? "fail" : percent(value);
}

function sums({ n, rates, difference, p, detectable, fixed, broken, same }: EvalComparison): string[] {
  if (n === 0) return ["No case was decided in both runs."];
  const { delta = 0, low, high, clusters } = difference;
  const groups = clusters === n ? "" : `, in ${clusters} groups`;
  return [
    ...columns([
      ["cases", `${n} compared${groups}: ${fixed.length} fixed, ${broken.length} broken, ${same} the same`],
      ["base", rateText(rates.base)],
      ["head", rateText(rates.head)],
      ["change", `${signedPoints(delta)} (95 %: ${points(low)} to ${points(high)}), ${pText(p)} (McNemar, mid-p)`],
    ]),
    detectable === undefined
      ? `So few cases could not show any gain (80 % power, if a change also breaks 5 %).`
      : `So many cases show a gain of ${points(detectable)} or more (80 % power, if a change also breaks 5 %).`,
  ];
}

function slices({ slices: all }: EvalComparison): string[] {
  const changed = all.filter(({ fixed, broken }) => fixed + broken > 0).slice(0, MOST_SLICES);
  if (changed.length === 0) return [];
  return [
    `Slices that changed (p after Holm over ${all.filter(({ adjustedP }) => adjustedP !== undefined).length} slices of ten cases or more)`,
    ...columns(
      changed.map(({ dimension, slice, n, fixed, broken, delta, adjustedP }) => [
        `  ${dimension} ${visible(slice)}`,
        `${n} cases`,
        `${fixed} fixed`,
        `${broken} broken`,
        signedPoints(delta),
        pText(adjustedP),
      ]),
    ),
  ];
}

function amounts({ amounts: all }: EvalComparison): string[] {
  if (all.length === 0) return [];
  return [
    "A case costs (median, 95th percentile; change: paired, geometric mean)",
    ...columns(
      all.map(({ amount, base, head, ratio }) => [
        `  ${AMOUNT_NAMES[amount]}`,
        `base ${spreadText(amount, base)}`,
        `head ${spreadText(amount, head)}`,
        ratio ? `x ${ratio.ratio.toFixed(2)} (${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)})` : "",
      ]),
    ),
  ];
}

const LEFT_OUT = {
  errored: "errored in head",
  skipped: "skipped in head, decided in base",
  undecidedBefore: "not decided in base",
  onlyBase: "only in base",
  onlyHead: "only in head",
} as const;

function leftOut({ leftOut: lists }: EvalComparison): string[] {
  const rows = Object.entries(LEFT_OUT).flatMap(([name, words]) => {
    const cases = lists[name as keyof typeof LEFT_OUT];
    return cases.length === 0 ? [] : [`  ${cases.length} ${words}: ${nameList(cases)}`];
  });
  return rows.length === 0 ? [] : ["Not compared", ...rows];
}

/** The first names of a list, and how many more. */
export function nameList(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map(visible).join(", ");
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}
