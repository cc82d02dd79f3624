/**
 * The text of a report file. A byte-order mark says UTF-8 or UTF-16 (PowerShell's `>` writes little-endian UTF-16) and is
 * not part of the text; without one it is UTF-8, in which a broken byte becomes U+FFFD.
 */
export function decodeReport(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return "utf-8";
}
