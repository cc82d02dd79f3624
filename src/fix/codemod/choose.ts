import type { Span } from "../../domain/location.ts";

/** The match that belongs to a finding; `several`: more than one may be meant, and none is taken. */
export type Chosen<M> = { readonly match: M } | { readonly several: number } | undefined;

/**
 * Finds the match that a finding means: the one with just its range; else the innermost that holds its start; else the
 * only one within its range. Of several within it, or of equal ranges, none is taken by guessing.
 */
export function chooseMatch<M extends Span>(matches: readonly M[], finding: Span): Chosen<M> {
  const same = matches.filter(({ start, end }) => start === finding.start && end === finding.end);
  if (same.length > 0) return only(same);
  const around = matches.filter(({ start, end }) => start <= finding.start && finding.start < end);
  const inner = around.filter((one) => around.every((other) => holds(other, one)));
  if (around.length > 0) return inner.length > 0 ? only(inner) : { several: around.length };
  return only(matches.filter((one) => holds(finding, one)));
}

function only<M>(matches: readonly M[]): Chosen<M> {
  const [first, ...others] = matches;
  if (!first) return undefined;
  return others.length === 0 ? { match: first } : { several: matches.length };
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
