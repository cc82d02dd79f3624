import { describe, expect, it } from "vitest";
import { withoutStream } from "../../src/adapters/providers/unasked-stream.ts";

const chunk = (delta: object, finish_reason: string | null = null, more: object = {}) =>
  `data: ${JSON.stringify({ id: "x", object: "chat.completion.chunk", model: "m", choices: [{ index: 0, delta, finish_reason }], ...more })}\n\n`;

describe("withoutStream", () => {
  it("joins the chunks of a chat completion that nobody asked to stream", () => {
    const usage = { prompt_tokens: 3, completion_tokens: 2 };
    const body = [
      ": PROCESSING\n\n",
      chunk({ role: "assistant", content: "" }),
      chunk({ content: "hel" }),
      chunk({ content: "lo" }),
      chunk({}, "stop"),
      `data: ${JSON.stringify({ choices: [], usage })}\r\n\r\n`,
      "data: [DONE]\n\n",
    ].join("");
    expect(JSON.parse(withoutStream(body))).toMatchObject({
      model: "m",
      object: "chat.completion",
      choices: [{ finish_reason: "stop", message: { role: "assistant", content: "hello" } }],
      usage,
    });
  });

  it("joins the arguments of a tool call", () => {
    const call = (args: string, more: object = {}) => ({
      tool_calls: [{ index: 0, function: { arguments: args }, ...more }],
    });
    const body =
      chunk({ tool_calls: [{ index: 0, id: "c", type: "function", function: { name: "answer", arguments: "" } }] }) +
      chunk(call('{"a"')) +
      chunk(call(":1}"), "tool_calls");
    expect(JSON.parse(withoutStream(body)).choices[0].message.tool_calls).toEqual([
      { id: "c", type: "function", function: { name: "answer", arguments: '{"a":1}' } },
    ]);
  });

  it("takes off comments in front of JSON, and takes an event that holds the whole answer or an error", () => {
    expect(withoutStream(': PROCESSING\n\n: PROCESSING\n\n{"a":1}')).toBe('{"a":1}');
    const whole = '{"choices":[{"message":{"content":"x"}}]}';
    expect(withoutStream(`data: ${whole}\n\ndata: [DONE]\n\n`)).toBe(whole);
    const error = '{"error":{"message":"overloaded","code":502}}';
    expect(withoutStream(`${chunk({ content: "he" })}data: ${error}\n\n`)).toBe(error);
  });

  it.each([
    ["a stream that breaks off", chunk({ content: "hel" })],
    ["a stream of something else", 'event: message_start\ndata: {"type":"message_start"}\n\n'],
    ["a chunk that is cut", `${chunk({ content: "hel" }, "stop")}data: {"id":`],
    ["a page", "<!doctype html>"],
    ["nothing", ""],
    ["words", "data is gone"],
  ])("leaves %s as it came", (_, body) => {
    expect(withoutStream(body)).toBe(body);
  });
});
