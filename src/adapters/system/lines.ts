/**
 * The lines of a stream of UTF-8 bytes, without their ends (`\n` or `\r\n`) and a byte order mark. Unlike `node:readline`, which ends a line at
 * U+2028 and U+2029 too: lines of JSON hold those as they are.
 */
export async function* linesOf(stream: AsyncIterable<unknown>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let open: string[] = [];
  for await (const chunk of stream) {
    const text = typeof chunk === "string" ? chunk : decoder.decode(Buffer.from(chunk as Uint8Array), { stream: true });
    const [first = "", ...rest] = text.split("\n");
    open.push(first);
    for (const next of rest) {
      yield withoutReturn(open.join(""));
      open = [next];
    }
  }
  const last = open.join("") + decoder.decode();
  if (last !== "") yield withoutReturn(last);
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
