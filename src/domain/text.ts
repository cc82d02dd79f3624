/**
 * A file's content as text that can be turned back into exactly the same bytes.
 *
 * `utf8` text keeps a byte-order mark as its first character (U+FEFF). A file that is not valid UTF-8 is read as
 * `latin1`, one character per byte, so that every byte survives.
 */
export interface SourceText {
  readonly text: string;
  readonly encoding: "utf8" | "latin1";
}

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Reads bytes as UTF-8 where they are valid UTF-8, else as Latin-1; `encodeText` gives the same bytes back. */
export function decodeText(bytes: Uint8Array): SourceText {
  try {
    return { text: strictUtf8.decode(bytes), encoding: "utf8" };
  } catch {
    return {
      text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1"),
      encoding: "latin1",
    };
  }
}

/** The bytes of a text in its encoding. `canEncode` tells whether a changed text still fits. */
export function encodeText(source: SourceText): Buffer {
  return Buffer.from(source.text, source.encoding);
}

/** Whether every character of `text` can be written in the encoding (Latin-1 holds only U+0000 to U+00FF; UTF-8 no lone surrogate). */
export function canEncode(source: SourceText): boolean {
  if (source.encoding === "utf8") return source.text.isWellFormed();
  return /^[\u0000-\u00ff]*$/.test(source.text);
}
