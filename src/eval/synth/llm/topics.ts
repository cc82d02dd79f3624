import type { PlanTopic } from "../mix.ts";
import type { RecipeFacts, SynthFamily } from "../recipes/recipe.ts";
import { RUFF_SELECT } from "../selection.ts";

/** Which rules a model may plant for a topic. */
const ALLOWED: Readonly<Record<PlanTopic, { readonly family: SynthFamily; readonly rules: readonly string[] }>> = {
  "import-order": { family: "imports", rules: ["I001"] },
  "unused-imports": { family: "unused", rules: ["F401"] },
  docstrings: {
    family: "docstrings",
    rules: ["D100", "D101", "D102", "D103", "D200", "D202", "D205", "D209", "D210", "D300", "D400", "D401", "D403"],
  },
  "multi-line": {
    family: "multi-line",
    rules: ["ISC001", "ISC003", "UP031", "UP032", "F541", "W605", "W291", "W293", "S608"],
  },
};

/** The parts of ten that the original plan gave to each topic, in the order of the findings. */
const TURNS: readonly PlanTopic[] = [
  "import-order",
  "unused-imports",
  "docstrings",
  "import-order",
  "multi-line",
  "unused-imports",
  "import-order",
  "docstrings",
  "unused-imports",
  "multi-line",
];

/** The topic of the model's n-th finding, 0-based: 30 % import order, 30 % unused imports, 20 % docstrings, 20 % strings. */
export function topicOf(turn: number): PlanTopic {
  return TURNS[turn % TURNS.length] ?? "import-order";
}

/** What a planted rule says of itself, like a recipe; undefined if it is none of the topic's. */
export function llmRecipe(topic: PlanTopic, rule: string): RecipeFacts | undefined {
  const { family, rules } = ALLOWED[topic];
  if (!rules.includes(rule)) return undefined;
  // A model is not asked for code that is clean in everything: only its rule and real errors count.
  const ignore = RUFF_SELECT.filter((selector) => !["F", "E"].includes(selector) && !rule.startsWith(selector));
  return { name: `llm:${topic}`, rule, family, keepsBehaviour: false, ignore };
}
