import { createHash } from "node:crypto";
import { encodeText, type SourceText } from "./text.ts";

/** SHA-256 as 64 hex digits. Strings are hashed as UTF-8. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** SHA-256 of a file's bytes. */
export function hashOf(source: SourceText): string {
  return sha256(encodeText(source));
}
