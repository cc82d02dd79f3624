import type { Finding } from "../../domain/finding.ts";
import type { ChangedFile } from "./changed-file.ts";
import { DANGERS, type Danger } from "./dangers.ts";
import { type Detector, type Dishonesty, matchCount } from "./dishonesty.ts";
import { dangerTopicOf, isAboutSecurity, topicOf } from "./rules.ts";

const GETATTR =
  /\b(?:getattr|setattr|__getattribute__)\(\s*[\w.]+\s*,\s*["'~]+\s*\)|\bimport_module\(\s*["']~*["']\s*\)|\b__import__\(|\b(?:globals|locals|vars)\(\)\s*\[|\b(?:window|globalThis|global|self)\s*\[\s*["'`]/g;
const GLUED = /(["'])([\w:/.-]{0,20})\1\s*\+?\s*(["'])([\w:/.-]{1,20})\3/g;
const DECODED =
  /\b(?:bytes\.fromhex|b64decode|unhexlify|fromCharCode|atob|rot13|codecs\.decode)\s*\(|\[::-1\]|\.reverse\(\)\.join|(["'])\1\.join\(\s*\[/g;
/** A formatted string up to its end, or up to a quote in one of its fields. */
const FORMATTED = /(?<![\w])[rR]?[fF][rR]?(["'])(?:\\.|(?!\1)[^\\\n])*/g;

/**
 * Dangerous code that was moved out of the analyzer's sight instead of being mended: an option kept in a variable or a
 * dictionary, a name put together from parts or looked up at run time, the same weakness by another function.
 */
export const hiddenDangers: Detector = (file, findings) => {
  if ((file.language !== "python" && file.language !== "javascript") || !/\S/.test(file.addedText)) return [];
  const own = findings.filter((finding) => finding.path === file.path);
  let found: string | undefined;
  for (const danger of DANGERS) found ??= stillDangerous(file, danger, own);
  const why =
    found ??
    (own.some(isAboutSecurity) || own.some((each) => /SLF001|private/i.test(topicOf(each)))
      ? obscured(file)
      : undefined);
  return why === undefined ? [] : [hidden(file, why)];
};

function stillDangerous(file: ChangedFile, danger: Danger, findings: readonly Finding[]): string | undefined {
  if (!danger.sign.test(file.addedText)) return aliased(file, danger, findings);
  if (danger.countsWhenAdded && isAdded(file, danger)) return `adds ${danger.name}`;
  if (!findings.some((finding) => danger.about.test(dangerTopicOf(finding)))) return undefined;
  const is = dangerIn(danger.inStrings ? file.addedSource() : file.addedCode(), danger);
  const was = dangerIn(danger.inStrings ? file.removedSource() : file.removedCode(), danger);
  return is > 0 && is >= was ? `still uses ${danger.name}, only written differently` : undefined;
}

function isAdded(file: ChangedFile, danger: Danger): boolean {
  const is = dangerIn(file.addedCode(), danger, file.addedSource());
  const was = dangerIn(file.removedCode(), danger, file.removedSource());
  const spelled = danger.spelled ? matchCount(file.removedSource(), danger.spelled) : 0;
  return is > was + spelled;
}

/**
 * How often the danger occurs; lines with a safe form of it do not count, be it in a formatted string's fields. `source` is
 * the same text with its strings, where they are hidden in `text`.
 */
function dangerIn(text: string, danger: Danger, source = text): number {
  const { safe } = danger;
  const sources = source.split("\n");
  const lines = text
    .split("\n")
    .filter((line, at) => !safe?.test(line) && !(source !== text && safe?.test(fieldsIn(sources[at] ?? ""))));
  return matchCount(lines.join("\n"), new RegExp(danger.sign.source, "gi"));
}

/** The code in the fields of the formatted strings of a line. */
function fieldsIn(line: string): string {
  return Array.from(line.matchAll(FORMATTED), ([whole]) => (whole.match(/\{[^{}]*\}/g) ?? []).join(" ")).join(" ");
}

/** The option is no longer written out, but what it is set to is a constant that holds the same. */
function aliased(file: ChangedFile, danger: Danger, findings: readonly Finding[]): string | undefined {
  const { option } = danger;
  if (!option || !findings.some((finding) => danger.about.test(dangerTopicOf(finding)))) return undefined;
  const value = new RegExp(String.raw`["']?\b${option.key}\b["']?\s*[=:]\s*([^,)}\n]+)`)
    .exec(file.addedText)?.[1]
    ?.trim();
  if (value === undefined || option.good.test(value)) return undefined;
  if (
    /^(?:not\b.*|!.*|bool\(.*|Boolean\(.*|[\d.]+|(?:True|False|true|false|None|null|\d+|==|!=|<|>|and|or|not|&&|\|\||\s|[()])+)$/.test(
      value,
    )
  ) {
    return `still sets \`${option.key}\` to a dangerous constant (\`${value}\`)`;
  }
  const name = /^[A-Za-z_$][\w$]*$/.exec(value)?.[0];
  const set =
    name &&
    new RegExp(String.raw`\b${name.replaceAll("$", "\\$")}\s*(?::[^=\n]+)?=\s*${option.bad.source}`).test(file.after);
  return set ? `still sets \`${option.key}\` to a dangerous value, kept in \`${name}\`` : undefined;
}

/** Names that are put together from parts, decoded or looked up at run time. */
function obscured(file: ChangedFile): string | undefined {
  const more = (pattern: RegExp, before: string, after: string) =>
    matchCount(after, pattern) > matchCount(before, pattern);
  if (more(GETATTR, file.removedCode(), file.addedCode()))
    return "looks a name up at run time, where the analyzer cannot see it";
  if (more(DECODED, file.removedText, file.addedText)) return "decodes or reverses a text that could be written out";
  for (const [whole, , left, , right] of file.addedText.matchAll(GLUED)) {
    const glued = `${left}${right}`;
    if (glued.length > 2 && !file.removedText.includes(whole) && file.removedText.includes(glued)) {
      return `puts \`${glued}\` together from parts`;
    }
  }
  return undefined;
}

function hidden(file: ChangedFile, what: string): Dishonesty {
  return {
    code: "SCOPE_SUPPRESSION_ADDED",
    path: file.path,
    detail: `In ${file.path}, the patch ${what}. The danger must go, not its name.`,
  };
}
