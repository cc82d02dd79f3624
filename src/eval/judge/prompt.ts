import { sha256 } from "../../domain/digest.ts";
import type { Criterion, JudgedPatch, Verdict } from "../../domain/judge.ts";
import { fenced, unusedMark } from "../../fix/model/fence.ts";
import { Masker } from "../../fix/model/mask.ts";
import { fill } from "../../fix/model/template.ts";
import { clipped, visible, visibleLine } from "../../fix/model/visible.ts";
import type { JudgePrompts } from "./judge-prompts.ts";
import { changedPlaces } from "./sides.ts";

/** A patch that people judged, shown to the judge with the right answer. */
export interface JudgeExample {
  readonly ruleId: string;
  readonly patch: string;
  readonly verdict: Verdict;
  readonly note: string;
}

export interface JudgePrompt {
  readonly system: string;
  readonly user: string;
  /** SHA-256 (hex) of both. */
  readonly promptHash: string;
}

/** The judge's answer as JSON Schema draft-7: the critique is written before the verdict. */
export const VERDICT_SCHEMA = {
  type: "object",
  properties: { critique: { type: "string" }, verdict: { type: "string", enum: ["pass", "fail"] } },
  required: ["critique", "verdict"],
  additionalProperties: false,
} as const;

const RUBRICS = 3;
const FINDINGS = 20;
const LONGEST = { code: 60_000, patch: 60_000, side: 20_000, line: 1_000 };

/**
 * What a judge is asked about a patch. Everything that others wrote stands between tags whose mark occurs in none of it, with
 * unseen characters spelled out and secrets hidden; the same patch gives the same prompt.
 */
export function judgePrompt(
  judged: JudgedPatch,
  criterion: Criterion,
  prompts: JudgePrompts,
  examples: readonly JudgeExample[] = [],
): JudgePrompt {
  const masker = new Masker([judged.code ?? "", judged.patch, ...examples.flatMap(({ patch, note }) => [patch, note])]);
  const shown = (text: string, longest: number): string =>
    clipped(visible(masker.hide(text)), Number.POSITIVE_INFINITY, longest);
  const line = (text: string): string => visibleLine(masker.hide(text), LONGEST.line);
  const places = changedPlaces(judged.patch);
  const data = {
    code: shown(judged.code ?? "", LONGEST.code),
    findings: judged.findings
      .slice(0, FINDINGS)
      .map((each) => line(`${each.path}:${each.startLine}: ${each.ruleId} (${each.tool}): ${each.message}`))
      .join("\n"),
    patch: shown(judged.patch, LONGEST.patch),
    before: shown(sideOf(places, "before"), LONGEST.side),
    after: shown(sideOf(places, "after"), LONGEST.side),
    evidence: judged.checks.map(({ name, status, detail }) => line(`${name}: ${status}. ${detail}`)).join("\n"),
    examples: examples.map((each) => exampleText(each, shown, line)),
  };
  const mark = unusedMark([
    data.code,
    data.findings,
    data.patch,
    data.before,
    data.after,
    data.evidence,
    ...data.examples,
  ]);
  const block = (name: string, text: string): string => (text === "" ? "" : fenced(name, mark, text));
  const file = block("file", data.code);
  const user = fill(prompts.user, {
    criterion: prompts.questions[criterion],
    rubric: rubricsFor(judged, prompts),
    findings: block("findings", data.findings),
    code: file && `The file before the patch, as the author of the patch saw it:\n${file}`,
    patch: block("patch", data.patch),
    sides: [block("before", data.before), block("after", data.after)].filter(Boolean).join("\n"),
    evidence: block("evidence", data.evidence),
    examples: data.examples
      .map((text, at) => `A patch that was judged before, with the right answer:\n${block(`example${at + 1}`, text)}`)
      .join("\n\n"),
  });
  return { system: prompts.system, user, promptHash: sha256(prompts.system + user) };
}

function rubricsFor({ findings }: JudgedPatch, { rubrics }: JudgePrompts): string {
  const chosen = new Map(findings.map(({ ruleId }) => rubrics.rubricFor(ruleId)).map((each) => [each.name, each.text]));
  return [...chosen.values()].slice(0, RUBRICS).join("\n\n");
}

function sideOf(places: ReturnType<typeof changedPlaces>, side: "before" | "after"): string {
  return places.map((place) => `${place.path}, from line ${place[side].line}:\n${place[side].text}`).join("\n…\n");
}

function exampleText(
  { ruleId, patch, verdict, note }: JudgeExample,
  shown: (text: string, longest: number) => string,
  line: (text: string) => string,
): string {
  const why = note === "" ? "" : `\nwhy: ${line(note)}`;
  return `rule: ${line(ruleId)}\n${shown(patch, 4_000)}\nverdict: ${verdict}${why}`;
}
