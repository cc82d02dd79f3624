/** Deeper than any real program; parsers that recurse overflow their stack some way beyond, and may take the process along. */
const DEEPEST = 400;

/** The syntax error of a text whose brackets nest absurdly deep, which must not reach a recursive parser. */
export function nestingError(text: string): string | undefined {
  let depth = 0;
  let repeated = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // ( [ { < open; ) ] } > close; - + ~ ! are unary operators that may nest too.
    if (code === 40 || code === 91 || code === 123) depth++;
    else if (code === 41 || code === 93 || code === 125) depth = Math.max(0, depth - 1);
    else if (code === 43 || code === 45 || code === 126 || code === 33) repeated++;
    else if (code !== 32) repeated = 0;
    if (depth > DEEPEST || repeated > DEEPEST * 5) return "1:1 nested too deeply to be parsed";
  }
  return undefined;
}
