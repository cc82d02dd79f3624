import type { EvalResult, EvalTier } from "../../src/domain/eval.ts";
import type { Random } from "../../src/domain/statistics.ts";
import { DEFAULT_GATE, gate } from "../../src/eval/metrics/gate.ts";
import type { StoredEval } from "../../src/eval/metrics/pairs.ts";

/** As models are: most cases are safe, some hopeless, and a quarter a matter of luck. */
function chancesOf(count: number, random: Random): number[] {
  return Array.from({ length: count }, () => {
    const kind = random();
    return kind < 0.6 ? 0.98 : kind < 0.75 ? 0.05 : 0.2 + 0.7 * random();
  });
}

/** A run in which every repetition of a case draws anew whether it passes. */
export function liveRun(
  chances: readonly number[],
  repetitions: number,
  random: Random,
  tier: EvalTier = "live",
): StoredEval {
  const results = chances.flatMap((chance, at) =>
    Array.from(
      { length: repetitions },
      (_, each): EvalResult => ({
        caseId: `case-${at}`,
        name: `case-${at}`,
        group: `case-${at}`,
        variant: "simulated",
        repetition: each + 1,
        status: random() < chance ? "passed" : "failed",
        wallMs: 0,
        slices: { rule: "R", family: "simulated", language: "python" },
      }),
    ),
  );
  return {
    run: {
      id: "simulated",
      suite: "simulated",
      tier,
      at: 0,
      toolVersion: "0",
      prompts: {},
      models: ["simulated"],
      strategy: "auto",
      repetitions,
      wallMs: 0,
    },
    results,
  };
}

/** Gates of an unchanged build, and of one in which a share `lost` of the cases nearly always fails now. */
export function gateRates(
  world: { readonly cases: number; readonly repetitions: number; readonly lost: number },
  gates: number,
  random: Random,
): { readonly falseAlarms: number; readonly warnings: number; readonly caught: number } {
  const verdicts = (lost: number) =>
    Array.from({ length: gates }, () => {
      const chances = chancesOf(world.cases, random);
      const worse = chances.map((chance) => (random() < lost ? 0.1 * chance : chance));
      const [base, head] = [chances, worse].map((some) => liveRun(some, world.repetitions, random));
      return base && head ? gate(base, head, DEFAULT_GATE, 500).verdict : "block";
    });
  const share = (of: readonly string[], wanted: string) => of.filter((verdict) => verdict === wanted).length / gates;
  const same = verdicts(0);
  return {
    falseAlarms: share(same, "block"),
    warnings: share(same, "warn"),
    caught: share(verdicts(world.lost), "block"),
  };
}
