import type { Sighting, SightingChanges } from "../domain/sighting.ts";
import type { LineBlock } from "../patch/line-blocks.ts";

/**
 * Compares what one analyzer said of a file before and after a change, tolerant of moved lines. Both lists are sorted by
 * line and column; `blocks` are the lines that changed (as `changedLines` gives them, tools' notion of a line).
 *
 * A finding is the same as one before if it has the same rule and message (numbers in messages do not count: they are
 * often line numbers or sizes) and stands on the same unchanged line; or else has the same code, wherever it moved to; or
 * else lies within the lines that replaced its own (sorted imports: within any changed lines), with the same message or at
 * last only the same rule. Each is matched once, in this order, so that of three equal findings the one on the changed
 * line is the one that went away; of two on one changed line, the one that is `touched` by an edit; and of two of these the
 * one that the edit is `meant` for: of three nested `if`s of which two become one, the outer.
 */
export function compareSightings<S extends Sighting>(
  before: readonly S[],
  after: readonly S[],
  blocks: readonly LineBlock[],
  touched: (sighting: S) => boolean = () => false,
  meant: (sighting: S) => boolean = () => false,
): SightingChanges<S> {
  const kept: { before: S; after: S }[] = [];
  const onUnchanged = matchUnchangedLines(before, after, blocks, kept);
  const within = regionOf(blocks, 0);
  const near = regionOf(blocks, 1);
  const keys: ((sighting: S, side: Side) => string | undefined)[] = [
    (sighting) => join(sameness(sighting), sighting.code),
    (sighting, side) => join(sameness(sighting), within(sighting, side)),
    (sighting, side) => join(sameness(sighting), near(sighting, side)),
    (sighting, side) => join(sighting.ruleId, sighting.message, near(sighting, side) && "any block"),
    (sighting, side) => join(sighting.ruleId, within(sighting, side)),
  ];
  let open = onUnchanged;
  if (open.before.length > 1 && open.after.length > 0) {
    const readiness = Map.groupBy(open.before, (one) => (meant(one) ? "last" : touched(one) ? "later" : "first"));
    open = { ...open, before: (["first", "later", "last"] as const).flatMap((when) => readiness.get(when) ?? []) };
  }
  for (const key of keys) open = matchBy(open, key, kept);
  return { gone: open.before, kept, added: open.after };
}

type Side = "before" | "after";

/** One name of several; a part that is not there makes a name that matches nothing. */
function join(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join("\u0000");
}

/** What makes two sightings reports of the same thing, wherever they stand. */
function sameness(sighting: Sighting): string | undefined {
  return join(sighting.ruleId, maskNumbers(sighting.message));
}

/** A message without the numbers that stand alone: "from line 5" and "(93 > 88)" change when lines move or grow, `x1` does not. */
export function maskNumbers(message: string): string {
  return message.replace(/(?<![\w.])\d+(?:\.\d+)?(?![\w.]*\w)/g, "#");
}

interface Unmatched<S> {
  readonly before: readonly S[];
  readonly after: readonly S[];
}

/** Walks both lists line by line; only sightings on lines that no block touches can be matched here. */
function matchUnchangedLines<S extends Sighting>(
  before: readonly S[],
  after: readonly S[],
  blocks: readonly LineBlock[],
  kept: { before: S; after: S }[],
): Unmatched<S> {
  const left: S[] = [];
  const taken = new Set<S>();
  let at = 0;
  let block = 0;
  let shift = 0;
  for (const sighting of before) {
    for (let next = blocks[block]; next && next.oldEnd < sighting.startLine; next = blocks[++block]) {
      shift += next.lines.length - (next.oldEnd - next.oldStart);
    }
    const next = blocks[block];
    if (next && next.oldStart < sighting.startLine && sighting.startLine <= next.oldEnd) {
      left.push(sighting);
      continue;
    }
    const line = sighting.startLine + shift;
    while ((after[at]?.startLine ?? Number.POSITIVE_INFINITY) < line) at++;
    const match = sameOnLine(sighting, after, at, line, taken);
    if (match) {
      taken.add(match);
      kept.push({ before: sighting, after: match });
    } else left.push(sighting);
  }
  return { before: left, after: taken.size === after.length ? [] : after.filter((one) => !taken.has(one)) };
}

function sameOnLine<S extends Sighting>(
  wanted: S,
  after: readonly S[],
  from: number,
  line: number,
  taken: ReadonlySet<S>,
): S | undefined {
  for (let at = from; ; at++) {
    const one = after[at];
    if (!one || one.startLine !== line) return undefined;
    if (one.ruleId !== wanted.ruleId || taken.has(one)) continue;
    if (one.message === wanted.message || maskNumbers(one.message) === maskNumbers(wanted.message)) return one;
  }
}

function matchBy<S>(
  { before, after }: Unmatched<S>,
  keyOf: (sighting: S, side: Side) => string | undefined,
  kept: { before: S; after: S }[],
): Unmatched<S> {
  if (before.length === 0 || after.length === 0) return { before, after };
  const waiting = Map.groupBy(after, (sighting) => keyOf(sighting, "after"));
  const left: S[] = [];
  const taken = new Set<S>();
  for (const sighting of before) {
    const key = keyOf(sighting, "before");
    const match = key === undefined ? undefined : waiting.get(key)?.shift();
    if (match) {
      taken.add(match);
      kept.push({ before: sighting, after: match });
    } else left.push(sighting);
  }
  return { before: left, after: after.filter((one) => !taken.has(one)) };
}

/** Names the changed block that a sighting's lines reach into, or come as near to as `margin` lines; undefined if there is none. */
function regionOf(blocks: readonly LineBlock[], margin: number): (one: Sighting, side: Side) => string | undefined {
  let shift = 0;
  const spans = blocks.map(({ oldStart, oldEnd, lines }) => {
    const span = { before: [oldStart, oldEnd], after: [oldStart + shift, oldStart + shift + lines.length] } as const;
    shift += lines.length - (oldEnd - oldStart);
    return span;
  });
  return (one, side) => {
    const at = spans.findIndex(
      ({ [side]: [start, end] }) => one.startLine <= Math.max(end, start + 1) + margin && one.endLine > start - margin,
    );
    return at === -1 ? undefined : `block ${at}`;
  };
}
