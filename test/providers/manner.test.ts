import { describe, expect, it } from "vitest";
import { createManner, isJson, refusesShape, untakenSetting } from "../../src/adapters/providers/manner.ts";

const LADDER = ["json-schema", "json-object", "tool", "text"] as const;

describe("manner", () => {
  it("goes one mode down after two replies in a row that ignore the shape", () => {
    const manner = createManner(LADDER);
    manner.replied("json-schema", false);
    manner.replied("json-schema", true);
    manner.replied("json-schema", false);
    expect(manner.modes()[0]).toBe("json-schema");
    manner.replied("json-schema", false);
    expect(manner.modes()).toEqual(["json-object", "tool", "text"]);
  });

  it("starts with the mode that brought an answer after higher ones were refused", () => {
    const manner = createManner(LADDER);
    manner.replied("tool", true);
    expect(manner.modes()).toEqual(["tool", "text"]);
  });

  it("is not moved up by a late reply in a higher mode, and never leaves the last one", () => {
    const manner = createManner(LADDER);
    manner.replied("text", false);
    manner.replied("json-schema", true);
    for (let i = 0; i < 5; i += 1) manner.replied("text", false);
    expect(manner.modes()).toEqual(["text"]);
  });
});

describe("isJson", () => {
  it.each(['{"a":1}', "[]", '```json\n{"a":1}\n```', '<think>hm {</think>\n{"a":1}'])("accepts %j", (text) => {
    expect(isJson(text)).toBe(true);
  });
  it.each(["", "Sure!", '{"a":', 'Here: {"a":1}'])("does not accept %j", (text) => {
    expect(isJson(text)).toBe(false);
  });
});

describe("refusesShape", () => {
  it.each([
    [400, "anything"],
    [404, "No endpoints found that support tool use"],
    [422, '{"detail":[{"loc":["body","response_format"],"msg":"extra fields not permitted"}]}'],
    [501, "response_format is not implemented"],
    [500, "failed to parse grammar"],
  ])("sees a refusal of the shape in %i %s", (status, body) => {
    expect(refusesShape(status, body)).toBe(true);
  });
  it.each([
    [401, "schema"],
    [404, "model not found"],
    [422, "messages: field required"],
    [500, "boom"],
    [429, "too many tools"],
  ])("sees another reason in %i %s", (status, body) => {
    expect(refusesShape(status, body)).toBe(false);
  });
});

describe("untakenSetting", () => {
  it("names the setting of a complaint", () => {
    const limit =
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.";
    expect(untakenSetting(400, limit)).toBe("max_tokens");
    const heat = "Unsupported value: 'temperature' does not support 0 with this model.";
    expect(untakenSetting(400, heat)).toBe("temperature");
    expect(untakenSetting(400, "bad schema")).toBeUndefined();
    expect(untakenSetting(500, limit)).toBeUndefined();
  });
});
