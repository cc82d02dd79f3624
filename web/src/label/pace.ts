const IDLE_MS = 60_000;

/** What one sitting came to; pauses over a minute are left out. */
export interface Sitting {
  readonly labels: number;
  readonly activeMs: number;
  /** Milliseconds of each label, in order. */
  readonly each: readonly number[];
}

export const NO_SITTING: Sitting = { labels: 0, activeMs: 0, each: [] };

/** Attention that one label took: the time since it was shown, a pause counting as nothing beyond its first minute. */
export const activeMs = (shownAt: number, decidedAt: number): number =>
  Math.max(0, Math.min(decidedAt - shownAt, IDLE_MS));

export function withLabel(sitting: Sitting, ms: number): Sitting {
  return { labels: sitting.labels + 1, activeMs: sitting.activeMs + ms, each: [...sitting.each.slice(-499), ms] };
}

/** Labels an hour; undefined before there are five to tell from. */
export function perHour({ labels, activeMs: ms }: Sitting): number | undefined {
  return labels < 5 || ms === 0 ? undefined : Math.round((labels / ms) * 3_600_000);
}

export function medianMs({ each }: Sitting): number | undefined {
  return each.length === 0 ? undefined : each.toSorted((a, b) => a - b)[Math.floor(each.length / 2)];
}
