import { describe, expect, it } from "vitest";
import { createEmbedder } from "../../../src/adapters/providers/embeddings.ts";
import { groupFailures } from "../../../src/eval/clusters/group.ts";
import { type NamingQuestion, nameByModel } from "../../../src/eval/clusters/name-by-model.ts";
import { aFailure, grouped } from "./support.ts";

const failures = [
  ...Array.from({ length: 40 }, () =>
    aFailure("LLM_TIMEOUT", "the model did not answer in time", { check: "provider" }),
  ),
  ...Array.from({ length: 40 }, () => aFailure("PARSE_PROSE_ONLY", "The reply is prose without an edit.")),
];

/** Says a name, and sorts sentences by a word in them. */
function asked(answers: { readonly name?: object; readonly fits: (sentence: string) => boolean }) {
  const questions: NamingQuestion[] = [];
  const ask = async (question: NamingQuestion): Promise<string> => {
    questions.push(question);
    if (question.kind === "name")
      return `Here it is:\n${JSON.stringify({ name: "Model is too slow", definition: "No answer came in time.", test: "says in time", fix: "Wait longer.", cites: ["m1", "m8"], ...answers.name })}`;
    const lines = question.sentences.split("\n");
    return JSON.stringify({ fits: lines.flatMap((line, at) => (answers.fits(line) ? [at + 1] : [])) });
  };
  return { ask, questions };
}

describe("names by a model", () => {
  it("are made from eight members and six others, cite members, and are measured on twenty of each", async () => {
    const found = await grouped(failures);
    const { ask, questions } = asked({ fits: (line) => line.includes("in time") });
    const run = await nameByModel(found, failures, "fake:small", ask);
    const [name, check] = questions;
    expect(name?.kind === "name" && [name.members.split("\n").length, name.others.split("\n").length]).toEqual([8, 6]);
    expect(check?.kind === "check" && check.sentences.split("\n").length).toBe(40);
    const timeouts = run.clusters.find(({ codes }) => codes[0]?.code === "LLM_TIMEOUT");
    expect(timeouts?.name).toMatchObject({ name: "Model is too slow", by: "fake:small", f1: 1 });
    expect(timeouts?.name.cites).toHaveLength(2);
    expect(found.members.map(({ attemptId }) => attemptId)).toEqual(
      expect.arrayContaining([...(timeouts?.name.cites ?? [])]),
    );
    // the same definition is false of the other cluster
    expect(run.clusters.find(({ codes }) => codes[0]?.code === "PARSE_PROSE_ONLY")?.name.f1).toBe(0);
  });

  it.each([
    ["of more than six words", { name: "one two three four five six seven" }],
    ["that cite nobody", { cites: ["m99", "x"] }],
    ["without a definition", { definition: "" }],
  ])("%s are not taken", async (_, name) => {
    const found = await grouped(failures);
    const run = await nameByModel(found, failures, "fake:small", asked({ name, fits: () => true }).ask);
    expect(run.clusters.map((each) => each.name)).toEqual(found.run.clusters.map((each) => each.name));
  });

  it("stay as they are where the model does not answer, and where a person gave them", async () => {
    const found = await grouped(failures);
    const silent = await nameByModel(found, failures, "fake:small", async () => undefined);
    expect(silent.clusters).toEqual(found.run.clusters);
    const [first, ...rest] = found.run.clusters;
    if (!first) throw new Error("no cluster");
    const own = { ...found.run, clusters: [{ ...first, name: { ...first.name, by: "person" } }, ...rest] };
    const { ask, questions } = asked({ fits: () => true });
    const run = await nameByModel({ ...found, run: own }, failures, "fake:small", ask);
    expect(run.clusters[0]?.name).toEqual(own.clusters[0]?.name);
    expect(questions).toHaveLength(2);
  });
});

describe("embeddings of an endpoint", () => {
  const answering = (reply: (texts: string[]) => unknown, status = 200) => {
    const requests: { url: string; headers: unknown; body: { model: string; input: string[] } }[] = [];
    const fetch = async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
      const body: { model: string; input: string[] } = JSON.parse(String(init?.body));
      requests.push({ url: String(url), headers: init?.headers, body });
      return new Response(JSON.stringify(reply(body.input)), { status });
    };
    return { fetch, requests };
  };
  const vectors = (texts: readonly string[]) => ({
    data: texts.map((text, index) => ({ index, embedding: text.includes("time") ? [1, 0.1] : [0.1, 1] })).reverse(),
  });

  it("are asked in batches with the key, and come in the order of the texts", async () => {
    const { fetch, requests } = answering(vectors);
    const embedder = createEmbedder({ spec: "openai:small", apiKey: "sk-canary", timeoutMs: 1000, fetch });
    const found = await embedder.embed(Array.from({ length: 70 }, (_, at) => (at === 69 ? "in time" : "x")));
    expect(requests.map(({ body }) => body.input.length)).toEqual([64, 6]);
    expect(requests[0]).toMatchObject({ url: "https://api.openai.com/v1/embeddings", body: { model: "small" } });
    expect(requests[0]?.headers).toMatchObject({ authorization: "Bearer sk-canary" });
    expect([...(found[69] ?? [])][0]).toBe(1);
    expect(found).toHaveLength(70);
  });

  it("group failures in place of the built-in words", async () => {
    const { fetch } = answering(vectors);
    const embedder = createEmbedder({ spec: "ollama:nomic", timeoutMs: 1000, fetch });
    const { groups, method } = await groupFailures(failures, 1, { embedder });
    expect(method.embedder).toBe("ollama:nomic");
    expect(new Set(groups).size).toBe(2);
  });

  it.each([
    ["an error", () => ({ error: "sk-canary-1234 is wrong" }), 401],
    ["too few vectors", () => ({ data: [] }), 200],
    ["something else", () => ({ hello: 1 }), 200],
  ])("are refused when the endpoint answers %s, without the key in the message", async (_, reply, status) => {
    const { fetch } = answering(reply, status);
    const embedder = createEmbedder({ spec: "openai:small", apiKey: "sk-canary-1234", timeoutMs: 1000, fetch });
    const failed = embedder.embed(["a"]);
    await expect(failed).rejects.toMatchObject({ code: "provider" });
    await expect(failed).rejects.not.toThrow(/canary/);
  });

  it("need a provider that has them", () => {
    expect(() => createEmbedder({ spec: "anthropic:x", timeoutMs: 1 })).toThrow(/embeddings endpoint/);
    expect(() => createEmbedder({ spec: "compatible:x", timeoutMs: 1 })).toThrow(/embeddings endpoint/);
  });
});
