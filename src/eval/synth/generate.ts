import { PatchProError } from "../../domain/errors.ts";
import { type Confirmation, confirm, type SynthAnalyzers } from "./confirm.ts";
import type { Draft } from "./draft.ts";
import { ownFinding } from "./finding.ts";
import { askForFinding, type LlmStratum, turnOf } from "./llm/stratum.ts";
import { type Mix, recipeChooser } from "./mix.ts";
import { createNearDuplicates } from "./near-duplicates.ts";
import { draftPython } from "./python/draft.ts";
import { randomOf } from "./random.ts";
import type { Recipe } from "./recipes/all.ts";
import type { RecipeFacts } from "./recipes/recipe.ts";
import type { SynthRecord } from "./record.ts";
import { draftScript } from "./script/draft.ts";

/** What is to be made. The same order gives the same records, byte for byte, with the same analyzers. */
export interface SynthOrder {
  readonly count: number;
  readonly seed: number;
  readonly recipes: readonly Recipe[];
  readonly mix: Mix;
  /** Of scripts: both if undefined. */
  readonly language?: "javascript" | "typescript";
  /** Some findings are written by a model; where its answer is not confirmed, a recipe makes the finding. */
  readonly llm?: LlmStratum;
}

export interface SynthTools {
  readonly analyzers: SynthAnalyzers;
  readonly signal: AbortSignal;
  /** Called with every confirmed chunk of records, in order. */
  readonly write: (records: readonly SynthRecord[], tally: SynthTally) => Promise<void>;
}

/** What became of the drafts of one recipe. */
export interface RecipeTally {
  confirmed: number;
  /** The analyzer did not report what was promised. */
  refused: number;
  /** Nearly the same as an earlier one. */
  duplicates: number;
  /** Why the last one was refused. */
  reason?: string;
}

/** By name of the recipe, in the order of their first drafts. */
export type SynthTally = Map<string, RecipeTally>;

/** Indices that are worked on together: analyzers are slow to start and quick to look. */
const CHUNK = 500;
/** Drafts for one index before the recipe counts as exhausted. */
const ATTEMPTS = 60;
/** Requests to a model at a time. */
const ASKED_AT_ONCE = 8;

interface Drafted {
  readonly slot: Slot;
  readonly draft: Draft;
}

interface Slot {
  readonly index: number;
  readonly recipe: Recipe;
  attempt: number;
  confirmed: { readonly draft: Draft; readonly path: string; readonly finding: SynthRecord["finding"] } | undefined;
}

/**
 * Makes records in the order of their indices. The record of an index is its first draft that the analyzer confirms and
 * that is not nearly one before it: so it depends on seed, mix, recipes and the records before, not on how many follow.
 * Throws `PatchProError("usage")` if the mix leaves no recipe or a recipe has nothing new to say.
 */
export async function generate(order: SynthOrder, tools: SynthTools): Promise<SynthTally> {
  const choose = recipeChooser(order.recipes, order.mix, order.seed);
  const tally: SynthTally = new Map();
  const seen = createNearDuplicates();
  for (let from = 0; from < order.count; from += CHUNK) {
    const slots = Array.from({ length: Math.min(CHUNK, order.count - from) }, (_, at): Slot => {
      const recipe = choose?.(from + at);
      if (!recipe)
        throw new PatchProError(
          "usage",
          `the mix "${order.mix}" has no recipe among those that were asked for`,
          "Take --recipe or --language out, or ask for --mix even.",
        );
      return { index: from + at, recipe, attempt: 0, confirmed: undefined };
    });
    if (order.llm) await askModel(slots, order.llm, order, tools, tally);
    await confirmAll(slots, order, tools, tally);
    const records: SynthRecord[] = [];
    for (const slot of slots) records.push(await firstOfItsKind(slot, order, tools, tally, seen));
    await tools.write(records, tally);
  }
  return tally;
}

/** Goes on with new drafts until one is no near-duplicate. */
async function firstOfItsKind(
  slot: Slot,
  order: SynthOrder,
  tools: SynthTools,
  tally: SynthTally,
  seen: ReturnType<typeof createNearDuplicates>,
): Promise<SynthRecord> {
  for (;;) {
    await confirmAll([slot], order, tools, tally);
    const { confirmed, index } = slot;
    if (!confirmed) throw new Error("a slot was left without a draft");
    const id = idOf(order.seed, index);
    const counts = tallyOf(tally, confirmed.draft.recipe);
    if (seen.add(id, confirmed.draft.before) === undefined) {
      counts.confirmed += 1;
      return recordOf(id, confirmed);
    }
    counts.duplicates += 1;
    slot.confirmed = undefined;
  }
}

/** Fills the slots that are the model's turn, as far as its answers are confirmed. */
async function askModel(
  slots: readonly Slot[],
  llm: LlmStratum,
  { seed }: SynthOrder,
  { analyzers, signal }: SynthTools,
  tally: SynthTally,
): Promise<void> {
  const asked = slots.flatMap((slot) => {
    const turn = turnOf(llm, slot.index);
    return turn === undefined ? [] : [{ slot, turn }];
  });
  for (let from = 0; from < asked.length; from += ASKED_AT_ONCE) {
    signal.throwIfAborted();
    const drafted: Drafted[] = [];
    const answers = await Promise.all(
      asked.slice(from, from + ASKED_AT_ONCE).map(async ({ slot, turn }) => ({
        slot,
        answer: await askForFinding(llm, { seed, index: slot.index, turn, signal }),
      })),
    );
    for (const { slot, answer } of answers) {
      if ("draft" in answer) drafted.push({ slot, draft: answer.draft });
      else refuse(tallyOf(tally, answer.recipe), answer.why);
    }
    await confirmDrafts(drafted, analyzers, tally);
  }
}

/** Gives every slot that has none a draft that the analyzers confirm. */
async function confirmAll(
  slots: readonly Slot[],
  order: SynthOrder,
  { analyzers, signal }: SynthTools,
  tally: SynthTally,
): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const open = slots.filter(({ confirmed }) => !confirmed);
    if (open.length === 0) return;
    await confirmDrafts(
      open.map((slot) => ({ slot, draft: nextDraft(slot, order, tally) })),
      analyzers,
      tally,
    );
  }
}

/** Asks each analyzer once about all drafts of its language, and fills the slots of those that it confirms. */
async function confirmDrafts(drafted: readonly Drafted[], analyzers: SynthAnalyzers, tally: SynthTally): Promise<void> {
  const byTool = Map.groupBy(drafted, ({ draft }) => analyzers.toolOf(draft.language));
  for (const [tool, asked] of byTool) {
    const [first] = asked;
    if (!first) continue;
    const texts = asked.flatMap(({ slot, draft }) => {
      const path = pathOf(slot, draft);
      return [
        { path, text: draft.before },
        { path: path.replace(/\.(\w+)$/, "_clean.$1"), text: draft.after },
      ];
    });
    const answers = await analyzers.ask(first.draft.language, texts);
    for (const [at, { slot, draft }] of asked.entries()) {
      const answer = confirm(draft.recipe, answers[2 * at] ?? [], answers[2 * at + 1] ?? []);
      take(slot, draft, answer, tool, tally);
    }
  }
}

function take(slot: Slot, draft: Draft, answer: Confirmation, tool: string, tally: SynthTally): void {
  const path = pathOf(slot, draft);
  const finding = answer.confirmed ? ownFinding(answer.finding, tool, path, draft.before) : undefined;
  if (finding) slot.confirmed = { draft, path, finding };
  else refuse(tallyOf(tally, draft.recipe), answer.confirmed ? "the finding has no place in the text" : answer.why);
}

function refuse(counts: RecipeTally, why: string): void {
  counts.refused += 1;
  counts.reason = why;
}

/** The next draft of a slot; attempts that find no place for the violation are passed over. */
function nextDraft(slot: Slot, order: SynthOrder, tally: SynthTally): Draft {
  const { recipe, index } = slot;
  for (; slot.attempt < ATTEMPTS; ) {
    const random = randomOf(`${order.seed}/${index}/${recipe.name}/${slot.attempt}`);
    slot.attempt += 1;
    const draft =
      recipe.language === "python"
        ? draftPython(recipe, random)
        : draftScript(recipe, order.language ?? (random.chance(30) ? "typescript" : "javascript"), random);
    if (draft) return draft;
  }
  const { refused, duplicates, reason } = tallyOf(tally, recipe);
  throw new PatchProError(
    "usage",
    `the recipe ${recipe.name} gave nothing new in ${ATTEMPTS} drafts for finding ${index} (${refused} refused so far${reason === undefined ? "" : `, the last one because ${reason}`}; ${duplicates} near-duplicates)`,
    "Ask for fewer findings, or for more recipes.",
  );
}

function tallyOf(tally: SynthTally, { name }: Pick<RecipeFacts, "name">): RecipeTally {
  const known = tally.get(name) ?? { confirmed: 0, refused: 0, duplicates: 0 };
  tally.set(name, known);
  return known;
}

function idOf(seed: number, index: number): string {
  return `synth-${seed}-${String(index).padStart(6, "0")}`;
}

/** Every recipe has a folder, every finding a file of its own. */
function pathOf({ index }: Slot, { recipe, file }: Draft): string {
  const numbered = file.replace(/\.(\w+)$/, `_${String(index).padStart(6, "0")}.$1`);
  return `synth/${folderOf(recipe)}/${numbered}`;
}

/** The folder of a recipe's files: lower case, without what file systems forbid. */
function folderOf({ name }: Pick<RecipeFacts, "name">): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

function recordOf(id: string, { draft, path, finding }: NonNullable<Slot["confirmed"]>): SynthRecord {
  const { recipe, language, before, after, dimensions, oracle } = draft;
  return {
    id,
    recipe: recipe.name,
    rule: recipe.rule,
    path,
    before,
    after,
    finding,
    family: recipe.family,
    language,
    ignore: [...recipe.ignore],
    dimensions,
    ...(oracle && { oracle }),
  };
}
