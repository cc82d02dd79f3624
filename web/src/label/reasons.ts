/** Why a patch is bad, by digit: the code that is stored, and what it says. */
export const REASONS: readonly (readonly [string, string])[] = [
  ["not-fixed", "cause not fixed"],
  ["behaviour", "changes behaviour"],
  ["silenced", "silenced, not fixed"],
  ["too-much", "changes too much"],
  ["incomplete", "incomplete"],
  ["breaks-callers", "breaks callers"],
  ["unlike-code", "unlike the code around"],
  ["hard-to-read", "hard to read"],
  ["other", "other"],
];
