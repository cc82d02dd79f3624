import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf } from "../../src/adapters/system/lines.ts";

async function read(chunks: readonly Buffer[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(Readable.from(chunks))) lines.push(line);
  return lines;
}

describe("lines of a stream", () => {
  it("ends no line at U+2028, U+2029, U+0085 or a lone CR: lines of JSON hold them as they are", async () => {
    const line = JSON.stringify({ text: "a\u2028b\u2029c\u0085d" });
    expect(await read([Buffer.from(`${line}\n{"b":1}\r\nc\rd`)])).toEqual([line, '{"b":1}', "c\rd"]);
  });

  it("leaves a byte order mark out", async () => {
    expect(await read([Buffer.from("\uFEFF{}\n")])).toEqual(["{}"]);
  });

  it("gives what was joined, however the bytes are cut", async () => {
    const line = fc.string({ unit: "binary" }).filter((text) => !/[\n\r\uFEFF]/.test(text) && text.isWellFormed());
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.array(fc.nat(40)), async (lines, cuts) => {
        const bytes = Buffer.from(lines.map((each) => `${each}\n`).join(""));
        const chunks: Buffer[] = [];
        let from = 0;
        for (const size of cuts) {
          chunks.push(bytes.subarray(from, from + size));
          from += size;
        }
        chunks.push(bytes.subarray(from));
        expect(await read(chunks)).toEqual(lines);
      }),
    );
  });
});
