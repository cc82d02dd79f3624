import { describe, expect, it } from "vitest";
import { decodeBlob, encodeBlob } from "../../src/adapters/stores/codec.ts";
import { fileName } from "../../src/adapters/stores/files/paths.ts";
import { tsvectorOf } from "../../src/adapters/stores/write/search-text.ts";

describe("texts in the store", () => {
  const long = "all work and no play\n".repeat(500);

  it.each([
    ["with zstd", true, "zstd"],
    ["with brotli, where Node has no zstd", false, "brotli"],
  ])("are compressed %s and read back", (_, hasZstd, codec) => {
    const encoded = encodeBlob(long, hasZstd);
    expect(encoded.codec).toBe(codec);
    expect(encoded.body.length).toBeLessThan(long.length / 10);
    expect(decodeBlob("x", encoded.codec, encoded.body)).toBe(long);
    expect(encodeBlob(long, !hasZstd).sha256).toEqual(encoded.sha256);
  });

  it("are left as they are where that is shorter", () => {
    expect(encodeBlob("short").codec).toBe("none");
    expect(decodeBlob("x", "none", encodeBlob("").body)).toBe("");
  });

  it("that are damaged or of an unknown kind are refused with what to do", () => {
    expect(() => decodeBlob("abc", "zstd", new Uint8Array([1, 2, 3]))).toThrow(
      expect.objectContaining({ code: "store" }),
    );
    expect(() => decodeBlob("abc", "lz77", new Uint8Array())).toThrow(expect.objectContaining({ code: "store" }));
  });
});

describe("fileName", () => {
  it.each(["../../etc/passwd", "a/b", "", ".", "con", "x".repeat(300), "a\0b", "C:x", "ümlaut"])(
    "makes a safe name of %j",
    (id) => {
      expect(fileName(id)).toMatch(/^id-[0-9a-f]{32}$/);
    },
  );
  it("keeps our own ids", () => {
    expect(fileName("20261122-130501-3f9a1c")).toBe("20261122-130501-3f9a1c");
    expect(fileName("01M81RH4C8F3685RKJPWERKF66")).toBe("01M81RH4C8F3685RKJPWERKF66");
  });
});

describe("tsvectorOf", () => {
  it("marks each text with its weight and parts them, so that no phrase runs from one into the next", () => {
    expect(tsvectorOf({ error: "bad line", patch: "line", reply: "", prompt: "" })).toBe("'bad':1A 'line':2A,13B");
  });
  it("stays within PostgreSQL's limits for any text", () => {
    const many = Array.from({ length: 100_000 }, (_, at) => `w${at}`).join(" ");
    const vector = tsvectorOf({ error: many, patch: "same ".repeat(50_000), reply: "x".repeat(5000), prompt: many });
    expect(Buffer.byteLength(vector)).toBeLessThan(8_000_000);
    expect(vector).not.toMatch(/:\d*1638[4-9]/);
    expect(vector.match(/'same':([^ ]*)/)?.[1]?.split(",").length).toBeLessThanOrEqual(255);
  });
});
