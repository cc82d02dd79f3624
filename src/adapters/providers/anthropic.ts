import type { Dialect } from "./dialect.ts";

/** Anthropic's Messages API, which has no mode for JSON without a schema. */
export const anthropic: Dialect = {
  ladder: ["json-schema", "tool", "text"],
  barePath: "/v1",
  sdkOptions: {},
  async model({ model, baseUrl, apiKey, fetch }) {
    const { createAnthropic } = await import("@ai-sdk/anthropic");
    return createAnthropic({ baseURL: baseUrl, apiKey, fetch })(model);
  },
};
