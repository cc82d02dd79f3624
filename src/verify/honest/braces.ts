/** The offset of the bracket that closes the one at `open`, in code without comments and strings; the end if there is none. */
export function closingOf(code: string, open: number): number {
  const opening = code[open] ?? "{";
  const closing = opening === "(" ? ")" : opening === "[" ? "]" : "}";
  let depth = 0;
  for (let at = open; at < code.length; at++) {
    if (code[at] === opening) depth++;
    else if (code[at] === closing && --depth === 0) return at;
  }
  return code.length;
}
