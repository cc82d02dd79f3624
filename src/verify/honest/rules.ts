import type { Finding } from "../../domain/finding.ts";

/** Messages that ask for code to go: unused, unreachable, duplicate or superfluous code, and debugging leftovers. */
const ASKS_FOR_REMOVAL =
  /\bunused\b|never (?:used|read|called|reassigned)|not (?:used|accessed|referenced)|useless|unreachable|commented[- ]out|dead code|no effect|has no (?:use|purpose)|obsolete|outdated|self[- ]assign|superfluous|redefin|shadowed by|debugg?er|breakpoint|leftover|assigned to itself|extraneous|extra semicolon|pointless|`?p?print`? found|unexpected console|already (?:defined|declared|imported)/i;
const REMOVAL_RULES =
  /^(?:F401|F811|F841|F842|ERA\d+|T10\d|T20\d|B018|B033|PIE79\d|PYI\d+|UP0(?:03|04|09|10|26|36|39|50)|W291|W293|RUF100|RUF059|no-(?:console|debugger|unused\S*|unreachable|useless-\S+|empty|extra-\S+|dupe-\S+|duplicate-\S+|self-assign|lone-blocks|alert)|@typescript-eslint\/no-(?:unused|unnecessary|useless|redundant|extraneous)\S*|unused-imports\/\S+|knip\S*|vulture\S*)$/;

/** A handler, a key, a decorator or a setting too many: what is flagged may go, nothing around it. */
const EXACT_REMOVAL_RULES = /^(?:B019|B025|F60[12]|UP001)$/;
/** Ruff's rules about security; all of its others are about style, correctness and speed. */
const RUFF_SECURITY = /^(?:S\d+|PGH001)$/;

const ABOUT_UNUSED =
  /\bunused\b|never (?:used|read)|not (?:used|accessed)|assigned (?:to )?(?:a value )?but never|declared but/i;

const SECURITY =
  /^(?:S\d{3}|B[1-7]\d{2}|G\d{3}|CWE|PGH001)|security|injection|inject|xss|csrf|ssrf|crypt|insecure|unsafe|hash|md5|sha1|eval|exec|shell|subprocess|pickle|yaml|tls|ssl|certificate|password|secret|token|credential|hardcoded|no-(?:implied-eval|new-func|script-url|unsanitized)|detect-|vulnerab|xml|jwt|sql/i;

/** Whether deleting the flagged code is what the finding asks for. */
export function asksForRemoval(finding: Finding): boolean {
  if (REMOVAL_RULES.test(finding.ruleId)) return true;
  return ASKS_FOR_REMOVAL.test(finding.message) && !SECURITY.test(finding.ruleId);
}

/** Whether the flagged statement may go and no line beside it: its neighbours look the same and do something else. */
export function asksForExactRemoval(finding: Finding): boolean {
  return EXACT_REMOVAL_RULES.test(finding.ruleId);
}

export function isAboutUnused(finding: Finding): boolean {
  return ABOUT_UNUSED.test(finding.message) || /unused|F401|F841|RUF059|ARG\d+/i.test(finding.ruleId);
}

export function isAboutSecurity(finding: Finding): boolean {
  return SECURITY.test(finding.ruleId) || SECURITY.test(dangerTopicOf(finding));
}

/**
 * Rule and message in one text, for patterns that name a danger. Ruff's rules of style have none, whatever names they
 * quote: "Unnecessary assignment to `sql`" is not about SQL.
 */
export function dangerTopicOf(finding: Finding): string {
  return finding.tool === "ruff" && !RUFF_SECURITY.test(finding.ruleId) ? "" : topicOf(finding);
}

/** Rule and message in one text, for patterns that name a topic. */
export function topicOf(finding: Finding): string {
  return `${finding.ruleId} ${finding.message}`;
}
