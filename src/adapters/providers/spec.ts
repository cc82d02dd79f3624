import { PatchProError } from "../../domain/errors.ts";

/** The wire format that an endpoint speaks. */
type ProviderKind = "openai" | "anthropic" | "google" | "compatible";

/** `openai:gpt-5-mini` taken apart. */
export interface ModelSpec {
  readonly kind: ProviderKind;
  readonly model: string;
  /** Where the kind lives when the user names no address. */
  readonly baseUrl: string | undefined;
}

const KINDS: Readonly<Record<string, { readonly kind: ProviderKind; readonly baseUrl?: string }>> = {
  openai: { kind: "openai", baseUrl: "https://api.openai.com/v1" },
  anthropic: { kind: "anthropic", baseUrl: "https://api.anthropic.com/v1" },
  google: { kind: "google", baseUrl: "https://generativelanguage.googleapis.com/v1beta" },
  compatible: { kind: "compatible" },
  ollama: { kind: "compatible", baseUrl: "http://localhost:11434/v1" },
  lmstudio: { kind: "compatible", baseUrl: "http://localhost:1234/v1" },
  llamacpp: { kind: "compatible", baseUrl: "http://localhost:8080/v1" },
  vllm: { kind: "compatible", baseUrl: "http://localhost:8000/v1" },
};

/**
 * Reads `provider:name`; the name may hold colons (`ollama:qwen3:8b`).
 * Throws `PatchProError("config")` for an unknown provider or a missing name.
 */
export function parseSpec(spec: string): ModelSpec {
  const colon = spec.indexOf(":");
  const prefix = spec.slice(0, Math.max(colon, 0)).trim().toLowerCase();
  const model = spec.slice(colon + 1).trim();
  const known = Object.hasOwn(KINDS, prefix) ? KINDS[prefix] : undefined;
  if (known === undefined || model === "") {
    const hint = `Write PROVIDER:NAME, with one of ${Object.keys(KINDS).join(", ")} as the provider.`;
    throw new PatchProError("config", `"${spec}" does not name a model`, hint);
  }
  return { kind: known.kind, model, baseUrl: known.baseUrl };
}
