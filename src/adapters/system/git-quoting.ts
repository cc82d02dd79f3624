const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, "\\": 92 };

/**
 * The path behind a name in C quotes as git writes it (`"a/tab\there\303\251"`), from text in which one character
 * stands for one byte (Latin-1). A name without quotes is returned as UTF-8; undefined if the quoting is broken.
 */
export function unquoteBytes(name: string): string | undefined {
  if (!name.startsWith('"')) return Buffer.from(name, "latin1").toString("utf8");
  const bytes = bytesInQuotes(name);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString("utf8");
}

function bytesInQuotes(quoted: string): number[] | undefined {
  if (quoted.length < 2 || !quoted.endsWith('"')) return undefined;
  const bytes: number[] = [];
  const body = quoted.slice(1, -1);
  for (let at = 0; at < body.length; at += 1) {
    if (body[at] === '"') return undefined;
    if (body[at] !== "\\") {
      bytes.push(body.charCodeAt(at) & 0xff);
      continue;
    }
    const octal = /^[0-3][0-7]{2}/.exec(body.slice(at + 1, at + 4))?.[0];
    const byte = octal === undefined ? ESCAPES[body[at + 1] ?? ""] : Number.parseInt(octal, 8);
    if (byte === undefined) return undefined;
    bytes.push(byte);
    at += octal === undefined ? 1 : 3;
  }
  return bytes;
}
