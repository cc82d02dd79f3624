import type { Dialect } from "./dialect.ts";

/** Any server that speaks OpenAI's chat completions: Ollama, vLLM, llama.cpp, LM Studio, Azure, a gateway. */
export const compatible: Dialect = {
  ladder: ["json-schema", "json-object", "tool", "text"],
  barePath: "/v1",
  sdkOptions: {},
  async model({ model, baseUrl, apiKey, fetch, newerLimit }) {
    const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
    const settings = { name: "compatible", baseURL: baseUrl, apiKey, fetch, supportsStructuredOutputs: true };
    const provider = createOpenAICompatible(newerLimit ? { ...settings, transformRequestBody: renameLimit } : settings);
    return provider.chatModel(model);
  },
};

function renameLimit({ max_tokens, ...body }: Record<string, unknown>): Record<string, unknown> {
  return { ...body, max_completion_tokens: max_tokens };
}
