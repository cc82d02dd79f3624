import {
  clusteredRate,
  correctedRate,
  kappaInterval,
  pairedDifference,
  pairedLogRatio,
  type Random,
  randomFrom,
  twoProportionTest,
  wilson,
} from "../../src/domain/statistics.ts";
import { coin, hits, normal, tendency } from "./chance.ts";

/** Enough to place a percentile; intervals that people see draw 10,000. */
const RESAMPLES = 600;

interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A world whose truth is known, and the interval that is made from one look at it. */
export interface Setting {
  readonly interval: string;
  readonly world: string;
  readonly truth: number;
  /** One sample, and its interval; undefined where the sample allows of none, which is said and not counted. */
  readonly look: (random: Random) => Interval | undefined;
}

/** How often the truth lay in the interval. */
export function coverage({ truth, look }: Setting, looks: number, seed: number): number {
  const random = randomFrom(seed);
  let [held, made] = [0, 0];
  for (let each = 0; each < looks; each += 1) {
    const interval = look(random);
    if (!interval) continue;
    made += 1;
    if (interval.low <= truth && truth <= interval.high) held += 1;
  }
  return held / made;
}

const draws = (random: Random) => ({ seed: Math.floor(random() * 2 ** 32), resamples: RESAMPLES });

function rate(n: number, share: number): Setting {
  return {
    interval: "rate",
    world: `${n} at ${share}`,
    truth: share,
    look: (random) => wilson(hits(random, n, share), n),
  };
}

/** Groups of 1 to `most` cases; the share of a group varies around `share` (beta, `alike` = 1/(a+b+1)). */
function grouped(groups: number, most: number, share: number, alike: number, repetitions = 1): Setting {
  return {
    interval: "rate of groups",
    world: `${groups} groups of 1 to ${most} at ${share}, alike ${alike}, ${repetitions} repetitions`,
    truth: share,
    look: (random) =>
      clusteredRate(
        Array.from({ length: groups }, (_, group) => {
          const own = tendency(random, share, alike);
          return Array.from({ length: 1 + Math.floor(random() * most) }, () => ({
            value: hits(random, repetitions, own) / repetitions,
            group: String(group),
          }));
        }).flat(),
      ),
  };
}

/** Pairs in groups of `size`: a share is fixed, a share broken, whole groups together with probability `together`. */
function flips(groups: number, size: number, fixes: number, breaks: number, together: number): Setting {
  const flip = (random: Random) => {
    const drawn = random();
    if (drawn < fixes) return { base: 0, head: 1 };
    return drawn < fixes + breaks ? { base: 1, head: 0 } : { base: 1, head: 1 };
  };
  return {
    interval: "difference of pairs",
    world: `${groups} groups of ${size}, ${fixes} fixed, ${breaks} broken, alike ${together}`,
    truth: fixes - breaks,
    look: (random) =>
      pairedDifference(
        Array.from({ length: groups }, (_, group) => {
          const all = flip(random);
          return Array.from({ length: size }, () => ({
            ...(coin(random, together) ? all : flip(random)),
            group: String(group),
          }));
        }).flat(),
        draws(random),
      ),
  };
}

/** The same cases, each with its own tendency, run `repetitions` times before and after. */
function noisyPairs(n: number, repetitions: number): Setting {
  return {
    interval: "difference of pairs",
    world: `${n} cases, ${repetitions} repetitions, no difference`,
    truth: 0,
    look: (random) =>
      pairedDifference(
        Array.from({ length: n }, (_, at) => {
          const own = tendency(random, 0.8, 0.5);
          const mean = () => hits(random, repetitions, own) / repetitions;
          return { base: mean(), head: mean(), group: String(at) };
        }),
        draws(random),
      ),
  };
}

/** Two raters who pass a share `pass` of the units and agree beyond chance by `kappa`. */
function raters(n: number, pass: number, kappa: number): Setting {
  return {
    interval: "kappa",
    world: `${n} units, ${pass} pass, kappa ${kappa}`,
    truth: kappa,
    look: (random) => {
      const pairs = Array.from({ length: n }, () => {
        const first = coin(random, pass);
        const second = coin(random, kappa) ? first : coin(random, pass);
        return { first: String(first), second: String(second) };
      });
      const seen = kappaInterval(pairs, draws(random));
      return seen.kappa === undefined ? undefined : seen;
    },
  };
}

/** Labels and judged units of which the share `share` is good, judged with these rates (traces.md, P8). */
function judged(labels: number, n: number, share = 0.8, tpr = 0.92, tnr = 0.88): Setting {
  return {
    interval: "corrected rate",
    world: `${labels} labels, ${n} judged, TPR ${tpr}, TNR ${tnr}`,
    truth: share,
    look: (random) => {
      const positives = hits(random, labels, 0.5);
      const negatives = labels - positives;
      return correctedRate({
        passed: hits(random, n, share * tpr + (1 - share) * (1 - tnr)),
        judged: n,
        positives,
        truePositives: hits(random, positives, tpr),
        negatives,
        trueNegatives: hits(random, negatives, tnr),
      });
    },
  };
}

function twoShares(n: number, share: number, otherN: number, otherShare: number): Setting {
  return {
    interval: "difference of two shares",
    world: `${share} of ${n}, ${otherShare} of ${otherN}`,
    truth: otherShare - share,
    look: (random) => twoProportionTest(hits(random, n, share), n, hits(random, otherN, otherShare), otherN),
  };
}

/** Costs that are spread as money is (log-normal), 20 % dearer, alike within groups of `size`. */
function ratios(groups: number, size: number): Setting {
  return {
    interval: "ratio of amounts",
    world: `${groups} groups of ${size}, 1.2 times as much`,
    truth: 1.2,
    look: (random) =>
      pairedLogRatio(
        Array.from({ length: groups }, (_, group) => {
          const own = 0.3 * normal(random);
          return Array.from({ length: size }, () => {
            const base = Math.exp(5 + normal(random));
            return { base, head: 1.2 * base * Math.exp(own + 0.3 * normal(random)), group: String(group) };
          });
        }).flat(),
        draws(random),
      ),
  };
}

/** Every interval that is shown to anyone, in worlds from kind to unkind. */
export const SETTINGS: readonly Setting[] = [
  rate(20, 0.5),
  rate(50, 0.9),
  rate(100, 0.97),
  rate(300, 0.95),
  grouped(300, 1, 0.9, 0),
  grouped(20, 15, 0.85, 0.2),
  grouped(60, 5, 0.95, 0.3),
  grouped(40, 8, 0.8, 0.4, 3),
  flips(100, 1, 0.05, 0.05, 0),
  flips(300, 1, 0.01, 0.01, 0),
  flips(300, 1, 0.1, 0.05, 0),
  flips(30, 10, 0.1, 0.05, 0.6),
  flips(12, 5, 0.2, 0.1, 0.5),
  noisyPairs(100, 3),
  raters(50, 0.8, 0.6),
  raters(100, 0.9, 0.75),
  raters(250, 0.7, 0.8),
  judged(100, 100),
  judged(100, 500),
  judged(300, 100),
  judged(300, 1000),
  twoShares(30, 0.5, 40, 0.7),
  twoShares(200, 0.9, 100, 0.95),
  ratios(15, 1),
  ratios(30, 4),
];
