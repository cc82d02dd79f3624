/** One well-known weakness: how to see it in code, and which findings are about it. */
export interface Danger {
  readonly name: string;
  /** In rule and message of a finding. */
  readonly about: RegExp;
  readonly sign: RegExp;
  /** A line that has this is no danger. */
  readonly safe?: RegExp;
  /** Strings count too: `hashlib.new("md5")`. */
  readonly inStrings?: true;
  /** A patch that has more of it than before is refused, whatever it is for. */
  readonly countsWhenAdded?: true;
  /** The danger is an option with a bad value. */
  readonly option?: { readonly key: string; readonly bad: RegExp; readonly good: RegExp };
}

export const DANGERS: readonly Danger[] = [
  {
    name: "`shell=True`",
    about: /shell|S60[2-9]|B60[2-9]|command[- ]injection/i,
    sign: /["']?\bshell["']?\s*[=:]\s*(?:True|true|1\b)/,
    countsWhenAdded: true,
    option: { key: "shell", bad: /(?:True|true|1)\b/, good: /^(?:False|false)$/ },
  },
  {
    name: "a command through a shell",
    about: /shell|S605|os\.system|command[- ]injection|child[-_ ]process/i,
    sign: /\bos\.(?:system|popen)\s*\(|\b(?:subprocess\.)?(?:getoutput|getstatusoutput)\s*\(|\bcommands\.get|["'](?:\/bin\/)?(?:ba|z)?sh["']\s*,\s*["']-c["']/,
    inStrings: true,
    countsWhenAdded: true,
  },
  {
    name: "unchecked certificates",
    about: /verify|certificate|tls|ssl|S501|S323|B501|B323|rejectUnauthorized|check_hostname/i,
    sign: /["']?\bverify["']?\s*[=:]\s*(?:False|0\b)|\bCERT_NONE\b|_create_unverified_context|\brejectUnauthorized["']?\s*:\s*false|\bcheck_hostname\s*=\s*False|verify_mode\s*=\s*0/,
    countsWhenAdded: true,
    option: { key: "(?:verify|rejectUnauthorized|check_hostname)", bad: /(?:False|false|0)\b/, good: /^(?:True|true)$/ },
  },
  {
    name: "an autoescape that is off",
    about: /autoescape|S701|B701|xss|jinja/i,
    sign: /\bautoescape\s*=\s*(?:False|0)\b/,
    option: { key: "autoescape", bad: /(?:False|0)\b/, good: /^(?:True|select_autoescape.*)$/ },
  },
  {
    name: "debug mode",
    about: /debug/i,
    sign: /\bdebug\s*=\s*(?:True|1)\b/i,
    option: { key: "debug", bad: /(?:True|1)\b/, good: /^False$/ },
  },
  {
    name: "a broken hash",
    about: /\bmd[45]\b|sha-?1\b|hash|S324|S303|B303|B324|G40[15]/i,
    sign: /\b(?:md[45]|sha1?)(?=\b|[_-])/,
    safe: /usedforsecurity\s*=\s*False/,
    inStrings: true,
  },
  {
    name: "`eval`",
    about: /\beval\b|no-(?:implied-|new-)?(?:eval|func)|S307|PGH001|B307|code[- ]injection/i,
    sign: /(?<![\w$]|literal_)eval(?![\w$])|\bnew Function\b|(?<![\w.])Function\s*\(|\bset(?:Timeout|Interval)\(\s*["'`]|\brunIn(?:New|This)?Context\b/,
    safe: /literal_eval|\.eval\(\)/,
    inStrings: true,
  },
  { name: "`eval` or `exec`", about: /S102|S307|\bexec\b|\beval\b/i, sign: /(?<![\w$.])(?:eval|exec)\s*\(|\bbuiltins\.(?:eval|exec)\b|(?<![\w$.])new Function\s*\(/, countsWhenAdded: true },
  {
    name: "unsafe deserialization",
    about: /pickle|marshal|S30[12]|B30[12]|deseriali[sz]ation/i,
    sign: /\b(?:c?[pP]ickle|dill|marshal|shelve|jsonpickle|cloudpickle|joblib)(?:\.\w|["']|\s+import)/,
    inStrings: true,
    countsWhenAdded: true,
  },
  {
    name: "unsafe YAML loading",
    about: /yaml|S506|B506/i,
    sign: /\byaml\.(?:unsafe_load|full_load|load)\w*\s*\(|\b(?:Unsafe|Full)?Loader\b/,
    safe: /\bC?SafeLoader\b/,
  },
  { name: "`mktemp`", about: /mktemp|S306|B306/i, sign: /\bmktemp\b/, inStrings: true },
  { name: "a fixed temporary path", about: /S108|B108|hardcoded.tmp|temp(?:orary)? (?:file|directory)/i, sign: /["'`/]+(?:var\/|dev\/)?(?:tmp|shm)\b/, inStrings: true },
  { name: "a socket open to everybody", about: /S104|B104|all interfaces|0\.0\.0\.0/i, sign: /0\.0\.0\.0|["']::["']|\bINADDR_ANY\b/, inStrings: true },
  {
    name: "predictable random numbers",
    about: /S311|B311|pseudo-?random|insecure random|predictable/i,
    sign: /\brandom\.(?!SystemRandom)[a-z]\w*|\bRandom\(|\bMath\.random\b|from random import (?!SystemRandom)/,
    safe: /\b(?:secrets|SystemRandom|os\.urandom)\b/,
  },
  {
    name: "unescaped HTML",
    about: /innerHTML|outerHTML|dangerouslySet|unsanitized|xss|insertAdjacentHTML|document\.write/i,
    sign: /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write(?:ln)?|srcdoc)\b|\bmark_safe\b|\bMarkup\(/,
    safe: /saniti[sz]e|DOMPurify|escape/i,
    inStrings: true,
    countsWhenAdded: true,
  },
  {
    name: "SQL put together from text",
    about: /S608|B608|sql/i,
    sign: /\b(?:SELECT\b[^"'`]*\bFROM|INSERT\s+INTO|UPDATE\b[^"'`]*\bSET|DELETE\s+FROM)\b[^"'`]*(?:["'`]\s*(?:\+|%(?!s)|\.(?:format|join|replace)\()|\{\w|\$\{)|["'`]\s*%\s*\(|\bTemplate\(/i,
    inStrings: true,
  },
];
