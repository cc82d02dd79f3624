import { type ClusterRun, type ClusterTrend, type FailureCluster, TRUSTED_NAME_F1 } from "../../domain/cluster.ts";
import type { Rate } from "../../domain/statistics.ts";
import { visible } from "../../trace/visible.ts";
import { FEWEST_FOR_PERCENT, percent } from "../metrics/words.ts";

const BAR = 24;
/** Shares of fewer units are told as counts: a percentage would promise too much. */
const LONGEST_EXAMPLE = 160;

/** A run as text: the largest clusters in full, the rest one a line. Nothing in it acts on a terminal. */
export function renderClusterRun(run: ClusterRun, top: number): string {
  if (run.attempts === 0)
    return `No failed attempts${run.scope.query === "" ? "" : ` match ${visible(run.scope.query)}`}. Nothing to group.\n`;
  const { method, unclustered, clusters } = run;
  const rest = clusters.slice(top);
  return [
    `${run.attempts} failed attempts, ${run.repairs} failed repairs: ${clusters.length} clusters`,
    `${method.name} of ${method.signatures} masked messages (${visible(method.embedder)}, seed ${method.seed})${stability(method)}`,
    "",
    ...clusters.slice(0, top).map((cluster) => `${renderCluster(cluster)}\n`),
    ...(rest.length > 0 ? ["The rest:", ...rest.map(renderLine), ""] : []),
    `unclustered: ${unclustered.attempts} attempts, ${share(unclustered.repairs)} of failed repairs, in groups of fewer than ${unclustered.atLeast} failures`,
    ...returned(clusters),
    "",
  ].join("\n");
}

/** One cluster in full. `messages`: with its masked messages, numbered as `split` takes them. */
export function renderCluster(cluster: FailureCluster, messages = false): string {
  const { rank, key, name, codes, examples, signatures } = cluster;
  const example = examples[0]?.attemptId ?? "";
  return [
    `${rank}. ${visible(name.name)}${stateNote(cluster)}   [${key}]`,
    `   ${bar(cluster.repairs)} ${share(cluster.repairs)} of failed repairs`,
    `   ${cluster.attempts} attempts${cluster.recovered > 0 ? ` (${cluster.recovered} of repairs that came to a patch after all)` : ""} · ${wasted(cluster)} wasted · median ${cluster.medianAttempts ?? "-"} attempts · ${trend(cluster.trend)}`,
    `   ${visible(name.definition)}`,
    ...(name.test === undefined ? [] : [`   Told by: ${visible(name.test)}`]),
    `   Worth trying: ${visible(name.remedy)}`,
    ...(name.f1 === undefined
      ? []
      : [
          `   Named by ${visible(name.by)}, F1 of the definition ${name.f1.toFixed(2)}${name.f1 < TRUSTED_NAME_F1 ? " — do not trust it" : ""}`,
        ]),
    ...(codes.length > 0 ? [`   Codes: ${codes.map(({ code, count }) => `${code} ${count}`).join(", ")}`] : []),
    ...examples.map(
      ({ attemptId, ruleId, path, reason }) =>
        `     ${attemptId}  ${visible(ruleId)} ${visible(path)}: ${shortened(visible(reason))}`,
    ),
    ...(messages ? signatures.map((signature, at) => `   message ${at + 1}: ${visible(signature)}`) : []),
    `   label: patchpro ui, then Labels with cluster:${key} outcome:rejected,failed · case: patchpro eval add ${example} · done: patchpro cluster fixed ${key}`,
  ].join("\n");
}

function renderLine({ rank, key, name, repairs, attempts, ...cluster }: FailureCluster): string {
  return `  ${String(rank).padStart(2)}. ${visible(name.name)}  ${share(repairs)}, ${attempts} attempts, ${wasted(cluster)}  [${key}]`;
}

/** `12.3 % (37 of 300; 95 %: 9.0 % to 16.5 %)`; with few units `3 of 7`. */
function share(rate: Rate): string {
  if (rate.share === undefined || rate.n < FEWEST_FOR_PERCENT) return `${rate.count} of ${rate.n}`;
  return `${percent(rate.share)} (${rate.count} of ${rate.n}; 95 %: ${percent(rate.low)} to ${percent(rate.high)})`;
}

/** `12.3 % of 300 repairs`; with few units `3 of 7`. */
function brief(rate: Rate): string {
  if (rate.share === undefined || rate.n < FEWEST_FOR_PERCENT) return `${rate.count} of ${rate.n}`;
  return `${percent(rate.share)} of ${rate.n} repairs`;
}

function bar({ share: part = 0 }: Rate): string {
  const full = Math.round(part * BAR);
  return `${"█".repeat(full)}${"·".repeat(BAR - full)}`;
}

function trend(of: ClusterTrend | undefined): string {
  if (!of || of.direction === "unknown") return "no time before to compare with";
  const change = `${brief(of.before)} → ${brief(of.now)}, p = ${of.p.toFixed(3)}`;
  const words = { more: "rising", fewer: "falling", same: "no change that shows" }[of.direction];
  return `${words} (${change})`;
}

function stateNote({ state, since }: FailureCluster): string {
  if (state === "came-back") return `   ! CAME BACK: ${since?.failures ?? 0} failures since it was marked as fixed`;
  return state === "fixed" ? "   (fixed: nothing new since)" : "";
}

function returned(clusters: readonly FailureCluster[]): string[] {
  const back = clusters.filter(({ state }) => state === "came-back");
  if (back.length === 0) return [];
  return [`! marked as fixed, and back: ${back.map(({ name, key }) => `${visible(name.name)} [${key}]`).join(", ")}`];
}

function stability({ stability: agreement, silhouette }: ClusterRun["method"]): string {
  if (agreement === undefined) return "";
  const told = silhouette === undefined ? "" : `, silhouette ${silhouette.toFixed(2)}`;
  return `; stability ${agreement.toFixed(2)}${agreement < 0.8 ? " — below 0.8: read these groups with care" : ""}${told}`;
}

function wasted({ wastedMicroUsd, unpriced }: Pick<FailureCluster, "wastedMicroUsd" | "unpriced">): string {
  return `$${(wastedMicroUsd / 1_000_000).toFixed(4)}${unpriced > 0 ? ` + ${unpriced} unpriced` : ""}`;
}

function shortened(text: string): string {
  return text.length > LONGEST_EXAMPLE ? `${text.slice(0, LONGEST_EXAMPLE)}…` : text;
}
