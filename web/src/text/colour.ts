export type Ink = "plain" | "word" | "string" | "comment" | "number";
export interface InkPart {
  readonly text: string;
  readonly ink: Ink;
}

const PYTHON =
  "and as assert async await break class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try while with yield None True False self";
const CURLY =
  "abstract as async await break case catch class const continue default delete do else enum export extends false final finally fn for from func function go if impl implements import in instanceof interface let match mod mut namespace new nil null package private protected pub public readonly return static struct super switch this throw throws true try type typeof undefined use var void while yield";
const HASHED = /^(py|pyi|rb|sh|bash|yml|yaml|toml|pl|r)$/;

const words = { hash: new Set(PYTHON.split(" ")), slash: new Set(CURLY.split(" ")) };
const TOKEN = {
  hash: /(#.*)|("(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?)|(\b\d[\w.]*)|([\p{L}_][\p{L}\p{N}_]*)/gu,
  slash:
    /(\/\/.*|\/\*.*?(?:\*\/|$)|^\s*\*(?:\s.*|\/)?$)|("(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|`(?:\\.|[^`\\])*`?)|(\b\d[\w.]*)|([\p{L}_$][\p{L}\p{N}_$]*)/gu,
};

/** Light colours for one line by its file's ending: keywords, strings, comments, numbers. It never looks at other lines. */
export function inkParts(line: string, fileType: string): InkPart[] {
  if (line.length > 1000 || fileType === "") return [{ text: line, ink: "plain" }];
  const style = HASHED.test(fileType) ? "hash" : "slash";
  const parts: InkPart[] = [];
  let from = 0;
  for (const match of line.matchAll(TOKEN[style])) {
    const [text, comment, string, number] = match;
    const ink: Ink = comment
      ? "comment"
      : string
        ? "string"
        : number
          ? "number"
          : words[style].has(text)
            ? "word"
            : "plain";
    if (ink === "plain") continue;
    if (match.index > from) parts.push({ text: line.slice(from, match.index), ink: "plain" });
    parts.push({ text, ink });
    from = match.index + text.length;
  }
  if (from < line.length || parts.length === 0) parts.push({ text: line.slice(from), ink: "plain" });
  return parts;
}
