import type { KeyPath } from "./key-positions.ts";

/** The environment variables that hold secrets; nothing else is ever asked for one. */
export const SECRET_VARIABLES = {
  openai: "OPENAI_API_KEY",
  anthropic: "ANTHROPIC_API_KEY",
  google: "GOOGLE_GENERATIVE_AI_API_KEY",
  compatible: "PATCHPRO_API_KEY",
  store: "PATCHPRO_STORE_URL",
} as const;

const SECRET_KEY = /(?:api|access|secret|auth|private)[-_]?key$|secret$|password$|passwd$|(?:^|[-_])token$|apikey$/i;

/** The variable to set instead of writing the secret `path` into a file; undefined if the key's name is not a secret's. */
export function environmentVariableFor(path: KeyPath): string | undefined {
  const words = path.map(String).join(".").toLowerCase();
  if (!SECRET_KEY.test(String(path.at(-1)))) return undefined;
  if (path[0] === "store") return SECRET_VARIABLES.store;
  if (words.includes("openai")) return SECRET_VARIABLES.openai;
  if (words.includes("anthropic")) return SECRET_VARIABLES.anthropic;
  if (words.includes("google") || words.includes("gemini")) return SECRET_VARIABLES.google;
  return `${SECRET_VARIABLES.openai}, ${SECRET_VARIABLES.anthropic}, ${SECRET_VARIABLES.google} or ${SECRET_VARIABLES.compatible}`;
}

/** Whether an address carries a password or key of its own (`postgres://user:secret@host/db`, `?api_key=…`). */
export function addressHoldsSecret(address: string): boolean {
  return (
    /^[a-z][a-z0-9+.-]*:\/\/[^/?#\s]*:[^/?#\s]+@/i.test(address) ||
    /[?&](?:api_?key|key|token|password|secret)=[^&]/i.test(address)
  );
}
