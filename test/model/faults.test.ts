import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openPlayground } from "../pipeline/toy/repair.ts";
import { type ModelServer, startModelServer, type Turn } from "../support/model-server.ts";
import {
  askedOf,
  CANARY,
  configFor,
  fileIn,
  leaks,
  right,
  rightAnswer,
  runHere,
  runServed,
  type Served,
} from "./support/served.ts";

/** The whole program against a server that misbehaves. What is asked of each run: no finding lost, no limit broken, no key shown. */

const playground = openPlayground();
let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  playground.remove();
});

type Play = Turn | ((seen: ModelServer["seen"][number]) => Turn);
const FILES = { "a.py": "def first():\n    return 1\n", "b.py": "def second():\n    return 2\n" };
const BUDGET_USD = 0.5;
let last: Served | undefined;

afterEach(() => {
  if (!last) return;
  const { report } = last;
  const { accepted, rejected, skipped, failed, findings, costUsd } = report.summary;
  expect(accepted + rejected + skipped + failed, "no finding is lost").toBe(findings);
  expect(findings).toBe(2);
  expect(costUsd, "no limit is broken").toBeLessThanOrEqual(BUDGET_USD);
  expect(leaks(playground, last), "no key is shown").toEqual([]);
  last = undefined;
});

async function run(
  turns: readonly Play[],
  { model = "timeout_seconds = 20", name = "compatible:m", words = [] as readonly string[], start = runHere } = {},
): Promise<Served> {
  playground.fill({ ...FILES, ".patchpro.toml": configFor(server, { model }) });
  const before = server.seen.length;
  server.plays(...turns, right);
  last = await start(playground, ["--model", name, "--sources", "model", "--budget-usd", String(BUDGET_USD), ...words]);
  asked = server.seen.slice(before);
  return last;
}
let asked: ModelServer["seen"] = [];

const said = (text: string, more: Partial<Extract<Turn, { does: "reply" }>> = {}): Turn => ({
  does: "reply",
  text,
  ...more,
});

describe("a server that recovers loses nothing", () => {
  it.each<[string, readonly Play[]]>([
    ["429 without Retry-After", [{ does: "fail", status: 429 }]],
    ["429 with Retry-After of a second", [{ does: "fail", status: 429, headers: { "retry-after": "1" } }]],
    ["500", [{ does: "fail", status: 500 }]],
    ["529", [{ does: "fail", status: 529, message: "overloaded" }]],
    ["a connection cut in the middle of a body", [{ does: "cut" }]],
    ["an empty reply", [said("")]],
    ["invalid JSON", [said('{"edits": [{"path": "a.py", "startLine": 1')]],
    ["finish_reason length", [said('{"edits": [{"path"', { finish: "length" })]],
    ["a schema that is ignored and prose instead", [said("Sure! I would add a docstring to the function.")]],
    [
      "wrong usage",
      [(seen) => said(rightAnswer(seen), { usage: { input: -5, cached: 9e9, output: "many", reasoning: 0 } })],
    ],
    ["no usage", [(seen) => said(rightAnswer(seen), { usage: "missing" })]],
    ["a slow reply", [(seen) => said(rightAnswer(seen), { delayMs: 1500 })]],
    ["a server that takes no schema", [{ does: "fail", status: 400, message: "response_format is not supported" }]],
  ])("%s", { timeout: 90_000 }, async (_, turns) => {
    const { kinds, code, report } = await run(turns);
    expect(kinds).toEqual(["accepted", "accepted"]);
    expect(code).toBe(0);
    expect(report.summary.bySource.model).toBe(2);
  });
});

it("the tokens of a server that counts none are estimated, not 0", { timeout: 90_000 }, async () => {
  const { report } = await run([(seen) => said(rightAnswer(seen), { usage: "missing" })]);
  const counted = await run([]);
  expect(report.summary.promptTokens).toBeGreaterThan(counted.report.summary.promptTokens);
  expect(report.summary.completionTokens).toBeGreaterThan(20);
});

describe("a server that does not recover fails what it was asked, and no more", () => {
  it.each<[string, Play, string, RegExp]>([
    [
      "429 with Retry-After of two minutes",
      { does: "fail", status: 429, headers: { "retry-after": "120" } },
      "LLM_RATE_LIMIT",
      /wait|429|rate/i,
    ],
    ["a hang", { does: "hang" }, "LLM_TIMEOUT", /./],
    ["half a body and then nothing", { does: "stall" }, "LLM_TIMEOUT", /./],
  ])("%s", { timeout: 90_000 }, async (_, turn, code, reason) => {
    const result = await run([turn], { model: "timeout_seconds = 2" });
    const [first] = result.report.findings;
    expect(first?.outcome).toMatchObject({ kind: "failed", code, reason: expect.stringMatching(reason) });
    expect(result.code).toBe(3);
  });

  it("a refusal is told with the model's words, and the other file is fixed", { timeout: 90_000 }, async () => {
    const refusal = said("I cannot help with that.", { finish: "refusal" });
    const { report, kinds } = await run([
      (seen) => (fileIn(askedOf(seen)) === "a.py" ? refusal : right(seen)),
      (seen) => (fileIn(askedOf(seen)) === "a.py" ? refusal : right(seen)),
    ]);
    expect(kinds[1]).toBe("accepted");
    expect(report.findings[0]?.outcome).toMatchObject({
      kind: "failed",
      code: "LLM_CONTENT_FILTER",
      reason: expect.stringContaining("I cannot help with that"),
    });
  });

  it("a key that is refused ends the run at once, without showing the key that the server repeats", {
    timeout: 90_000,
  }, async () => {
    const refused: Turn = { does: "fail", status: 401, message: `Incorrect API key provided: ${CANARY}` };
    const { kinds, code } = await run([refused, refused, refused], { start: runServed });
    expect([kinds, code]).toEqual([["failed", "failed"], 3]);
    expect(asked).toHaveLength(1);
  });

  it("a budget too small for one request asks nothing, and ends with exit code 4 and a report", {
    timeout: 90_000,
  }, async () => {
    const { report, code } = await run([], { words: ["--budget-usd", "0.0001"] });
    expect(report.findings.map(({ outcome }) => outcome.kind === "skipped" && outcome.skip)).toEqual([
      "over-budget",
      "over-budget",
    ]);
    expect([asked.length, code]).toEqual([0, 4]);
  });
});

describe("setting an address and a name is all it takes", () => {
  it("PATCHPRO_BASE_URL and --model openai:NAME ask by chat completions, with the key in the header only", {
    timeout: 90_000,
  }, async () => {
    playground.fill({ ...FILES, ".patchpro.toml": configFor(server).replace(/base_url.*/, "") });
    const before = server.seen.length;
    server.plays(right);
    last = await runServed(playground, ["--model", "openai:m", "--sources", "model"], {
      PATCHPRO_BASE_URL: `${server.url}/v1`,
    });
    expect(last.kinds).toEqual(["accepted", "accepted"]);
    const [first] = server.seen.slice(before);
    expect(first?.path).toBe("/v1/chat/completions");
    expect(first?.headers.authorization).toBe(`Bearer ${CANARY}`);
    expect(first?.raw).not.toContain(CANARY);
  });

  it("plain text with search/replace blocks, or a diff, ends in patches", { timeout: 90_000 }, async () => {
    const blocks =
      'I add a docstring.\n\na.py\n<<<<<<< SEARCH\ndef first():\n=======\ndef first():\n    """Return one."""\n>>>>>>> REPLACE\n';
    const diff =
      'The patch:\n\n```diff\n--- a/b.py\n+++ b/b.py\n@@ -1,5 +1,5 @@\n def second():\n+    """Return two."""\n     return 2\n```\n';
    const play = (seen: ModelServer["seen"][number]): Turn => said(fileIn(askedOf(seen)) === "a.py" ? blocks : diff);
    const { kinds } = await run([play, play], { start: runServed });
    expect(kinds).toEqual(["accepted", "accepted"]);
  });
});
