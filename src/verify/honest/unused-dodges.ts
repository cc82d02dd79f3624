import type { Finding } from "../../domain/finding.ts";
import type { ChangedFile } from "./changed-file.ts";
import { type Detector, type Dishonesty, matchCount } from "./dishonesty.ts";
import { isAboutUnused, topicOf } from "./rules.ts";

const NEVER_RUN =
  /^[ \t]*(?:if|elif|while)\s+(?:False|0|not True|None|\(\s*False\s*\))\s*:|\b(?:if|while)\s*\(\s*(?:false|0|!1|!true)\s*\)|\bif False else\b|\bfalse\s*(?:&&|\?)|\bFalse\s+and\b/gm;
const ANY_CAST = /\bas any\b|<any>|\bas never\b|\bcast\(\s*(?:typing\.)?Any\b|@typing\.no_type_check/g;
const VOID_CALL = /(?:^|[;{}]|=>)\s*void\s+[\w$.]+\s*\(/gm;

/** Code that only pleases an analyzer: a name "used" for nothing, code behind a condition that never holds, a type cast to `any`. */
export const unusedDodges: Detector = (file, findings) => {
  if (!/^(?:python|javascript|c-like)$/.test(file.language) || !/\S/.test(file.addedText)) return [];
  return [...touched(file, findings), ...grown(file, findings)];
};

/** Ways to mention a name without using it. */
function touched(file: ChangedFile, findings: readonly Finding[]): Dishonesty[] {
  for (const finding of findings) {
    if (finding.path !== file.path || !isAboutUnused(finding)) continue;
    for (const name of namesIn(finding, file)) {
      const trick = trickWith(name, file);
      if (trick) return [dodge(file, `\`${trick}\` only mentions \`${name}\` so that it counts as used`)];
    }
  }
  return [];
}

function namesIn(finding: Finding, file: ChangedFile): string[] {
  const quoted = Array.from(
    finding.message.matchAll(/[`'"‘]([\w$.]+)[`'"’]/g),
    (match) => match[1]?.split(".").at(-1) ?? "",
  );
  const line = file.before.split("\n", finding.startLine)[finding.startLine - 1] ?? "";
  const pointed = /^[\w$]+/.exec(line.slice(finding.startColumn - 1))?.[0];
  return [...new Set([...quoted, ...(pointed ? [pointed] : [])])].filter((name) => name !== "");
}

function trickWith(name: string, file: ChangedFile): string | undefined {
  const id = name.replaceAll("$", "\\$");
  const plain = new RegExp(
    String.raw`^[ \t]*(?:_\w*\s*=\s*\(?${id}\)?|del\s+\(?${id}\)?|void\s+\(?${id}\)?|${id}|\(${id}\)|assert\s+${id}(?:\s+or\s+True)?|(?:print|console\.\w+|id|str|repr|bool|type|isinstance|hash|noop|Boolean|String)\(${id}(?:,\s*\w+)?\))\s*;?[ \t]*\r?$`,
    "m",
  );
  // Most fixes of unused names remove them: then there is nothing to look at.
  if (!file.addedText.includes(name)) return renamedValue(id, file);
  const used = plain.exec(file.addedCode())?.[0].trim();
  if (used !== undefined && !plain.test(file.removedCode())) return used;
  const renamed = renamedValue(id, file);
  if (renamed !== undefined) return renamed;
  const alias = new RegExp(String.raw`\bimport\b[^\n]*\b${id}\s+as\s+${id}\b`).exec(file.addedCode())?.[0];
  return alias !== undefined && !/(?:^|\/)__init__\.pyi?$|\.pyi$/.test(file.path) ? alias : undefined;
}

/** `x = f()` became `_ = f()` or `_x = f()`: the value is still kept for nobody. Loops and unpacking need a name, so they may. */
function renamedValue(id: string, file: ChangedFile): string | undefined {
  if (!/\b_/.test(file.addedText)) return undefined;
  const keyword = String.raw`^[ \t]*(?:const|let|var)?[ \t]*`;
  if (!new RegExp(String.raw`${keyword}${id}\s*(?::[^=\n]+)?=(?!=)`, "m").test(file.removedCode())) return undefined;
  return new RegExp(String.raw`${keyword}(?:_|_+${id}|_unused\w*|_dummy)\s*(?::[^=\n]+)?=(?!=)[^\n]*`, "m")
    .exec(file.addedCode())?.[0]
    .trim();
}

function grown(file: ChangedFile, findings: readonly Finding[]): Dishonesty[] {
  const more = (pattern: RegExp) =>
    new RegExp(pattern.source, pattern.flags.replace("g", "")).test(file.addedText) &&
    matchCount(file.addedCode(), pattern) > matchCount(file.removedCode(), pattern);
  const constant = findings.some((finding) => /SIM22[0-3]|constant[- ]condition/.test(topicOf(finding)));
  if (!constant && more(NEVER_RUN)) return [dodge(file, "code is put behind a condition that never holds")];
  if (more(ANY_CAST)) return [dodge(file, "a value is cast to `any`, which switches its type checks off")];
  const floating = findings.some((finding) => /floating|unhandled promise/i.test(topicOf(finding)));
  if (floating && more(VOID_CALL)) return [dodge(file, "`void` throws a promise away. Await it or handle its errors")];
  return [];
}

function dodge(file: ChangedFile, what: string): Dishonesty {
  return {
    code: "SCOPE_SUPPRESSION_ADDED",
    path: file.path,
    detail: `In ${file.path}, ${what}. That silences the finding and fixes nothing.`,
  };
}
