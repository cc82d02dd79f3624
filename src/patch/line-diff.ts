/** Lines `oldStart` to `oldEnd` become lines `newStart` to `newEnd`; 0-based, ends exclusive. */
export interface LineChange {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** Beyond this many inserted and deleted lines a section is divided at its unique lines instead of searched. */
const MAX_DISTANCE = 2000;

/** How often a section is divided again, so that texts made to be slow to compare are not. */
const MAX_DEPTH = 8;

/**
 * The changes that turn one list of lines into another, in order, with at least one equal line between two of them.
 * The fewest changed lines where at most 2,000 differ (E. Myers, "An O(ND) Difference Algorithm", 1986); farther texts are
 * divided first at the lines that occur once on both sides (B. Cohen's patience diff), and what has none is replaced as a whole.
 */
export function diffLines(before: readonly string[], after: readonly string[]): LineChange[] {
  const numbers = new Map<string, number>();
  const a = before.map((line) => numberOf(line, numbers));
  const b = after.map((line) => numberOf(line, numbers));
  const changes: LineChange[] = [];
  diffSection(a, b, { oldStart: 0, oldEnd: a.length, newStart: 0, newEnd: b.length }, MAX_DEPTH, changes);
  return joinTouching(changes);
}

function numberOf(line: string, numbers: Map<string, number>): number {
  const known = numbers.get(line);
  if (known !== undefined) return known;
  numbers.set(line, numbers.size);
  return numbers.size - 1;
}

function diffSection(
  a: readonly number[],
  b: readonly number[],
  whole: LineChange,
  depth: number,
  changes: LineChange[],
): void {
  const section = trimEqualEnds(a, b, whole);
  const { oldStart, oldEnd, newStart, newEnd } = section;
  if (oldStart === oldEnd && newStart === newEnd) return;
  if (oldStart === oldEnd || newStart === newEnd) {
    changes.push(section);
    return;
  }
  const shortest = shortestChanges(a, b, section);
  if (shortest) {
    changes.push(...shortest);
    return;
  }
  const anchors = depth > 0 ? uniqueCommonLines(a, b, section) : [];
  if (anchors.length === 0) {
    changes.push(section);
    return;
  }
  let from = { oldStart, newStart };
  for (const [oldLine, newLine] of anchors) {
    diffSection(a, b, { ...from, oldEnd: oldLine, newEnd: newLine }, depth - 1, changes);
    from = { oldStart: oldLine + 1, newStart: newLine + 1 };
  }
  diffSection(a, b, { ...from, oldEnd, newEnd }, depth - 1, changes);
}

function trimEqualEnds(a: readonly number[], b: readonly number[], section: LineChange): LineChange {
  let { oldStart, oldEnd, newStart, newEnd } = section;
  while (oldStart < oldEnd && newStart < newEnd && a[oldStart] === b[newStart]) {
    oldStart++;
    newStart++;
  }
  while (oldStart < oldEnd && newStart < newEnd && a[oldEnd - 1] === b[newEnd - 1]) {
    oldEnd--;
    newEnd--;
  }
  return { oldStart, oldEnd, newStart, newEnd };
}

/**
 * Myers' greedy search. `reach[k + limit]` is the farthest old line on diagonal k (old minus new line) after `distance`
 * changes; every step's reach is kept to walk back from the end. Undefined where more than MAX_DISTANCE changes are needed.
 */
function shortestChanges(a: readonly number[], b: readonly number[], section: LineChange): LineChange[] | undefined {
  const { oldStart, newStart } = section;
  const width = section.oldEnd - oldStart;
  const height = section.newEnd - newStart;
  const limit = Math.min(width + height, MAX_DISTANCE);
  const reach = new Int32Array(2 * limit + 3);
  const at = (k: number): number => reach[k + limit + 1] ?? 0;
  const history: Int32Array[] = [];
  for (let distance = 0; distance <= limit; distance++) {
    history.push(reach.slice(limit - distance, limit + distance + 3));
    for (let k = -distance; k <= distance; k += 2) {
      let x = k === -distance || (k !== distance && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
      let y = x - k;
      while (x < width && y < height && a[oldStart + x] === b[newStart + y]) {
        x++;
        y++;
      }
      reach[k + limit + 1] = x;
      if (x >= width && y >= height) return walkBack(history, section);
    }
  }
  return undefined;
}

function walkBack(history: readonly Int32Array[], { oldStart, oldEnd, newStart, newEnd }: LineChange): LineChange[] {
  const steps: LineChange[] = [];
  let x = oldEnd - oldStart;
  let y = newEnd - newStart;
  for (let distance = history.length - 1; distance > 0; distance--) {
    const row = history[distance];
    const at = (k: number): number => row?.[k + distance + 1] ?? 0;
    const k = x - y;
    const inserted = k === -distance || (k !== distance && at(k - 1) < at(k + 1));
    const previousX = at(inserted ? k + 1 : k - 1);
    const previousY = previousX - (inserted ? k + 1 : k - 1);
    steps.push({
      oldStart: oldStart + previousX,
      oldEnd: oldStart + previousX + (inserted ? 0 : 1),
      newStart: newStart + previousY,
      newEnd: newStart + previousY + (inserted ? 1 : 0),
    });
    x = previousX;
    y = previousY;
  }
  return steps.reverse();
}

/** Pairs of lines that occur once in each section, in an order that holds on both sides (longest increasing subsequence). */
function uniqueCommonLines(a: readonly number[], b: readonly number[], section: LineChange): [number, number][] {
  const inOld = onceIn(a, section.oldStart, section.oldEnd);
  const pairs: [number, number][] = [];
  for (const [line, newLine] of onceIn(b, section.newStart, section.newEnd)) {
    const oldLine = inOld.get(line) ?? -1;
    if (oldLine >= 0 && newLine >= 0) pairs.push([oldLine, newLine]);
  }
  pairs.sort((left, right) => left[1] - right[1]);
  return longestIncreasing(pairs);
}

/** Where each line stands that occurs once; -1 for a line that occurs more often. */
function onceIn(lines: readonly number[], start: number, end: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = start; at < end; at++) {
    const line = lines[at];
    if (line !== undefined) places.set(line, places.has(line) ? -1 : at);
  }
  return places;
}

function longestIncreasing(pairs: readonly [number, number][]): [number, number][] {
  const piles: { pair: [number, number]; below: number }[] = [];
  const tops: number[] = [];
  for (const pair of pairs) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const top = piles[tops[middle] ?? -1];
      if (top && top.pair[0] < pair[0]) low = middle + 1;
      else high = middle;
    }
    piles.push({ pair, below: tops[low - 1] ?? -1 });
    tops[low] = piles.length - 1;
  }
  const chain: [number, number][] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; ) {
    const card = piles[at];
    if (!card) break;
    chain.push(card.pair);
    at = card.below;
  }
  return chain.reverse();
}

function joinTouching(changes: readonly LineChange[]): LineChange[] {
  const joined: LineChange[] = [];
  for (const change of changes) {
    const last = joined.at(-1);
    if (last && last.oldEnd === change.oldStart && last.newEnd === change.newStart) {
      joined[joined.length - 1] = { ...last, oldEnd: change.oldEnd, newEnd: change.newEnd };
    } else joined.push(change);
  }
  return joined;
}
