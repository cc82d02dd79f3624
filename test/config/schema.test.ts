import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { parse } from "smol-toml";
import { describe, expect, it } from "vitest";
import { fillDefaults } from "../../src/config/defaults.ts";
import { configInput, configJsonSchema } from "../../src/config/input.ts";

const EXAMPLE = `
sources = ["native", "model"]
unsafe = "verify"
require = ["cleared", "clean", "honest", "tests"]
min_severity = "warning"
fail_on = "error"
exclude = ["vendor/**"]
[analyzers.ruff]
enabled = true
flavour = "auto"
[analyzers.eslint]
binary = "node_modules/.bin/eslint"
[analyzers.semgrep]
configs = ["rules/"]
[analyzers.bandit]
command = ["bandit", "-f", "sarif", "-r", "."]
format = "sarif"
timeout_seconds = 60
[tests]
command = ["pytest", "-q"]
[scope]
max_files = 2
protect = ["migrations/**"]
[model]
chain = ["openai:gpt-5-mini", "anthropic:claude-sonnet-4-5"]
strategy = "auto"
[model.prices."openai:gpt-5-mini"]
input = 0.25
output = 2
[budget]
usd = 1.5
[budget.finding]
attempts = 2
[rules."F401"]
prefer = "native"
never = "model"
[store]
url = "sqlite:.patchpro/traces/traces.db"
`;

describe("schemas/config.v1.json", () => {
  const stored: unknown = JSON.parse(readFileSync(new URL("../../schemas/config.v1.json", import.meta.url), "utf8"));
  const validate = new Ajv({ allowUnionTypes: true }).compile(configJsonSchema());

  it("is what the code accepts (else: node scripts/write-schemas.ts)", () => {
    expect(stored).toEqual(configJsonSchema());
  });

  it("accepts what the code accepts", () => {
    const written = parse(EXAMPLE);
    expect(configInput.safeParse(written).error).toBeUndefined();
    expect(validate(written), JSON.stringify(validate.errors)).toBe(true);
  });

  it("refuses an unknown key", () => {
    expect(validate({ scope: { max_file: 1 } })).toBe(false);
  });

  it("tells the defaults that the code uses", () => {
    const defaults = fillDefaults({});
    expect(stored).toMatchObject({
      properties: {
        sources: { default: defaults.sources },
        unsafe: { default: defaults.unsafe },
        min_severity: { default: defaults.minSeverity },
        fail_on: { default: defaults.failOn },
        scope: {
          properties: {
            max_files: { default: defaults.scope.maxFiles },
            max_changed_lines: { default: defaults.scope.maxChangedLines },
            max_distance: { default: defaults.scope.maxDistance },
          },
        },
        model: {
          properties: {
            strategy: { default: defaults.model.strategy },
            max_output_tokens: { default: defaults.model.maxOutputTokens },
            timeout_seconds: { default: defaults.model.timeoutMs / 1000 },
            concurrency: { default: defaults.model.concurrency },
            context_tokens: { default: defaults.model.contextTokens },
          },
        },
      },
    });
  });
});
