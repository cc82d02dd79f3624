import {
  badPrompt,
  fill,
  type PromptFile,
  parsePromptFile,
  type Template,
  template,
} from "../../../fix/model/template.ts";
import { PLAN_TOPICS, type PlanTopic } from "../mix.ts";
import type { Random } from "../random.ts";
import { wordsOf } from "../words/words.ts";

/** What a model is told when it is to write findings. */
export interface SynthPrompts {
  /** `name@version`. */
  readonly prompt: string;
  readonly system: string;
  readonly user: Template;
  readonly topics: Readonly<Record<PlanTopic, string>>;
}

const SHAPES = [
  "two functions",
  "a class with three methods",
  "a dataclass and a function that works on it",
  "an async function and what it needs",
  "a generator and its caller",
  "a small command-line program",
  "constants and the functions that read them",
  "a context manager",
];

/** Reads the prompt with `task: synth` among the files of the `prompts` folder; of several versions the highest. Throws `PatchProError("config")`. */
export function parseSynthPrompts(files: readonly PromptFile[]): SynthPrompts {
  const own = files.map(parsePromptFile).filter(({ settings }) => settings.get("task") === "synth");
  const [newest] = own.toSorted((a, b) => b.version - a.version);
  if (!newest) throw badPrompt("synth", "there is no such file");
  const topics = PLAN_TOPICS.map(({ topic }) => [topic, template(newest, topic, []).text] as const);
  return {
    prompt: `${newest.name}@${newest.version}`,
    system: template(newest, "system", []).text,
    user: template(newest, "user", ["subject", "lines", "shape", "topic"]),
    topics: Object.fromEntries(topics) as Record<PlanTopic, string>,
  };
}

/** The request for one finding: subject, length and shape are drawn, so that no two replies need to be alike. */
export function synthRequest(prompts: SynthPrompts, topic: PlanTopic, random: Random): string {
  const w = wordsOf(random, false)();
  return fill(prompts.user, {
    subject: `${w.domain}: ${w.adjective} ${w.things} and ${w.others}, their ${w.amount}, ${w.second} and ${w.label}`,
    lines: String(random.between(15, 60)),
    shape: random.pick(SHAPES),
    topic: prompts.topics[topic],
  });
}
