/**
 * The offset of the bracket that closes the one at `open`, in code without comments and strings; the end if there is none
 * within `limit` characters.
 */
export function closingOf(code: string, open: number, limit = Number.POSITIVE_INFINITY): number {
  const opening = code[open] ?? "{";
  const closing = opening === "(" ? ")" : opening === "[" ? "]" : "}";
  const end = Math.min(code.length, open + limit);
  let depth = 0;
  for (let at = open; at < end; at++) {
    if (code[at] === opening) depth++;
    else if (code[at] === closing && --depth === 0) return at;
  }
  return code.length;
}
