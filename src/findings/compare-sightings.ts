import { maskNumbers } from "./code.ts";
import type { LineMap } from "./line-map.ts";
import type { Sighting } from "./sighting.ts";

/** What became of the findings of a file: closed, still there (as before and after), new. */
export interface SightingChange<T extends Sighting> {
  readonly gone: readonly T[];
  readonly kept: readonly { readonly before: T; readonly after: T }[];
  readonly added: readonly T[];
}

/** Lines around a changed region in which the same message still counts as its: an end-of-file finding moves by one. */
const NEAR = 1;

/**
 * Pairs the findings of two analyses one to one; what has no partner is gone or added. Each pass takes what earlier ones
 * left, from the surest sign to the weakest:
 *
 * 1. the same key, in the line where the line went (so that of two equals the one that was fixed is `gone`);
 * 2. the same key with other numbers (`too complex (12 > 10)`), in the line where the line went;
 * 3. the same key, then the loose key, anywhere: moved code;
 * 4. the same rule and message, in or beside the same changed region: the flagged line itself was edited;
 * 5. the same rule in the same changed region: `Line too long (93 > 88)` before and after.
 *
 * Without `lineMap` only pass 3 is made. A finding in a line that did not change is never excused by another in a changed one.
 */
export function compareSightings<T extends Sighting>(
  before: readonly T[],
  after: readonly T[],
  lineMap?: LineMap,
): SightingChange<T> {
  const pairing = new Pairing(before, after);
  if (lineMap) {
    const moved = lineMover(lineMap);
    pairing.match(
      (one) => inLine(one.key, moved(one.startLine)),
      (one) => inLine(one.key, one.startLine),
    );
    pairing.match(
      (one) => inLine(one.looseKey, moved(one.startLine)),
      (one) => inLine(one.looseKey, one.startLine),
    );
  }
  pairing.match(
    (one) => one.key,
    (one) => one.key,
  );
  pairing.match(
    (one) => one.looseKey,
    (one) => one.looseKey,
  );
  if (lineMap && pairing.unfinished) {
    const [old, fresh] = regionFinders(lineMap);
    for (const near of [0, NEAR]) pairing.match(inRegion(old, near, messageOf), inRegion(fresh, near, messageOf));
    pairing.match(inRegion(old, 0, ruleOf), inRegion(fresh, 0, ruleOf));
  }
  return pairing.result();
}

/** What is left on both sides, and the pairs so far. */
class Pairing<T extends Sighting> {
  #before: readonly T[];
  #after: readonly T[];
  readonly #kept: { before: T; after: T }[] = [];

  constructor(before: readonly T[], after: readonly T[]) {
    this.#before = before;
    this.#after = after;
  }

  get unfinished(): boolean {
    return this.#before.length > 0 && this.#after.length > 0;
  }

  /** Pairs what has equal signs, in order; undefined signs match nothing. */
  match(signBefore: (one: T) => string | undefined, signAfter: (one: T) => string | undefined): void {
    if (!this.unfinished) return;
    const waiting = new Map<string, T[]>();
    // Filled from the end, so that `pop` gives the first.
    for (const one of this.#before.toReversed()) {
      const sign = signBefore(one);
      if (sign === undefined) continue;
      const known = waiting.get(sign);
      if (known) known.push(one);
      else waiting.set(sign, [one]);
    }
    const paired = new Set<T>();
    this.#after = this.#after.filter((one) => {
      const sign = signAfter(one);
      const partner = sign === undefined ? undefined : waiting.get(sign)?.pop();
      if (!partner) return true;
      paired.add(partner);
      this.#kept.push({ before: partner, after: one });
      return false;
    });
    if (paired.size > 0) this.#before = this.#before.filter((one) => !paired.has(one));
  }

  result(): SightingChange<T> {
    return { gone: this.#before, kept: this.#kept, added: this.#after };
  }
}

function inLine(key: string, line: number | undefined): string | undefined {
  return line === undefined ? undefined : `${line}\0${key}`;
}

/** Where an unchanged line went; undefined for a line that was changed. */
function lineMover({ regions }: LineMap): (line: number) => number | undefined {
  return (line) => {
    let shift = 0;
    for (const { beforeStart, beforeEnd, afterEnd } of regions) {
      if (line < beforeStart) break;
      if (line < beforeEnd) return undefined;
      shift = afterEnd - beforeEnd;
    }
    return line + shift;
  };
}

type RegionFinder = (one: Sighting, near: number) => number | undefined;

/** The changed region that a finding's lines touch, before and after the change. */
function regionFinders({ regions }: LineMap): [RegionFinder, RegionFinder] {
  const finder =
    (bounds: readonly (readonly [number, number])[]): RegionFinder =>
    ({ startLine, endLine }, near) => {
      const at = bounds.findIndex(
        ([start, end]) => startLine < end + near && Math.max(startLine, endLine) >= start - near,
      );
      return at === -1 ? undefined : at;
    };
  return [
    finder(regions.map((one) => [one.beforeStart, one.beforeEnd])),
    finder(regions.map((one) => [one.afterStart, one.afterEnd])),
  ];
}

function inRegion(find: RegionFinder, near: number, what: (one: Sighting) => string) {
  return (one: Sighting): string | undefined => {
    const region = find(one, near);
    return region === undefined ? undefined : `${region}\0${what(one)}`;
  };
}

function ruleOf({ path, tool, ruleId }: Sighting): string {
  return `${path}\0${tool}\0${ruleId}`;
}

function messageOf(one: Sighting): string {
  return `${ruleOf(one)}\0${maskNumbers(one.message)}`;
}
