import type { Agreement, CalibrationReport } from "../../domain/calibration.ts";
import type { Rate } from "../../domain/statistics.ts";
import { visibleLine } from "../../fix/model/visible.ts";
import { percent } from "../metrics/words.ts";
import type { JudgeCard } from "./board.ts";
import type { Disagreement } from "./disagreements.ts";
import type { JudgeRun } from "./run.ts";

/** Judges, one line each. */
export function renderCards(cards: readonly JudgeCard[]): string {
  if (cards.length === 0)
    return "No judge was asked yet. `patchpro judge run --model PROVIDER:NAME` lets one judge what was accepted.\n";
  const rows = cards.map(({ judge, standing, raw }) => [
    judge.id,
    judge.criterion,
    judge.model,
    String(raw.n),
    standing.expired === undefined ? standing.grade : `${standing.grade}, expired`,
    standing.word,
  ]);
  return table(["judge", "criterion", "model", "judged", "grade", ""], rows);
}

/** One judge with its latest calibration. */
export function renderCard({ judge, standing, raw, corrected, costMicroUsd, history }: JudgeCard): string {
  const lines = [
    `Judge ${judge.id}: ${judge.criterion}, ${judge.model}, ${judge.prompt}`,
    `  rubrics ${judge.rubricSha.slice(0, 12)}, prompt ${judge.promptSha.slice(0, 12)}, parameters ${JSON.stringify(judge.params)}, ${judge.examples.length} examples`,
    `  judged ${raw.n} attempts for $${(costMicroUsd / 1e6).toFixed(4)}, calibrated ${times(history.length)}`,
    `  ${standing.word}`,
    ...(corrected
      ? [`  people would pass ${percent(corrected.share)} of them (95 %: ${range(corrected)}), by its errors on labels`]
      : []),
  ];
  const report = standing.calibration?.report;
  return `${lines.join("\n")}\n${report ? `\n${renderReport(report)}` : ""}`;
}

/** What a run of a judge came to, and what to do next. */
export function renderRun({ judge, calls, before, left, ended }: JudgeRun, word: string): string {
  const count = (verdict: string): number => calls.filter((call) => call.verdict === verdict).length;
  const failed = calls.filter((call) => call.verdict === undefined);
  const cost = calls.reduce((sum, call) => sum + (call.costMicroUsd ?? 0), 0);
  const codes = Map.groupBy(failed, ({ code }) => code ?? "?");
  const why = [...codes].map(([code, of]) => `${of.length} ${code}`).join(", ");
  const reasons = { done: "", budget: " The budget is used up.", stopped: " It was stopped." };
  return [
    `Judge ${judge.id} (${judge.criterion}, ${judge.model}): ${calls.length} asked, ${count("pass")} pass, ${count("fail")} fail, $${(cost / 1e6).toFixed(4)}.`,
    ...(before > 0 ? [`${before} were judged before and not asked again.`] : []),
    ...(failed.length > 0
      ? [
          `${failed.length} gave no verdict (${why}); the next run asks them again. First: ${line(failed[0]?.reason ?? "")}`,
        ]
      : []),
    ...(left > 0 ? [`${left} were not asked.${reasons[ended]}`] : []),
    word,
    "These verdicts are no pass rate: `patchpro judge calibrate` corrects them by the judge's errors.",
    "",
  ].join("\n");
}

/** A calibration in full. */
export function renderReport(report: CalibrationReport): string {
  const { test, dev, humans, flips, raw, corrected, leftOut, ownModel } = report;
  const { truePass, falsePass, falseFail, trueFail } = test.confusion;
  const cells = [truePass, falseFail, falsePass, trueFail].map((n) => String(n).padStart(10));
  return [
    `Grade: ${report.grade}`,
    report.claim,
    "",
    `Test split, ${test.n} labels${report.weighted ? ", shares weighed by 1 / sample probability" : ""}`,
    "                judge: pass      fail",
    `  people: good  ${cells[0]}${cells[1]}`,
    `  people: bad   ${cells[2]}${cells[3]}`,
    ...agreementLines(test),
    humans
      ? `  human-human kappa ${kappaText(humans)}, ${humans.n} attempts labelled by two people`
      : "  human-human kappa unknown: let a second rater label at least 50 of the same attempts, blind",
    `  flip rate  ${rateText(flips)}${flips.n === 0 ? ": `patchpro judge run --repeat 3` measures it" : ""}`,
    "",
    `Dev split, ${dev.n} labels: agreement ${rateText(dev.agreement)}, TPR ${rateText(dev.tpr)}, TNR ${rateText(dev.tnr)}`,
    `Train split, ${report.train} labels. The test split was looked at ${times(report.testUses)}.`,
    corrected
      ? `Pass rate: people would pass ${percent(corrected.share)} (95 %: ${range(corrected)}) of the ${raw.n} judged attempts, after Lee et al. 2025.`
      : `Pass rate: cannot be told, because this judge's verdicts do not depend on what people think.`,
    ...families(report),
    ...(Math.abs(report.lengthCorrelation ?? 0) > 0.3
      ? [
          `Verdicts go with the length of patches (r = ${report.lengthCorrelation?.toFixed(2)}): look whether it judges length.`,
        ]
      : []),
    ...(ownModel.own.n > 0
      ? [`Passes of its own model's patches ${rateText(ownModel.own)}, of others' ${rateText(ownModel.others)}.`]
      : []),
    ...(report.shortfalls.length > 0 ? ["", "To be trusted:", ...report.shortfalls.map((each) => `  ${each}`)] : []),
    "",
    `Not counted: ${leftOut.notJudged} not judged, ${leftOut.unsure} unsure, ${leftOut.tied} tied, ${leftOut.nearDuplicates} near-duplicates, ${leftOut.notProved} with a failed check, ${leftOut.corrections} shown to judges.`,
    "",
  ].join("\n");
}

/** The disagreements to be read first. */
export function renderDisagreements(found: readonly Disagreement[], most: number): string {
  const readable = found.filter(({ split }) => split !== "test");
  if (readable.length === 0) return "";
  const lines = readable
    .slice(0, most)
    .map(({ attemptId, path, ruleId, human, judge, critique }) =>
      [`  ${attemptId} ${ruleId} ${line(path)}: people ${human}, judge ${judge}`, `    ${line(critique)}`].join("\n"),
    );
  return `\nRead these first (train and dev; ${readable.length} in all):\n${lines.join("\n")}\n`;
}

function agreementLines({ tpr, tnr, agreement, kappa }: Agreement): string[] {
  return [
    `  agreement  ${rateText(agreement)}`,
    `  TPR        ${rateText(tpr)}   (good patches that it passes)`,
    `  TNR        ${rateText(tnr)}   (bad patches that it fails)`,
    `  kappa      ${kappaText(kappa)}`,
  ];
}

function families({ families: all }: CalibrationReport): string[] {
  const worse = all.filter((each) => each.worse);
  return worse.map(
    ({ family, tpr, tnr, p }) =>
      `Worse on ${line(family)}: TPR ${rateText(tpr)}, TNR ${rateText(tnr)} (p = ${p.toFixed(3)} after Holm). Do not trust it there.`,
  );
}

function rateText(rate: Rate): string {
  if (rate.share === undefined) return "unknown (0 labels)";
  return `${percent(rate.share)} (${rate.count}/${rate.n}, 95 %: ${range(rate)})`;
}

function kappaText({ kappa, low, high }: { kappa: number | undefined; low: number; high: number }): string {
  return kappa === undefined ? "unknown" : `${kappa.toFixed(2)} (95 %: ${low.toFixed(2)} to ${high.toFixed(2)})`;
}

function range({ low, high }: { readonly low: number; readonly high: number }): string {
  return `${percent(low)} to ${percent(high)}`;
}

const times = (n: number): string => (n === 1 ? "once" : `${n} times`);
const line = (text: string): string => visibleLine(text, 240);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => (row[at] ?? "").length)));
  const text = (row: readonly string[]): string =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd();
  return `${[head, ...rows].map(text).join("\n")}\n`;
}
