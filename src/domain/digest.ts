import { createHash } from "node:crypto";
import type { FileChange, FileHashes } from "./outcome.ts";
import type { SourceText } from "./text.ts";

/** SHA-256 as 64 hex digits. Strings are hashed as UTF-8. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** SHA-256 of a file's bytes, without making them. */
export function hashOf({ text, encoding }: SourceText): string {
  return createHash("sha256").update(text, encoding).digest("hex");
}

/** The hashes of what a change starts from and ends in. */
export function hashesOf({ path, before, after, encoding }: FileChange): FileHashes {
  const hash = (text: string | null): string | null => (text === null ? null : hashOf({ text, encoding }));
  return { path, before: hash(before), after: hash(after) };
}
