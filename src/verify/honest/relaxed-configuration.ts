import { protectionOf } from "../protected-paths.ts";
import type { ChangedFile } from "./changed-file.ts";
import { type Settings, settingsIn } from "./configuration-values.ts";
import type { Detector, Dishonesty } from "./dishonesty.ts";

/** Settings that decide what analyzers, tests and coverage look at; other keys of shared files (`project.name`) are free. */
const SHARED_FILE = /(?:^|\/)(?:pyproject\.toml|setup\.cfg|tox\.ini|package\.json|cargo\.toml|deno\.jsonc?)$/i;
const CHECKING_KEY =
  /^(?:tool\.(?:ruff|mypy|pyright|basedpyright|pyrefly|ty|pylint|flake8|bandit|coverage|pytest|black|isort|pydocstyle|semgrep|vulture|deptry|patchpro|interrogate|refurb|codespell|tox)\b|(?:mypy|flake8|pylint|pycodestyle|pydocstyle|isort|coverage|tool:pytest|pytest|bandit|testenv)\b|eslintConfig|eslintIgnore|jest|vitest|c8|nyc|lint-staged|husky|prettier|stylelint|xo|scripts\.|lint\b|lints\b|fmt\b|test\b|patchpro)/i;
/** Lists that hold what is not checked. */
const LIST_OF_EXCEPTIONS =
  /ignore|exclude|disable|skip|omit|allow|suppress|baseline|known|builtins|unfixable-never|deselect|ignorePatterns/i;
/** Lists that hold what is checked. */
const LIST_OF_CHECKS = /select|enable|include|\brules?$|plugins|extends|load-plugins|files$|paths$|src$|testpaths/i;
const STRICTER =
  /^(?:strict\w*|no[A-Z]\w*|no_\w+|disallow\w*|warn\w*|check\w*|fail_under|exact\w*|force\w*|error\w*|xfail_strict|branch|alwaysStrict|useUnknown\w*|isolated\w*|verbatim\w*)$/i;
const LIMIT = /max|limit|length|threshold/i;
const MINIMUM = /fail_under|fail-under|min|confidence|lines$|branches$|statements$|functions$/i;

/** Anything that relaxes an analyzer's, a test runner's or a build's configuration. Stricter settings are welcome. */
export const relaxedConfiguration: Detector = (file) => {
  const protection = protectionOf(file.path);
  if (protection !== "configuration" && protection !== "workflow" && protection !== "manifest") return [];
  if (file.deleted) return [relaxed(file, `deletes ${file.path}`)];
  const before = settingsIn(file.path, file.before);
  const after = settingsIn(file.path, file.after);
  const what = before && after ? relaxedSetting(file, before, after) : relaxedLine(file);
  return what === undefined ? [] : [relaxed(file, what)];
};

function relaxedSetting(file: ChangedFile, before: Settings, after: Settings): string | undefined {
  const shared = SHARED_FILE.test(file.path);
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    if (shared && !CHECKING_KEY.test(key)) continue;
    const was = before.get(key) ?? [];
    const is = after.get(key) ?? [];
    if (was.join("\n") !== is.join("\n") && !isStricter(key, was, is)) {
      return `changes \`${key}\` in ${file.path} (${said(was)} becomes ${said(is)})`;
    }
  }
  return undefined;
}

/** Whether a changed setting only makes the checks stricter; where that is not plain, the answer is no. */
function isStricter(key: string, was: readonly string[], is: readonly string[]): boolean {
  const name = key.split(".").at(-1) ?? key;
  const gone = was.filter((value) => !is.includes(value));
  const come = is.filter((value) => !was.includes(value));
  if (LIST_OF_EXCEPTIONS.test(key)) return come.length === 0 && is.length <= was.length && was.length > 0;
  if (LIST_OF_CHECKS.test(name)) return gone.length === 0 && was.length > 0;
  const [from, to] = [Number(was[0] ?? Number.NaN), Number(is[0] ?? Number.NaN)];
  if (MINIMUM.test(name) && to >= from) return true;
  if (LIMIT.test(name) && to <= from) return true;
  if (STRICTER.test(name)) return /^(?:true|error|2)$/i.test(is[0] ?? "");
  return /^(?:error|2)$/.test(is[0] ?? "") && /^(?:warn|off|0|1)$/.test(was[0] ?? "off");
}

/** In files that are programs or of a format that is not read here: any line that is not a comment. */
function relaxedLine(file: ChangedFile): string | undefined {
  const line = [...lines(file.addedText), ...lines(file.removedText)].find(
    (text) => !/^\s*(?:#|\/\/|\*|\/\*|$)/.test(text),
  );
  const added = lines(file.addedText).find((text) => RELAXING.test(text) && !file.removedText.includes(text));
  if (added !== undefined) return `adds \`${added.trim().slice(0, 80)}\` to ${file.path}`;
  if (/(?:^|\/)[^/]*\.(?:ya?ml|xml|hcl|properties)$|\/\.github\/|^\.github\//.test(file.path)) {
    const gone = lines(file.removedText).find(
      (text) => CHECKING_LINE.test(text) && !file.addedText.includes(headOf(text)),
    );
    return gone === undefined ? undefined : `takes \`${gone.trim().slice(0, 80)}\` out of ${file.path}`;
  }
  return line === undefined ? undefined : `changes \`${line.trim().slice(0, 80)}\` in ${file.path}`;
}

const RELAXING =
  /continue-on-error\s*:\s*true|allow_failure\s*:\s*true|\|\|\s*(?:true|:|exit 0)\b|--exit-zero|--no-(?:verify|error)|if\s*:\s*(?:false|\$\{\{\s*false)|\b(?:exclude|skip|ignore|disable|off|deselect|ignores|omit|soft_fail)\b|-(?:ignore|exclude)\b|:\s*["']?(?:off|warn|0)["']?\s*,?\s*$|severity/i;
const CHECKING_LINE =
  /^\s*-?\s*(?:id|run|uses|script|hooks?|repo|select|enable|rules?|stage|needs|paths?|checks?|name)\s*:|\b(?:ruff|eslint|semgrep|mypy|pytest|bandit|pyright|tsc|jest|vitest|lint|test)\b/i;

/** A line up to its first value, without the version: `- uses: actions/checkout`. */
function headOf(line: string): string {
  return /^\s*(?:-\s*)?[\w.-]+\s*:\s*["']?[^\s@"']+/.exec(line)?.[0].trim() ?? line.trim();
}

function lines(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}

function said(values: readonly string[]): string {
  return values.length === 0 ? "nothing" : `\`${values.join(", ").slice(0, 60)}\``;
}

function relaxed(file: ChangedFile, what: string): Dishonesty {
  return {
    code: "SCOPE_CONFIG_RELAXED",
    path: file.path,
    detail: `The patch ${what}. Fix the code and leave the configuration.`,
  };
}
