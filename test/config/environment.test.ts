import { describe, expect, it } from "vitest";
import { fillDefaults } from "../../src/config/defaults.ts";
import { readEnvironment, withEnvironment } from "../../src/config/environment.ts";

describe("the environment", () => {
  it("knows the keys of each provider, the two names of Google's among them", () => {
    expect(readEnvironment({ GEMINI_API_KEY: "g", OPENAI_API_KEY: " o ", ANTHROPIC_API_KEY: "" }).keys).toEqual({
      openai: "o",
      anthropic: undefined,
      google: "g",
      compatible: undefined,
    });
    expect(readEnvironment({ GEMINI_API_KEY: "g", GOOGLE_GENERATIVE_AI_API_KEY: "h" }).keys.google).toBe("h");
  });

  it("understands switches: empty is unset, 0 and false are off", () => {
    expect(readEnvironment({ NO_COLOR: "", CI: "false", FORCE_COLOR: "0" })).toMatchObject({
      noColor: false,
      ci: false,
      forceColor: false,
    });
    expect(readEnvironment({ NO_COLOR: "1", CI: "true", FORCE_COLOR: "3" })).toMatchObject({
      noColor: true,
      ci: true,
      forceColor: true,
    });
    expect(readEnvironment({ COLUMNS: "wide" }).columns).toBeUndefined();
  });

  it("goes before the file for the model, its address and the store", () => {
    const config = fillDefaults({
      model: { name: "openai:a", base_url: "http://file/v1" },
      store: { url: "sqlite:x" },
    });
    const both = withEnvironment(
      config,
      readEnvironment({
        PATCHPRO_MODEL: "openai:b, anthropic:c",
        PATCHPRO_BASE_URL: "http://env/v1",
        PATCHPRO_STORE_URL: "postgres://u:p@h/d",
      }),
    );
    expect(both.model.chain).toEqual(["openai:b", "anthropic:c"]);
    expect(both.model.baseUrl).toBe("http://env/v1");
    expect(both.store.url).toBe("postgres://u:p@h/d");
    expect(withEnvironment(config, readEnvironment({}))).toEqual(config);
  });

  it("refuses a model without a provider", () => {
    expect(() => withEnvironment(fillDefaults({}), readEnvironment({ PATCHPRO_MODEL: "gpt-5" }))).toThrow(
      'PATCHPRO_MODEL: "gpt-5" names no provider',
    );
  });

  it("reads where traces go as OpenTelemetry's own SDKs do", () => {
    const otlp = (variables: Record<string, string>) => readEnvironment(variables).otlp;
    expect(otlp({})).toBeUndefined();
    expect(
      otlp({
        OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318/",
        OTEL_EXPORTER_OTLP_HEADERS: "X-Key=a%20b=,no header=1,authorization=Bearer%20t",
      }),
    ).toEqual({
      url: "http://collector:4318/v1/traces",
      headers: { "x-key": "a b=", authorization: "Bearer t" },
    });
    expect(
      otlp({
        OTEL_EXPORTER_OTLP_ENDPOINT: "http://all",
        OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: "https://traces/in",
        OTEL_EXPORTER_OTLP_TRACES_HEADERS: "a=1",
        OTEL_EXPORTER_OTLP_HEADERS: "b=2",
      }),
    ).toEqual({ url: "https://traces/in", headers: { a: "1" } });
    expect(otlp({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://c", OTEL_SDK_DISABLED: "true" })).toBeUndefined();
    expect(otlp({ OTEL_EXPORTER_OTLP_ENDPOINT: "collector:4318" })?.unusable).toMatch(/no http or https address/);
    expect(otlp({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://c", OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" })?.unusable).toMatch(
      /http\/json only/,
    );
  });
});
