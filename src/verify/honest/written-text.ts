import type { Piece } from "./split.ts";

const STRING = /([A-Za-z]{0,2})("""~*"""|'''~*'''|"~*"|'~*')/g;
const SIMPLE: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  a: "\x07",
  b: "\b",
  f: "\f",
  v: "\v",
  "\n": "",
};
const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|(\r?\n|[\s\S]))/g;

/**
 * A Python value with each of its texts as it is in memory: escapes undone, strings side by side made one, and without the
 * parentheses around one text. Undefined where a string is formatted or too odd to be sure.
 */
export function writtenOut({ code, source }: Piece): string | undefined {
  const parts: string[] = [];
  let at = 0;
  let open: { kind: string; text: string } | undefined;
  for (const match of code.matchAll(STRING)) {
    const between = code.slice(at, match.index);
    const text = textOf(
      match[1] ?? "",
      source.slice(match.index + (match[1]?.length ?? 0), match.index + match[0].length),
    );
    if (text === undefined) return undefined;
    if (open && between.trim() === "" && open.kind === text.kind) open.text += text.text;
    else {
      if (open) parts.push(shown(open));
      parts.push(between);
      open = text;
    }
    at = match.index + match[0].length;
  }
  if (open) parts.push(shown(open));
  parts.push(code.slice(at));
  return withoutBrackets(parts)
    .map((part) => (part.startsWith("\u0000") ? part : part.replace(/\s+/g, "")))
    .join("");
}

function textOf(prefix: string, quoted: string): { kind: string; text: string } | undefined {
  if (/[^rbu]/i.test(prefix)) return undefined;
  const size = /^("""|''')/.test(quoted) ? 3 : 1;
  const inner = quoted.slice(size, -size).replace(/\r\n/g, "\n");
  const kind = /b/i.test(prefix) ? "b" : "";
  if (/r/i.test(prefix) || !inner.includes("\\")) return { kind, text: inner };
  if (/\\N\{/.test(inner) || (kind === "b" && /\\u/i.test(inner))) return undefined;
  return { kind, text: inner.replace(ESCAPE, (whole, ...groups: (string | undefined)[]) => unescaped(whole, groups)) };
}

function unescaped(whole: string, [hex, short, long, octal, other]: readonly (string | undefined)[]): string {
  const digits = hex ?? short ?? long;
  const point = digits === undefined ? Number.parseInt(octal ?? "", 8) : Number.parseInt(digits, 16);
  if (!Number.isNaN(point)) return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  const char = (other ?? "").replace("\r\n", "\n");
  return SIMPLE[char] ?? (/[\\'"]/.test(char) ? char : whole);
}

const shown = ({ kind, text }: { kind: string; text: string }): string => `\u0000${kind}${JSON.stringify(text)}`;

/** `("a" "b")` is one text; `("a",)` is a tuple and `f("a")` a call. */
function withoutBrackets(parts: string[]): string[] {
  for (let at = 1; at + 1 < parts.length; at++) {
    const [before = "", text = "", after = ""] = parts.slice(at - 1, at + 2);
    if (!text.startsWith("\u0000") || !/(?:^|[^\w\s)\]])\s*\(\s*$/.test(before) || !/^\s*\)/.test(after)) continue;
    parts[at - 1] = before.replace(/\(\s*$/, "");
    parts[at + 1] = after.replace(/^\s*\)/, "");
    at = Math.max(0, at - 1);
  }
  return parts;
}
