import type { Candidate } from "../domain/outcome.ts";
import type { Climbed } from "../verify/ladder.ts";

/** A candidate that climbed, and, if it needed follow-up fixes to stay clean, what it was without them. */
export interface FollowedUp extends Climbed {
  readonly extended?: undefined | { readonly from: Candidate; readonly rules: readonly string[] };
}

/** An extended candidate: of which it is made, and the rules of all findings whose fixes it takes along. */
interface Extension {
  readonly from: Candidate;
  readonly rules: readonly string[];
  /** Rules of all that the candidate was thought to uncover, with and without fixes. */
  readonly uncovered: readonly string[];
}

/** What became of candidates, each tried as it is and with follow-up fixes. */
export class Tries {
  readonly #candidates: readonly Candidate[];
  readonly #results = new Map<Candidate, FollowedUp>();
  readonly #extensions = new Map<Candidate, Extension>();
  /** Extended candidates that climbed before the ones they are made of, and failed. */
  readonly #ahead = new Map<Candidate, Climbed>();

  constructor(candidates: readonly Candidate[]) {
    this.#candidates = candidates;
  }

  hasPassed(candidate: Candidate): boolean {
    return this.#results.has(candidate);
  }

  /** In the order of the candidates. */
  results(): FollowedUp[] {
    return this.#candidates.flatMap((candidate) => this.#results.get(candidate) ?? []);
  }

  /** Notes that a candidate, extended or not, was extended by the fixes of findings of `rules`. */
  extend(candidate: Candidate, extended: Candidate, rules: readonly string[], uncovered = rules): void {
    const before = this.#extensions.get(candidate);
    this.#extensions.set(extended, {
      from: before?.from ?? candidate,
      rules: [...new Set([...(before?.rules ?? []), ...rules])],
      uncovered,
    });
  }

  /** Whether an extended candidate takes along the fix of a finding of its own rule. */
  repeatsItself(extended: Candidate): boolean {
    const own = extended.findings[0]?.ruleId;
    return own !== undefined && this.#extensions.get(extended)?.rules.includes(own) === true;
  }

  /** Takes an extended candidate that climbed before the one that it is made of. */
  foreseen(climbed: Climbed): void {
    const extension = this.#extensions.get(climbed.candidate);
    if (!extension) return;
    if (climbed.failed) this.#ahead.set(extension.from, climbed);
    else this.#results.set(extension.from, { ...climbed, extended: extension });
  }

  /** Takes a candidate as it is, and gives what to go on with: itself, or its extension if that failed after just what was foreseen. */
  first(climbed: Climbed): Climbed {
    this.#results.set(climbed.candidate, climbed);
    const ahead = climbed.failed?.name === "clean" ? this.#ahead.get(climbed.candidate) : undefined;
    const uncovered = ahead && this.#extensions.get(ahead.candidate)?.uncovered;
    if (!ahead || !climbed.added.every(({ sighting }) => uncovered?.includes(sighting.ruleId))) return climbed;
    this.settle(ahead);
    return ahead;
  }

  /** Takes an extended candidate. Of several that fail, the last says why. */
  settle(climbed: Climbed): void {
    const extended = this.#extensions.get(climbed.candidate);
    const first = extended && this.#results.get(extended.from);
    if (!first) return;
    const { failed } = climbed;
    this.#results.set(
      extended.from,
      failed
        ? {
            ...first,
            checks: climbed.checks,
            failed: { ...failed, detail: `with the fixes of ${extended.rules.join(", ")} too: ${failed.detail}` },
          }
        : { ...climbed, extended },
    );
  }
}
