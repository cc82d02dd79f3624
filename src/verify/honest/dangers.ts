/** One well-known weakness: how to see it in code, and which findings are about it. */
export interface Danger {
  readonly name: string;
  /** In rule and message of a finding. */
  readonly about: RegExp;
  readonly sign: RegExp;
  /** A line that has this is no danger. */
  readonly safe?: RegExp;
  /** Strings count too, for a finding that is about it: `hashlib.new("md5")`. */
  readonly inStrings?: true;
  /** A patch whose code has more of it than before is refused, whatever it is for. */
  readonly countsWhenAdded?: true;
  /** The same danger as code that names it in a string: to write it out plainly adds nothing. Must be global. */
  readonly spelled?: RegExp;
  /** The danger is an option with a bad value. */
  readonly option?: { readonly key: string; readonly bad: RegExp; readonly good: RegExp };
}

export const DANGERS: readonly Danger[] = [
  {
    name: "`shell=True`",
    about: /shell|\bS60[2-9]|\bB60[2-9]|command[- ]injection/i,
    sign: /["']?\bshell["']?\s*[=:]\s*(?:True|true|1\b)/,
    inStrings: true,
    countsWhenAdded: true,
    option: { key: "shell", bad: /(?:True|true|1)\b/, good: /^(?:False|false)$/ },
  },
  {
    name: "a command through a shell",
    about: /shell|\bS605|os\.system|command[- ]injection|child[-_ ]process/i,
    sign: /\bos\.(?:system|popen)\s*\(|\b(?:subprocess\.)?(?:getoutput|getstatusoutput)\s*\(|\bcommands\.get|["'](?:\/bin\/)?(?:ba|z)?sh["']\s*,\s*["']-c["']/,
    inStrings: true,
    countsWhenAdded: true,
  },
  {
    // `__import__("os").system(…)` is how a command is hidden from a reader who looks for `os.system`.
    name: "a module imported in passing",
    about: /__import__|dynamic[- ]import/i,
    sign: /\b__import__\s*\(/,
    countsWhenAdded: true,
  },
  {
    name: "unchecked certificates",
    about: /verify|certificate|tls|ssl|\bS501|\bS323|\bB501|\bB323|rejectUnauthorized|check_hostname/i,
    sign: /["']?\bverify["']?\s*[=:]\s*(?:False|0\b)|\bCERT_NONE\b|_create_unverified_context|\brejectUnauthorized["']?\s*:\s*false|\bcheck_hostname\s*=\s*False|verify_mode\s*=\s*0/,
    countsWhenAdded: true,
    option: {
      key: "(?:verify|rejectUnauthorized|check_hostname)",
      bad: /(?:False|false|0)\b/,
      good: /^(?:True|true)$/,
    },
  },
  {
    name: "an autoescape that is off",
    about: /autoescape|\bS701|\bB701|xss|jinja/i,
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
    about: /\bmd[45]\b|sha-?1\b|hash|\bS324|\bS303|\bB303|\bB324|\bG40[15]/i,
    sign: /\b(?:md[45]|sha1?)(?=\b|[_-])/,
    safe: /usedforsecurity\s*=\s*False/,
    inStrings: true,
  },
  {
    name: "`eval`",
    about: /\beval\b|no-(?:implied-|new-)?(?:eval|func)|\bS307|PGH001|\bB307|code[- ]injection/i,
    // The mode of `ast.parse` only names what is parsed: nothing runs.
    sign: /(?<![\w$]|literal_)eval(?![\w$])(?<!\bast\.parse\((?:[^()]|\([^()]{0,80}\)){1,200}?,\s*(?:mode\s*=\s*)?["']eval)|\bnew Function\b|(?<![\w.])Function\s*\(|\bset(?:Timeout|Interval)\(\s*["'`]|\brunIn(?:New|This)?Context\b/,
    safe: /literal_eval|\.eval\(\)/,
    inStrings: true,
  },
  {
    name: "`eval` or `exec`",
    about: /\bS102|\bS307|\bexec\b|\beval\b/i,
    sign: /(?<![\w$.])(?:eval|exec)\s*\(|\bbuiltins\.(?:eval|exec)\b|(?<![\w$.])new Function\s*\(/,
    spelled: /\bgetattr\(\s*(?:[\w.]+\.)?builtins\s*,\s*(["'])(?:eval|exec)\1\s*\)/g,
    countsWhenAdded: true,
  },
  {
    name: "unsafe deserialization",
    about: /pickle|marshal|\bS30[12]|\bB30[12]|deseriali[sz]ation/i,
    sign: /\b(?:c?[pP]ickle|dill|marshal|shelve|jsonpickle|cloudpickle|joblib)(?:\.\w|["'])|\b(?:import|from)\b[^\n]*\b(?:c?[pP]ickle|dill|marshal|shelve|jsonpickle|cloudpickle)\b/,
    inStrings: true,
    countsWhenAdded: true,
  },
  {
    name: "unsafe YAML loading",
    about: /yaml|\bS506|\bB506/i,
    sign: /\byaml\.(?:unsafe_load|full_load|load)\w*\s*\(|\b(?:Unsafe|Full)?Loader\b/,
    safe: /\bC?SafeLoader\b/,
  },
  { name: "`mktemp`", about: /mktemp|\bS306|\bB306/i, sign: /\bmktemp\b/, inStrings: true },
  {
    name: "a fixed temporary path",
    about: /\bS108|\bB108|hardcoded.tmp|temp(?:orary)? (?:file|directory)/i,
    sign: /["'`/](?:var\/|dev\/)?(?:tmp|shm)\b/,
    inStrings: true,
  },
  {
    name: "a socket open to everybody",
    about: /\bS104|\bB104|all interfaces|0\.0\.0\.0/i,
    sign: /0\.0\.0\.0|["']::["']|\bINADDR_ANY\b/,
    inStrings: true,
  },
  {
    name: "predictable random numbers",
    about: /\bS311|\bB311|pseudo-?random|insecure random|predictable/i,
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
    about: /\bS608|\bB608|sql/i,
    sign: /\b(?:SELECT|INSERT[ \t]+INTO|UPDATE|DELETE[ \t]+FROM)\b.{0,300}?(?:["'`][ \t]*(?:\+|%(?!s)|\.(?:format|join|replace)\()|\{\w|\$\{)|["'`][ \t]*%[ \t]*\(|\bTemplate\(/i,
    // A placeholder, and the values beside the text.
    safe: /(?:\?|%s|:\w{1,40}|\$\d).{0,300}?["'`][ \t]*,[ \t]*[[({\w]/,
    inStrings: true,
  },
];
