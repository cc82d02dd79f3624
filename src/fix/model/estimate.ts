/**
 * Tokens that a text takes, on the high side for indented code: four ASCII characters make one token, three bytes of
 * anything else, and each line end costs half a token more. A rule of thumb that no tokenizer was compared with.
 */
export function estimateTokens(text: string): number {
  let ascii = 0;
  let otherBytes = 0;
  let lines = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) ascii++;
    else otherBytes += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
    if (code === 10) lines++;
  }
  return Math.ceil(ascii / 4 + otherBytes / 3 + lines / 2);
}
