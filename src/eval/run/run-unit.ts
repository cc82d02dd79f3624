import { messageOf, PatchProError } from "../../domain/errors.ts";
import type { EvalResult } from "../../domain/eval.ts";
import type { Report } from "../../domain/finding.ts";
import type { Strategy } from "../../domain/outcome.ts";
import type { RunResult } from "../../domain/run.ts";
import { collectFindings } from "../../findings/collect.ts";
import { run } from "../../pipeline/run.ts";
import { NO_RECORDER } from "../../trace/recorder.ts";
import { type Files, rulesOf } from "../cases/case.ts";
import { type AttemptLog, attemptLog } from "./attempt-log.ts";
import { showBehaviour } from "./behaviour.ts";
import { firstFailure, judgeCase } from "./judge.ts";
import { filesOf, isOf, type PlacedCase, targetsIn } from "./placed.ts";
import { scriptedModel } from "./scripted/model.ts";
import { policyOf, selectionOf, type Unit } from "./unit.ts";
import { variantOf } from "./variant.ts";
import type { EvalGround, LiveModels, Workplace } from "./workplace.ts";

/** What a unit came to. */
export interface UnitEnd {
  readonly results: readonly EvalResult[];
  /** Cases whose own description does not fit what the analyzer reports: a mistake in the case. */
  readonly unusable: readonly string[];
  readonly prompts: ReadonlyMap<string, number>;
}

/** How results are labelled, and who answers. `live` is undefined where the cases' own replies are used. */
export interface UnitSetting {
  readonly ground: EvalGround;
  readonly live: LiveModels | undefined;
  /** In place of the cases' own. */
  readonly strategy: "auto" | Strategy | undefined;
  /** 1-based. */
  readonly repetition: number;
}

/** Runs the pipeline over a unit's cases, and judges each. Throws only for what no case can be blamed for. */
export async function runUnit(unit: Unit, setting: UnitSetting): Promise<UnitEnd> {
  const { ground } = setting;
  const [first] = unit.cases;
  if (!first) return { results: [], unusable: [], prompts: new Map() };
  const missing = await ground.missing(first.kase.spec.analyzer);
  if (missing !== undefined)
    return end(unit.cases.map((placed) => row(placed, setting, 0, { status: "skipped", reason: missing })));
  const startedAt = ground.now();
  const { sources, strategy, cases: together } = unit;
  const files = filesOf(together);
  const place = await ground.open({ ...selectionOf(unit), sources, strategy, files, shared: together.length > 1 });
  try {
    const report = await place.analyze();
    const aimed = unit.cases.map((placed) => ({ placed, ...targetsIn(placed, report) }));
    const unusable = aimed.flatMap(({ placed, problem }) =>
      problem === undefined ? [] : [row(placed, setting, 0, { status: "errored", reason: problem })],
    );
    const usable = aimed.filter(({ problem }) => problem === undefined);
    const wanted: Report = { ...report, findings: usable.flatMap((one) => one.wanted) };
    const cases = usable.map(({ placed }) => placed);
    const policy = policyOf(
      unit,
      usable.map(({ placed, wanted: findings }) => ({ kase: placed.kase, findings })),
    );
    const { result, log } = await runPipeline(cases, wanted, policy, place, setting);
    const results: EvalResult[] = [];
    const wallMs = (ground.now() - startedAt) / unit.cases.length;
    for (const placed of cases) results.push(await judged(placed, result, log, setting, wallMs));
    return { results: [...results, ...unusable], unusable: unusable.map(({ name }) => name), prompts: log.prompts };
  } finally {
    await place.close();
  }
}

async function runPipeline(
  cases: readonly PlacedCase[],
  wanted: Report,
  policy: ReturnType<typeof policyOf>,
  place: Workplace,
  { ground, live }: UnitSetting,
): Promise<{ result: RunResult; log: AttemptLog }> {
  const { tools } = place;
  const runId = ground.newId();
  const { findings } = await collectFindings([wanted], tools.ladder.workspace);
  const scripted = scriptedModel(
    cases,
    findings.map(({ finding }) => finding),
  );
  const taken = await live?.record(runId, cases.map(({ kase }) => kase.name).join(", "));
  const log = attemptLog(taken?.recorder ?? NO_RECORDER, live ? undefined : scripted.hear);
  const model = place.modelTools({
    runId,
    chain: live?.chain ?? [scripted.provider],
    recorder: log.recorder,
    // One file after the other where a case's replies are numbered; cases that share an analyzer's start go together.
    ...(!live && { concurrency: cases.length }),
  });
  let status: "done" | "stopped" = "stopped";
  try {
    const result = await run(
      {
        runId,
        reports: [wanted],
        paths: [],
        minSeverity: "info",
        excluded: () => false,
        policy: { ...policy, unsafe: tools.unsafe },
      },
      { ...tools, model },
    );
    status = result.stopped ? "stopped" : "done";
    return { result, log };
  } finally {
    await taken?.end(status);
  }
}

async function judged(
  placed: PlacedCase,
  result: RunResult,
  log: AttemptLog,
  setting: UnitSetting,
  wallMs: number,
): Promise<EvalResult> {
  const { kase, prefix } = placed;
  const startedAt = setting.ground.now();
  const outcomes = result.findings.filter(({ finding }) => isOf(placed, finding));
  const files = patchedFiles(placed, result);
  const verdict = judgeCase(kase, { outcomes, files });
  const shown = verdict.status === "passed" ? await showBehaviour(kase, files, setting.ground) : verdict;
  const spent = log.below(prefix);
  const accepted = outcomes.map(({ outcome }) => outcome).find((outcome) => outcome.kind === "accepted");
  return {
    ...row(placed, setting, wallMs + (setting.ground.now() - startedAt), shown),
    ...firstFailure(outcomes),
    ...(spent && { attempts: spent.attempts, tokens: spent.tokens, attemptId: spent.lastId }),
    ...(spent?.costMicroUsd !== undefined && { costMicroUsd: spent.costMicroUsd }),
    slices: {
      ...slicesOf(placed),
      ...(accepted && { source: accepted.source }),
      ...(accepted?.strategy && { strategy: accepted.strategy }),
    },
  };
}

/** The case's files as the accepted patches leave them. */
function patchedFiles({ kase, prefix }: PlacedCase, { changes }: RunResult): Files {
  const files = new Map(kase.before);
  for (const { path, after, encoding } of changes) {
    if (!path.startsWith(prefix)) continue;
    const own = path.slice(prefix.length);
    if (after === null) files.delete(own);
    else files.set(own, { text: after, encoding });
  }
  return files;
}

type Verdict = Pick<EvalResult, "status"> & { readonly reason?: string };

function row(
  placed: PlacedCase,
  { repetition, live, strategy }: UnitSetting,
  wallMs: number,
  verdict: Verdict,
): EvalResult {
  const { kase } = placed;
  return {
    caseId: kase.name,
    name: kase.name,
    group: kase.spec.group ?? kase.name,
    variant: variantOf(
      kase.spec.sources,
      strategy ?? kase.spec.strategy,
      live?.chain.map(({ name }) => name),
    ),
    repetition,
    status: verdict.status,
    ...(verdict.reason !== undefined && { reason: verdict.reason }),
    wallMs: Math.round(wallMs),
    slices: slicesOf(placed),
  };
}

function slicesOf({ kase: { spec } }: PlacedCase): EvalResult["slices"] {
  return { rule: rulesOf(spec), family: spec.family, language: spec.language };
}

function end(results: readonly EvalResult[]): UnitEnd {
  return { results, unusable: [], prompts: new Map() };
}

/** A unit of which nothing could be decided. */
export function erroredUnit(unit: Unit, error: unknown, setting: UnitSetting): UnitEnd {
  const hint = error instanceof PatchProError ? ` ${error.hint}` : "";
  const reason = `${messageOf(error)}${hint}`;
  return end(unit.cases.map((placed) => row(placed, setting, 0, { status: "errored", reason })));
}
