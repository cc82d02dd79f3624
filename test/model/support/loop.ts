import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { syntaxParsers } from "../../../src/adapters/parsers/index.ts";
import { changesOfDiff } from "../../../src/adapters/system/foreign-diff.ts";
import { readPromptFiles } from "../../../src/adapters/system/prompt-files.ts";
import { openWorkspace } from "../../../src/adapters/system/workspace.ts";
import type { AttemptEnd, AttemptStart, RepairRecord } from "../../../src/domain/attempt.ts";
import { CHECKS } from "../../../src/domain/check.ts";
import { PatchProError } from "../../../src/domain/errors.ts";
import type { Source } from "../../../src/domain/outcome.ts";
import type { RunEvent, RunResult } from "../../../src/domain/run.ts";
import { createLocator } from "../../../src/findings/locate.ts";
import { type PromptSet, parsePromptSet } from "../../../src/fix/model/prompt-set.ts";
import type { JudgeGate } from "../../../src/pipeline/judge-rung.ts";
import type { ModelSettings, ModelTools } from "../../../src/pipeline/model/tools.ts";
import { run } from "../../../src/pipeline/run.ts";
import type { TestCommand } from "../../../src/pipeline/test-rung.ts";
import type { BudgetLimits, Limits } from "../../../src/plan/budget.ts";
import type { Provider } from "../../../src/ports/provider.ts";
import { NO_RECORDER as silentRecorder } from "../../../src/trace/recorder.ts";
import { toyAnalyzer } from "../../pipeline/toy/analyzer.ts";
import type { Lint } from "../../pipeline/toy/linter.ts";
import { type Playground, runner } from "../../pipeline/toy/repair.ts";

const NO_LIMIT: Limits = { usd: undefined, tokens: undefined, ms: undefined, attempts: undefined };
const project = join(import.meta.dirname, "..", "..", "..");
let prompts: Promise<PromptSet> | undefined;

export interface LoopOptions {
  readonly lint: Lint;
  readonly chain: readonly Provider[];
  readonly sources?: readonly Source[];
  readonly settings?: Partial<ModelSettings>;
  readonly budget?: Partial<{ readonly [K in keyof BudgetLimits]: Partial<Limits> }>;
  readonly tests?: TestCommand;
  readonly judge?: JudgeGate;
  readonly signal?: AbortSignal;
  readonly now?: () => number;
  readonly emit?: (event: RunEvent) => void;
  /** Called before every look at patched texts; may throw. */
  readonly onLook?: (paths: readonly string[]) => void;
}

/** A run, and what was taken down of its attempts. */
export interface Loop {
  readonly result: RunResult;
  readonly repairs: readonly RepairRecord[];
  readonly started: readonly AttemptStart[];
  readonly ended: readonly AttemptEnd[];
}

/** The whole pipeline with models that say what they were told to say: real git, the real ladder, a linter in this process. */
export async function runLoop({ root, tmp }: Playground, options: LoopOptions): Promise<Loop> {
  const workspace = await openWorkspace({ root, runner, tmp });
  const {
    lint,
    chain,
    sources = ["model"],
    settings,
    budget,
    tests,
    judge,
    signal,
    now = () => performance.now(),
    emit = () => {},
    onLook,
  } = options;
  const analyzer = toyAnalyzer({ lint, workspace, ...(onLook && { onLook }) });
  const identities = new Map([[analyzer.name, await analyzer.identify()]]);
  const scope = { maxFiles: 10, maxChangedLines: 200, maxDistance: 200, allowPaths: [], protect: [] };
  const required = new Set(CHECKS.filter((name) => (name !== "judged" || judge) && (name !== "tests" || tests)));
  const ladder = {
    workspace,
    analyzers: [analyzer],
    identities,
    parsers: syntaxParsers(),
    scope,
    require: required,
    now,
    ...(signal && { signal }),
  };
  const shared = { unsafe: "verify" as const, locate: createLocator(), ladder, emit, ...(tests && { tests }) };
  const book: { repairs: RepairRecord[]; started: AttemptStart[]; ended: AttemptEnd[] } = {
    repairs: [],
    started: [],
    ended: [],
  };
  prompts ??= readPromptFiles(join(project, "prompts")).then((files) => parsePromptSet(files));
  const model: ModelTools = {
    ...shared,
    runId: "loop",
    chain,
    settings: {
      strategy: "auto",
      maxOutputTokens: 1000,
      temperature: undefined,
      timeoutMs: 60_000,
      contextTokens: 8000,
      concurrency: 4,
      attempts: 3,
      ...settings,
    },
    budget: {
      run: { ...NO_LIMIT, ...budget?.run },
      file: { ...NO_LIMIT, ...budget?.file },
      finding: { ...NO_LIMIT, ...budget?.finding },
    },
    ...(judge && { judge }),
    prompts: await prompts,
    ruleDoc: async () => undefined,
    examples: async () => [],
    applyRaw: async (diff, { ground }) => {
      try {
        return await changesOfDiff(Buffer.from(diff), "the reply", async (path) => ground.texts.get(path), {
          runner,
          tmp,
        });
      } catch (error) {
        if (error instanceof PatchProError) return { refused: error.message };
        throw error;
      }
    },
    recorder: {
      ...silentRecorder,
      repairStarted: (repair) => void book.repairs.push(repair),
      repairEnded: (id, end) => {
        book.repairs = book.repairs.map((one) => (one.id === id ? { ...one, ...end } : one));
      },
      attemptStarted: (attempt) => void book.started.push(attempt),
      attemptEnded: (_, end) => void book.ended.push(end),
    },
    newId: randomUUID,
  };
  const order = {
    runId: "loop",
    paths: [],
    minSeverity: "info" as const,
    excluded: () => false,
    policy: { sources, unsafe: "verify" as const, rules: new Map() },
  };
  const result = await run(order, { ...shared, toolVersion: "0", model });
  return { result, ...book };
}

/** Each finding's end, as `line kind` with what tells most about it. */
export function endsOf(result: RunResult): string[] {
  return result.findings.map(({ finding, outcome }) => {
    const detail = {
      accepted: "",
      rejected: "check" in outcome ? ` at ${outcome.check}` : "",
      skipped: "skip" in outcome ? ` ${outcome.skip}` : "",
      failed: "code" in outcome ? ` ${outcome.code}` : "",
    }[outcome.kind];
    return `${finding.path}:${finding.startLine} ${outcome.kind}${detail}`;
  });
}
