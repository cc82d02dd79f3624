import type { Source, Strategy } from "../../domain/outcome.ts";

/** What was varied, in a few words: `native`, `scripted auto`, `openai:gpt-5-mini batch`. Equal names are compared with each other. */
export function variantOf(
  sources: readonly Source[],
  strategy: "auto" | Strategy,
  models: readonly string[] | undefined,
): string {
  if (!sources.includes("model")) return sources.join("+");
  return `${models ? models.join("+") : "scripted"} ${strategy}`;
}
