import type { Dialect } from "./dialect.ts";

/** OpenAI's own service: the Responses API. `store: false`, because prompts hold the user's code. */
export const openai: Dialect = {
  ladder: ["json-schema", "json-object", "tool", "text"],
  barePath: "/v1",
  sdkOptions: { openai: { store: false } },
  async model({ model, baseUrl, apiKey, fetch }) {
    const { createOpenAI } = await import("@ai-sdk/openai");
    return createOpenAI({ baseURL: baseUrl, apiKey, fetch }).responses(model);
  },
};
