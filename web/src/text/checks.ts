import type { CheckName } from "../../../src/domain/check.ts";

/** The rungs of the ladder in order: as `domain/check.ts` has them, of which the page sees types only. */
export const CHECKS: readonly CheckName[] = [
  "anchored",
  "applies",
  "scoped",
  "parses",
  "cleared",
  "clean",
  "honest",
  "tests",
  "judged",
];
