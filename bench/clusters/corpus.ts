import type { CheckCode } from "../../src/domain/check.ts";
import type { FailedAttempt } from "../../src/domain/cluster.ts";
import { sha256 } from "../../src/domain/digest.ts";
import { type Random, shuffled } from "../../src/domain/statistics.ts";
import { type Words, wordsFrom } from "./words.ts";

/** One way in which a cause shows itself. */
export interface Template {
  readonly check: string;
  readonly code?: CheckCode;
  readonly message: (words: Words) => string;
  /** Rules of the findings that it happens to; any if missing. */
  readonly rules?: readonly string[];
}

/** Why patches fail, and the messages that this gives. */
export interface Cause {
  readonly name: string;
  /** A name of the cluster that says one of these (lower case) says what the cause is. */
  readonly says: readonly string[];
  readonly templates: readonly Template[];
}

export interface Corpus {
  readonly name: string;
  readonly what: string;
  readonly causes: readonly Cause[];
}

export interface PlantedFailure {
  readonly failure: FailedAttempt;
  /** Index in `corpus.causes`. */
  readonly cause: number;
}

const ANY_RULE = ["F401", "F841", "E711", "B006", "S608", "D103", "UP032", "SIM102", "no-unused-vars", "eqeqeq"];
const START = Date.UTC(2026, 9, 1);
const DAY_MS = 86_400_000;

/** `count` failures; how often a cause comes falls with its place in the list (Zipf), its templates come equally often. */
export function plant(corpus: Corpus, count: number, random: Random): PlantedFailure[] {
  const words = wordsFrom(random);
  const order = shuffled([...corpus.causes.keys()], random);
  const weights = order.map((_, rank) => 1 / (rank + 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Array.from({ length: count }, (_, at) => {
    let left = random() * total;
    const rank = weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    const cause = order[Math.max(0, rank)] ?? 0;
    const template = words.pick(corpus.causes[cause]?.templates ?? []);
    const ruleId = words.pick(template.rules ?? ANY_RULE);
    const id = sha256(`${corpus.name} ${at}`).slice(0, 26).toUpperCase();
    return {
      cause,
      failure: {
        attemptId: id,
        at: START + Math.floor((at / count) * 20 * DAY_MS),
        check: template.check,
        ...(template.code && { code: template.code }),
        reason: template.message(words),
        ruleId,
        ruleFamily: /^([A-Z]+)\d+$/.exec(ruleId)?.[1] ?? ruleId.split("-")[0] ?? ruleId,
        path: words.path(),
        model: words.pick(["openai:gpt-5-mini", "local:qwen3-coder"]),
        last: true,
        repair: {
          id: `R${id.slice(1)}`,
          failed: true,
          attempts: words.number(3),
          costMicroUsd: 1000 + words.number(6000),
          unpriced: 0,
        },
      },
    };
  });
}
