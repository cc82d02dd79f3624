import pLimit from "p-limit";
import { PatchProError } from "../../domain/errors.ts";
import type { EvalResult } from "../../domain/eval.ts";
import type { Strategy } from "../../domain/outcome.ts";
import type { EvalCase } from "../cases/case.ts";
import { erroredUnit, runUnit, type UnitEnd, type UnitSetting } from "./run-unit.ts";
import { apart, type Unit, unitsOf } from "./unit.ts";
import type { EvalGround, LiveModels } from "./workplace.ts";

/** How cases are run. */
export interface CasesOrder {
  readonly ground: EvalGround;
  /** In place of each case's own. */
  readonly strategy: "auto" | Strategy | undefined;
  readonly repetitions: number;
  readonly live: LiveModels | undefined;
  readonly signal: AbortSignal;
  /** Repositories that are worked on at once. */
  readonly atOnce: number;
  readonly onResult: (result: EvalResult) => void;
}

/** What all cases came to. */
export interface CasesEnd {
  /** In order of case and repetition. */
  readonly results: readonly EvalResult[];
  /** Names of cases whose description does not fit what their analyzer reports. */
  readonly unusable: readonly string[];
  readonly prompts: Readonly<Record<string, number>>;
}

/** Runs every case as often as asked. One that fails in whatever way is a result, and stops no other; Ctrl-C stops all. */
export async function runCases(cases: readonly EvalCase[], order: CasesOrder): Promise<CasesEnd> {
  const limit = pLimit(order.atOnce);
  const units = unitsOf(cases, order.strategy).sort((a, b) => weight(b) - weight(a));
  const work = Array.from({ length: order.repetitions }, (_, at) =>
    units.map((unit) => limit(() => tryUnit(unit, { ...order, repetition: at + 1 }, order))),
  );
  const ends = await Promise.all(work.flat());
  const place = new Map(cases.map(({ name }, at) => [name, at]));
  return {
    results: ends
      .flatMap(({ results }) => results)
      .sort((a, b) => (place.get(a.name) ?? 0) - (place.get(b.name) ?? 0) || a.repetition - b.repetition),
    unusable: [...new Set(ends.flatMap(({ unusable }) => unusable))].sort(),
    prompts: Object.fromEntries(ends.flatMap(({ prompts }) => [...prompts])),
  };
}

async function tryUnit(unit: Unit, setting: UnitSetting, order: CasesOrder): Promise<UnitEnd> {
  order.signal.throwIfAborted();
  try {
    const end = await runUnit(unit, setting);
    for (const result of end.results) order.onResult(result);
    return end;
  } catch (error) {
    order.signal.throwIfAborted();
    if (!(error instanceof PatchProError) || error.code === "budget") throw error;
    if (unit.cases.length === 1) {
      const end = erroredUnit(unit, error, setting);
      for (const result of end.results) order.onResult(result);
      return end;
    }
    const ends: UnitEnd[] = [];
    for (const one of apart(unit)) ends.push(await tryUnit(one, setting, order));
    return {
      results: ends.flatMap(({ results }) => results),
      unusable: ends.flatMap(({ unusable }) => unusable),
      prompts: new Map(ends.flatMap(({ prompts }) => [...prompts])),
    };
  }
}

/** What takes longest begins first. */
function weight({ cases }: Unit): number {
  return cases.length * (cases[0]?.kase.spec.analyzer === "semgrep" ? 1000 : 1);
}
