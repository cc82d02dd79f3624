import { createHash } from "node:crypto";
import * as zlib from "node:zlib";
import { PatchProError } from "../../domain/errors.ts";

/** How a text is kept. `zstd` where Node has it (22.15 and later), `brotli` else; `none` where compressing would not help. */
export type Codec = "zstd" | "brotli" | "none";

export interface EncodedText {
  /** 32 bytes. */
  readonly sha256: Uint8Array;
  readonly codec: Codec;
  readonly rawBytes: number;
  readonly body: Uint8Array;
}

const SHORT = 96;
const BROTLI_QUALITY = 4;

/** A text as it is kept: addressed by the SHA-256 of its UTF-8 bytes, compressed where that helps. */
export function encodeBlob(text: string, hasZstd = typeof zlib.zstdCompressSync === "function"): EncodedText {
  const raw = Buffer.from(text, "utf8");
  const plain: EncodedText = {
    sha256: createHash("sha256").update(raw).digest(),
    codec: "none",
    rawBytes: raw.length,
    body: raw,
  };
  if (raw.length < SHORT) return plain;
  const body = hasZstd
    ? zlib.zstdCompressSync(raw)
    : zlib.brotliCompressSync(raw, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } });
  return body.length < raw.length ? { ...plain, codec: hasZstd ? "zstd" : "brotli", body } : plain;
}

/** The text of a blob. Throws `PatchProError("store", …)` where this Node cannot read it, or where it is damaged. */
export function decodeBlob(sha: string, codec: string, body: Uint8Array): string {
  try {
    return bytesOf(codec, body).toString("utf8");
  } catch (error) {
    if (error instanceof PatchProError) throw error;
    throw new PatchProError(
      "store",
      `The text ${sha} in the trace store is damaged.`,
      "Import the JSON files of the run again.",
      { cause: error },
    );
  }
}

function bytesOf(codec: string, body: Uint8Array): Buffer {
  if (codec === "none") return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (codec === "brotli") return zlib.brotliDecompressSync(body);
  if (codec === "zstd" && typeof zlib.zstdDecompressSync === "function") return zlib.zstdDecompressSync(body);
  throw new PatchProError(
    "store",
    `This Node cannot read texts that are compressed with ${codec}.`,
    "Use Node 22.15 or later.",
  );
}
