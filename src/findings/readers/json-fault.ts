const CLOSER: Readonly<Record<string, string>> = { "{": "}", "[": "]" };
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?=[\s,\]}]|$)/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const BLANK = /[ \t\r\n]*/y;

/** What the grammar wants next. */
type Wanted = "value" | "value or end" | "name" | "name or end" | "colon" | "comma or end";

/**
 * The UTF-16 offset of the first place where a text stops being JSON (RFC 8259), or undefined if it is JSON. The engine's
 * own message has no place for most faults, and quotes the report instead.
 */
export function jsonFault(text: string): number | undefined {
  const open: string[] = [];
  let wanted: Wanted = "value";
  let at = 0;
  for (;;) {
    at = match(BLANK, text, at) ?? at;
    const char = text[at];
    if (char === undefined) return wanted === "comma or end" && open.length === 0 ? undefined : at;
    if (wanted.endsWith("or end") && open.length > 0 && char === CLOSER[open.at(-1) ?? ""]) {
      open.pop();
      at += 1;
      wanted = "comma or end";
    } else if (wanted === "comma or end") {
      if (char !== "," || open.length === 0) return at;
      wanted = open.at(-1) === "{" ? "name" : "value";
      at += 1;
    } else if (wanted === "colon") {
      if (char !== ":") return at;
      wanted = "value";
      at += 1;
    } else if (char === '"') {
      const end = endOfString(text, at);
      if (end.fault) return end.at;
      at = end.at;
      wanted = wantsName(wanted) ? "colon" : "comma or end";
    } else if (wantsName(wanted)) {
      return at;
    } else if (char === "{" || char === "[") {
      open.push(char);
      wanted = char === "{" ? "name or end" : "value or end";
      at += 1;
    } else {
      const end = match(SCALAR, text, at);
      if (end === undefined) return at;
      at = end;
      wanted = "comma or end";
    }
  }
}

function wantsName(wanted: Wanted): boolean {
  return wanted === "name" || wanted === "name or end";
}

function endOfString(text: string, quote: number): { at: number; fault: boolean } {
  let at = quote + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (Number.isNaN(code)) return { at, fault: true };
    if (code === 0x22) return { at: at + 1, fault: false };
    if (code < 0x20) return { at, fault: true };
    if (code === 0x5c) {
      const end = match(ESCAPE, text, at);
      if (end === undefined) return { at, fault: true };
      at = end;
    } else at += 1;
  }
}

function match(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
