/** Names of OpenInference (github.com/Arize-ai/openinference, spec/semantic_conventions.md), which Phoenix reads. */
export const OPENINFERENCE = {
  kind: "openinference.span.kind",
  model: "llm.model_name",
  provider: "llm.provider",
  promptTokens: "llm.token_count.prompt",
  completionTokens: "llm.token_count.completion",
  totalTokens: "llm.token_count.total",
  cachedTokens: "llm.token_count.prompt_details.cache_read",
  reasoningTokens: "llm.token_count.completion_details.reasoning",
  cost: "llm.cost.total",
  session: "session.id",
  input: "input.value",
  inputType: "input.mime_type",
  output: "output.value",
  outputType: "output.mime_type",
  tool: "tool.name",
} as const;

/** A message of `llm.input_messages` or `llm.output_messages`, flattened as the convention wants. */
export function messageAttributes(
  which: "input" | "output",
  at: number,
  role: string,
  content: string,
): Record<string, string> {
  const prefix = `llm.${which}_messages.${at}.message`;
  return { [`${prefix}.role`]: role, [`${prefix}.content`]: content };
}
