import { type Block, enclosing, type Outline } from "./blocks/outline.ts";
import { LineBudget } from "./budget.ts";
import type { LineRange } from "./task.ts";

/** Lines around a finding that are shown if nothing else is. */
const NEAREST = 2;
/** How far a window around a finding grows where no block around it can be shown whole. */
const FARTHEST = 120;
const STEP = 4;
/** Lines of one finding that are shown whatever they cost; the rest of a longer one only if there is room. */
const LONGEST_FORCED = 60;
const LONGEST_DEFINITION = 15;
const SHARE_OF_IMPORTS = 0.25;

/**
 * The lines of a file that a model must see to repair what stands at `places` (1-based, inclusive), as ranges in order.
 *
 * The whole file where `tokens` allow it. Else, for all places before any gets more: their own lines (always), the
 * headers of what encloses them, the innermost function whole, the imports, the top-level names that they use, outer
 * blocks, and what surrounds them. `outline` is asked only if the file does not fit.
 */
export function linesToShow(
  lines: readonly string[],
  places: readonly LineRange[],
  tokens: number,
  outline: () => Outline,
): LineRange[] {
  const budget = new LineBudget(lines, tokens);
  if (lines.length === 0) return [];
  if (budget.holdsEverything) return [{ start: 1, end: lines.length }];
  const clamped = places.map(({ start, end }) => clamp({ start, end }, lines.length));
  for (const place of clamped)
    budget.force({ start: place.start, end: Math.min(place.end, place.start + LONGEST_FORCED - 1) });
  for (const { start, end } of clamped) {
    budget.take({ start, end });
    budget.take(clamp({ start: start - NEAREST, end: end + NEAREST }, lines.length));
  }
  const found = outline();
  const around = clamped.map((place) => enclosing(found, place.start));
  for (const blocks of around)
    for (const block of blocks) if (isWorthItsHeader(block)) budget.take({ start: block.start, end: block.headerEnd });
  for (const blocks of around) takeInnermost(blocks, budget);
  for (const range of found.imports) budget.take(range, SHARE_OF_IMPORTS);
  for (const range of namesUsed(lines, clamped, around, found)) budget.take(range);
  for (const blocks of around) for (const block of blocks) budget.take(block);
  grow(clamped, around, budget);
  return budget.ranges();
}

const isWorthItsHeader = (block: Block): boolean => block.kind !== "block";

function takeInnermost(blocks: readonly Block[], budget: LineBudget): void {
  const innermost = blocks.find((block) => block.kind === "function") ?? blocks.at(-1);
  if (innermost) budget.take(innermost);
}

/** Where the names in a place and in its function are defined at the top level. */
function namesUsed(
  lines: readonly string[],
  places: readonly LineRange[],
  around: readonly (readonly Block[])[],
  outline: Outline,
): LineRange[] {
  const names = new Set<string>();
  for (const [at, place] of places.entries()) {
    const block = around[at]?.find(({ kind }) => kind === "function");
    const { start, end } =
      block && block.end - block.start <= 200 ? block : { start: place.start - 20, end: place.end + 20 };
    for (const line of lines.slice(Math.max(0, start - 1), Math.min(end, start + 400))) {
      for (const [name] of line.slice(0, 2000).matchAll(/[A-Za-z_$][\w$]*/g)) names.add(name);
    }
  }
  return [...names].flatMap((name) => {
    const range = outline.definitions.get(name);
    return range ? [{ start: range.start, end: Math.min(range.end, range.start + LONGEST_DEFINITION - 1) }] : [];
  });
}

/** Widens the windows of places whose function was not shown, or that stand outside of any, a few lines at a time. */
function grow(places: readonly LineRange[], around: readonly (readonly Block[])[], budget: LineBudget): void {
  for (let reach = NEAREST + STEP; reach <= FARTHEST; reach += STEP) {
    for (const [at, place] of places.entries()) {
      const bounds = around[at]?.find(({ kind }) => kind === "function");
      const from = Math.max(1, place.start - reach, bounds?.start ?? 1);
      const to = Math.min(budget.lineCount, place.end + reach, bounds?.end ?? budget.lineCount);
      budget.take({ start: from, end: place.start });
      budget.take({ start: place.end, end: to });
    }
    if (budget.left <= 0) return;
  }
}

function clamp({ start, end }: LineRange, lineCount: number): LineRange {
  const first = Math.min(Math.max(1, start), lineCount);
  return { start: first, end: Math.min(Math.max(first, end), lineCount) };
}
