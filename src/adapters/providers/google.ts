import type { Dialect } from "./dialect.ts";

/** Google's Gemini API, `generateContent`. */
export const google: Dialect = {
  ladder: ["json-schema", "json-object", "tool", "text"],
  barePath: "/v1beta",
  sdkOptions: {},
  async model({ model, baseUrl, apiKey, fetch }) {
    const { createGoogle } = await import("@ai-sdk/google");
    return createGoogle({ baseURL: baseUrl, apiKey, fetch })(model);
  },
};
