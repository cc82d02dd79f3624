import type { FileChange, Strategy } from "../../domain/outcome.ts";
import type { RunEvent } from "../../domain/run.ts";
import type { PromptSet } from "../../fix/model/prompt-set.ts";
import type { Example, RuleDoc } from "../../fix/model/task.ts";
import type { BudgetLedger, BudgetLimits } from "../../plan/budget.ts";
import type { Provider } from "../../ports/provider.ts";
import type { Recorder } from "../../ports/recorder.ts";
import type { ClimbQueue } from "../climb-queue.ts";
import type { JudgeGate } from "../judge-rung.ts";
import type { Repair, RepairTools } from "../repair.ts";
import type { Spending } from "../tally.ts";
import type { TestCommand } from "../test-rung.ts";

/** How models are asked. */
export interface ModelSettings {
  readonly strategy: "auto" | Strategy;
  readonly maxOutputTokens: number;
  readonly temperature: number | undefined;
  /** Milliseconds for one exchange, waiting and sending again included. */
  readonly timeoutMs: number;
  /** Tokens of source in one prompt. */
  readonly contextTokens: number;
  /** Files that are worked on at once. */
  readonly concurrency: number;
  /** Attempts at one finding by one model before the next one of the chain is asked. */
  readonly attempts: number;
}

/** What the attempts at a file's findings work with. */
export interface ModelTools extends RepairTools {
  readonly runId: string;
  /** Cheapest first. */
  readonly chain: readonly Provider[];
  readonly settings: ModelSettings;
  readonly budget: BudgetLimits;
  readonly prompts: PromptSet;
  readonly ruleDoc: (tool: string, ruleId: string) => Promise<RuleDoc | undefined>;
  readonly examples: (ruleId: string) => Promise<readonly Example[]>;
  /** Applies a raw diff with `git apply` to the texts as they stand, for the baseline `v1`; a refusal is git's words. */
  readonly applyRaw: (diff: string, repair: Repair) => Promise<readonly FileChange[] | { readonly refused: string }>;
  readonly recorder: Recorder;
  readonly newId: () => string;
  readonly tests?: TestCommand;
  /** Asked last, about what passed everything else. */
  readonly judge?: JudgeGate;
  readonly emit: (event: RunEvent) => void;
}

/** What the attempts of a run share. */
export interface ModelState {
  readonly repair: Repair;
  readonly ledger: BudgetLedger;
  readonly queue: ClimbQueue;
  /** Aborted by Ctrl-C, and when one file's work throws: then no answer is waited for any more. */
  readonly signal: AbortSignal;
  /** One at a time: the user's tests must see every patch together with all that were settled before. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Models whose endpoint refused the key: they are not asked again. */
  readonly locked: Set<Provider>;
  /** Tokens of source to show at most to models that were found to have no room for what is configured. */
  readonly room: Map<Provider, number>;
  /** What providers wanted a person to know, with how often. */
  readonly warnings: Map<string, number>;
  spent: Spending;
  /** Why no model is asked any more in this run. */
  ended?: { readonly why: "budget" | "provider"; readonly detail: string };
}
