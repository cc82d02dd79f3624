import { languageOf } from "./honest/language.ts";
import { lex } from "./honest/lex.ts";

const OPENING =
  /^\s*(?:$|import\b|from\b|export\s.*\bfrom\b|(?:const|let|var)\s.*\brequire\(|["'`]|__\w+__\s*(?:[:=]|\+=)|package\b|using\b|#include\b|use\b|if TYPE_CHECKING|try:|except\b.*ImportError|[)\]}"',\w\s]*[,)\]}]\s*;?\s*$|[\w.*]+(?:\s+as\s+\w+)?,?\s*$)/;

/** The last line (1-based) of a file's opening: module docstring, imports, `__all__`; 0 if it has none. */
export function preambleEnd(text: string, path: string): number {
  const { code, lineStarts } = lex(text, languageOf(path));
  for (let line = 1; line <= lineStarts.length; line++) {
    if (!OPENING.test(code.slice(lineStarts[line - 1], lineStarts[line]).trimEnd())) return line - 1;
  }
  return lineStarts.length;
}
