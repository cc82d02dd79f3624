import { randomOf } from "./random.ts";
import { REAL_SHARES } from "./real-shares.ts";
import type { Recipe } from "./recipes/all.ts";
import type { SynthFamily } from "./recipes/recipe.ts";

/**
 * How often each recipe comes up. `even`: all alike. `plan`: 30 % import order, 30 % unused imports, 20 % docstrings, 20 %
 * strings over several lines. `real`: each rule as often as in published Python packages (see `real-shares.ts`).
 */
export const MIXES = ["even", "plan", "real"] as const;
export type Mix = (typeof MIXES)[number];

/** The topics of the original plan, with their parts of ten. */
export const PLAN_TOPICS = [
  { topic: "import-order", family: "imports", rule: /^I001$/, parts: 3 },
  { topic: "unused-imports", family: "unused", rule: /^F401$/, parts: 3 },
  { topic: "docstrings", family: "docstrings", rule: /^D/, parts: 2 },
  { topic: "multi-line", family: "multi-line", rule: /./, parts: 2 },
] as const satisfies readonly { topic: string; family: SynthFamily; rule: RegExp; parts: number }[];
export type PlanTopic = (typeof PLAN_TOPICS)[number]["topic"];

/** Which recipe the finding with an index is made by. Follows from seed and recipes alone. Undefined: the mix leaves nothing. */
export function recipeChooser(
  recipes: readonly Recipe[],
  mix: Mix,
  seed: number,
): ((index: number) => Recipe | undefined) | undefined {
  const random = randomOf(`${seed}/mix/${mix}`);
  if (mix === "even") return turns(random.shuffled(recipes));
  if (mix === "real") return weighted(recipes, seed);
  const decks = PLAN_TOPICS.map(({ family, rule, parts }) => ({
    parts,
    take: turns(random.shuffled(recipes.filter((one) => one.family === family && rule.test(one.rule)))),
  }));
  const order = random.shuffled(
    decks.flatMap(({ parts, take }, deck) =>
      take ? Array.from({ length: parts }, (_, part) => ({ deck, part })) : [],
    ),
  );
  if (order.length === 0) return undefined;
  return (index) => {
    const place = order[index % order.length];
    const deck = place && decks[place.deck];
    if (!place || !deck) return undefined;
    return deck.take?.(Math.floor(index / order.length) * deck.parts + place.part);
  };
}

function turns(recipes: readonly Recipe[]): ((index: number) => Recipe | undefined) | undefined {
  return recipes.length === 0 ? undefined : (index) => recipes[index % recipes.length];
}

/** A rule's share is divided among its recipes; a rule that was never seen counts as one finding. */
function weighted(recipes: readonly Recipe[], seed: number): ((index: number) => Recipe | undefined) | undefined {
  if (recipes.length === 0) return undefined;
  const alike = Map.groupBy(recipes, ({ rule }) => rule);
  const shares = recipes.map(({ rule }) =>
    Math.max(1, Math.round((REAL_SHARES[rule] ?? 1) / (alike.get(rule)?.length ?? 1))),
  );
  const total = shares.reduce((sum, share) => sum + share, 0);
  return (index) => {
    let left = randomOf(`${seed}/mix/${index}`).below(total);
    return recipes.find((_, at) => {
      left -= shares[at] ?? 0;
      return left < 0;
    });
  };
}
