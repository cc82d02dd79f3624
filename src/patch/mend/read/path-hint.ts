import { FENCE, type Reading } from "./reading.ts";

const LABEL =
  /^(?:[-*#>\s]*)(?:in\s+)?(?:the\s+)?(?:file(?:\s*(?:name|path))?|path|filename|filepath|update|edit|modified file|target)\s*[:=]\s*/i;

/** A path in a line that says nothing else: a heading, a label, a tag, a comment, a line of its own. */
export function pathIn(line: string, reading: Reading): string | undefined {
  if (line.length > 400) return undefined;
  const tag = /^\s*<(?:path|file|file_path|filename)>\s*([^<]+?)\s*<\/(?:path|file|file_path|filename)>\s*$/i.exec(
    line,
  )?.[1];
  if (tag !== undefined) return tag;
  const bare = line
    .replace(LABEL, "")
    .replace(/^\s*(?:#+|\/\/|\*{1,2}|>|-|\d+\.)\s*(?=\S)/, "")
    .replace(LABEL, "")
    .trim()
    .replace(/^[`*"']+|[`*"':]+$/g, "")
    .replace(/^[`*"']+|[`*"':]+$/g, "");
  if (bare === "" || /[<>|?*{}]/.test(bare)) return undefined;
  if (reading.around.knowsPath(bare)) return bare;
  if (/^[\w./\\@+~()[\]-]+$/.test(bare) && /[\w)\]]\.[A-Za-z][\w]{0,9}$/.test(bare) && !/^\d/.test(bare)) return bare;
  return undefined;
}

/** A path behind the opening marks of a fence: ```` ```python src/a.py ````, ```` ```src/a.py ````, `title="src/a.py"`, `python:src/a.py`. */
export function pathInFence(info: string, reading: Reading): string | undefined {
  const named = /(?:title|file|filename|path)\s*=\s*"?([^"\s]+)"?/i.exec(info)?.[1];
  if (named !== undefined) return named;
  for (const word of info.trim().split(/\s+/)) {
    for (const part of [word, word.slice(word.indexOf(":") + 1)]) {
      if (part !== "" && (reading.around.knowsPath(part) || (/[\\/]/.test(part) && /\.[A-Za-z]\w*$/.test(part))))
        return part;
    }
  }
  return undefined;
}

/** The path that the lines above line `i` name: looked for in the three nearest lines that are neither blank nor a fence without a path. */
export function pathAbove(reading: Reading, i: number): string | undefined {
  let left = 3;
  for (let k = i - 1; k >= 0 && left > 0 && i - k < 12; k--) {
    const line = reading.lines[k] ?? "";
    if (line.trim() === "") continue;
    const fence = FENCE.exec(line);
    const found = fence === null ? pathIn(line, reading) : pathInFence(fence[2] ?? "", reading);
    if (found !== undefined) return found;
    if (/^(?:>{5,9}|\+{3,} ?REPLACE|={5,9})/.test(line)) return undefined;
    if (fence === null) left--;
  }
  return undefined;
}
