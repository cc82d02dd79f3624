/** A span that probably holds the time that is left, in milliseconds. */
export interface TimeLeft {
  readonly lowMs: number;
  readonly highMs: number;
}

/** An estimate from less than this is a guess, and a guess is not shown. */
const ENOUGH_DONE = 5;
const ENOUGH_MS = 3000;
/** Standard deviations to each side that hold four of five cases. */
const DEVIATIONS = 1.28;

/**
 * How long the rest takes at the pace so far: pieces come like drops of rain (a Poisson process), so that a pace seen over n
 * of them is known to 1/√n of itself. Undefined while too little is done to say, and where nothing is left.
 */
export function timeLeft(done: number, left: number, elapsedMs: number): TimeLeft | undefined {
  if (done < ENOUGH_DONE || elapsedMs < ENOUGH_MS || left <= 0) return undefined;
  const ms = (elapsedMs / done) * left;
  const error = DEVIATIONS / Math.sqrt(done);
  return { lowMs: ms / (1 + error), highMs: ms / (1 - error) };
}

const UNITS = [
  { name: "h", ms: 3_600_000, step: 1 },
  { name: "min", ms: 60_000, step: 1 },
  { name: "s", ms: 1000, step: 5 },
] as const;

/** `2 to 5 min`; no more exact than it is, and never narrower than one step of the unit. */
export function timeLeftWords({ lowMs, highMs }: TimeLeft): string {
  const { name, ms, step } = UNITS.find((unit) => highMs >= 2 * unit.ms) ?? UNITS[2];
  const low = Math.floor(lowMs / ms / step) * step;
  const high = Math.max(Math.ceil(highMs / ms / step) * step, low + step);
  return low === 0 ? `less than ${high} ${name}` : `${low} to ${high} ${name}`;
}
