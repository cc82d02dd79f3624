import type { EvalResult, EvalRun } from "../../domain/eval.ts";
import { visible } from "../../trace/visible.ts";
import type { EvalCase, Files } from "./case.ts";
import { expectationText } from "./listing.ts";

/** How a case ended in a run. */
export interface PastResult {
  readonly run: EvalRun;
  readonly result: EvalResult;
}

/** A case for a reader: what it is, what it holds, how it ended lately. */
export function renderCase(kase: EvalCase, past: readonly PastResult[]): string {
  const { spec } = kase;
  const facts: [string, string][] = [
    ["family", spec.family],
    ["analyzer", `${spec.analyzer}, ${spec.language}`],
    ["selection", typeof spec.select === "string" ? spec.select : JSON.stringify(spec.select)],
    ["targets", spec.targets.map(({ rule, path, line }) => `${rule} in ${path}${line ? `:${line}` : ""}`).join(", ")],
    ["sources", `${spec.sources.join(", ")}; strategy ${spec.strategy}`],
    ["replies", kase.replies.length > 0 ? `${kase.replies.length} recorded` : `made from after/ as ${spec.replyForm}`],
    ["expects", expectationText(spec)],
    ...(spec.must.length > 0 ? [["must", spec.must.join(" | ")] as [string, string]] : []),
    ...(spec.mustNot.length > 0 ? [["must not", spec.mustNot.join(" | ")] as [string, string]] : []),
    ...(spec.exact ? [["exact", "the files equal after/ byte for byte"] as [string, string]] : []),
    ...(spec.behaviour
      ? [
          ["behaviour", `${spec.behaviour.test}${spec.behaviour.failsBefore ? ", fails before" : ""}`] as [
            string,
            string,
          ],
        ]
      : []),
    ...(spec.tricky ? [["tricky", spec.tricky] as [string, string]] : []),
    ["files", [...paths("before", kase.before), ...paths("after", kase.after), ...kase.tests.keys()].join(", ")],
  ];
  const lines = facts.map(([name, value]) => `  ${name.padEnd(10)} ${visible(value)}`);
  return `${visible(kase.name)}: ${visible(spec.title)}\n${lines.join("\n")}\n\n${pastText(past)}`;
}

function paths(part: string, files: Files): string[] {
  return [...files.keys()].map((path) => `${part}/${path}`);
}

function pastText(past: readonly PastResult[]): string {
  if (past.length === 0) return "It was not run yet.\n";
  const rows = past.map(({ run, result }) => {
    const when = new Date(run.at).toISOString().slice(0, 16).replace("T", " ");
    const commit = run.commit ? `${run.commit.slice(0, 10)}${run.dirty ? "+" : ""}` : "no commit";
    const why = result.reason === undefined ? "" : `\n      ${visible(result.reason)}`;
    return `  ${when}  ${commit}  ${visible(result.variant)}  ${result.status}${why}`;
  });
  return `Last results:\n${rows.join("\n")}\n`;
}
