import type { Report } from "../../domain/finding.ts";
import type { Source, Strategy } from "../../domain/outcome.ts";
import type { ModelTools } from "../../pipeline/model/tools.ts";
import type { RunTools } from "../../pipeline/run.ts";
import type { Provider } from "../../ports/provider.ts";
import type { Recorder } from "../../ports/recorder.ts";
import type { EvalCase, Files } from "../cases/case.ts";
import type { CaseSpec } from "../cases/format.ts";

/** What a throw-away repository is made of. */
export interface WorkplaceOrder extends Pick<CaseSpec, "analyzer" | "select" | "ignore"> {
  readonly sources: readonly Source[];
  readonly files: Files;
  /** Several cases, each in a folder of its own with its own rules. */
  readonly shared: boolean;
  readonly strategy: "auto" | Strategy;
}

/** Models for one run of the pipeline. */
export interface ModelOrder {
  readonly runId: string;
  readonly chain: readonly Provider[];
  readonly recorder: Recorder;
  /** Files that are worked on at once; the configured number if left out. */
  readonly concurrency?: number;
}

/** A throw-away repository with the analyzer of its cases. */
export interface Workplace {
  readonly tools: RunTools;
  /** Everything that the analyzer reports. Throws `PatchProError("analyzer")`. */
  analyze(): Promise<Report>;
  modelTools(order: ModelOrder): ModelTools;
  close(): Promise<void>;
}

/** How a test of behaviour ended. */
export type TestEnd =
  | { readonly kind: "passed" }
  /** `words`: the end of what it printed. */
  | { readonly kind: "failed"; readonly words: string }
  /** What would run it is not here. */
  | { readonly kind: "missing"; readonly what: string };

/** Where cases are worked on; made by `cli/wire/evals.ts`. */
export interface EvalGround {
  /** Why an analyzer's cases cannot be run here; undefined where they can. */
  missing(analyzer: CaseSpec["analyzer"]): Promise<string | undefined>;
  open(order: WorkplaceOrder): Promise<Workplace>;
  /** Runs a case's test in a throw-away copy of `files`, without secrets and not for long. */
  runTest(kase: EvalCase, test: string, files: Files): Promise<TestEnd>;
  /** Milliseconds since the epoch. */
  now(): number;
  newId(): string;
}

/** Whose replies are used in a live run. */
export interface LiveModels {
  readonly chain: readonly Provider[];
  /** Takes one run of the pipeline down in the store. */
  record(
    runId: string,
    caseName: string,
  ): Promise<{ readonly recorder: Recorder; end(status: "done" | "stopped"): Promise<void> }>;
}
