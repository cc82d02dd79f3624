import { findSecrets } from "../../domain/secret.ts";

/** Takes known secrets of the environment out of a text, as the recorder does; `count`: how many there were. */
export type Redact = (text: string) => { readonly count: number };

/** What the recorder leaves where a secret was. */
const TAKEN_OUT = /\[secret: ([a-z-]{1,40})\]/g;

/**
 * Kinds of secrets in the texts of a row, each once: what looks like one, what the environment holds, and what was taken
 * out when the attempt was recorded. Never the secrets themselves.
 */
export function secretKinds(texts: readonly string[], redact: Redact): string[] {
  const kinds = new Set<string>();
  for (const text of new Set(texts)) {
    for (const { kind } of findSecrets(text)) kinds.add(kind);
    for (const [, kind = ""] of text.matchAll(TAKEN_OUT)) kinds.add(`${kind} (taken out when it was recorded)`);
    if (kinds.size === 0 && redact(text).count > 0) kinds.add("known");
  }
  return [...kinds].sort();
}
