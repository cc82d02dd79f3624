import { readFileSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { EvalResult } from "../../../src/domain/eval.ts";
import { patchpro, type Told } from "../../e2e/support/cli.ts";
import { openPlayground } from "../../pipeline/toy/repair.ts";
import { type ModelServer, startModelServer } from "../../support/model-server.ts";
import { AFTER, BEFORE, written } from "./support/cases.ts";

const playground = openPlayground();
afterAll(() => playground.remove());
beforeEach(() => playground.fill(REPOSITORY));

const folder = (name: string, spec: Record<string, unknown>, files: Record<string, string>) =>
  Object.fromEntries(
    [["case.json", JSON.stringify(spec)], ...Object.entries(files)].map(([path, text]) => [
      `evals/cases/${name}/${path}`,
      text,
    ]),
  ) as Record<string, string>;
const both = { "before/a.py": BEFORE, "after/a.py": AFTER };
const edit = (replacement: string): string =>
  JSON.stringify({
    edits: [{ path: "a.py", startLine: 4, endLine: 4, original: "    except:", replacement }],
    explanation: "",
    unfixable: null,
  });

const REPOSITORY = {
  "evals/README.md": "a user's own cases\n",
  ...folder("model", written({ exact: true, replyForm: "diff-wrong-counts" }), both),
  ...folder(
    "native",
    written({
      select: ["F401"],
      targets: [{ rule: "F401", path: "a.py" }],
      sources: ["native"],
      expect: { outcome: "accepted", source: "native" },
    }),
    {
      "before/a.py": "import os\n",
    },
  ),
  ...folder("refused", written({ expect: { outcome: "rejected", check: "honest", code: "SCOPE_SUPPRESSION_ADDED" } }), {
    "before/a.py": BEFORE,
    "reply-1.txt": edit("    except:  # noqa: E722"),
  }),
  ...folder("crlf", written({ exact: true }), {
    "before/a.py": BEFORE.replaceAll("\n", "\r\n"),
    "after/a.py": AFTER.replaceAll("\n", "\r\n"),
  }),
};

/** Every way in which a case must turn red, each beside a case that does not. */
const RED = {
  ...folder("wrong-reference", written(), {
    "before/a.py": BEFORE,
    "after/a.py": BEFORE.replace("except:", "except: # any"),
  }),
  ...folder("must-violated", written({ must: ["OSError"] }), both),
  ...folder("must-not-violated", written({ mustNot: ["ValueError"] }), both),
  ...folder("wrong-check", written({ expect: { outcome: "rejected", check: "cleared" } }), {
    "before/a.py": BEFORE,
    "reply-1.txt": edit("    except:  # noqa: E722"),
  }),
  ...folder("wrong-bytes", written({ exact: true }), { ...both, "reply-1.txt": edit("    except (ValueError):") }),
  ...folder("wrong-behaviour", written({ behaviour: { test: "t.py" } }), {
    ...both,
    "tests/t.py": "from a import f\n\n\ndef test_f():\n    assert f('x') == 1\n",
  }),
  ...folder("no-bug", written({ behaviour: { test: "t.mjs", failsBefore: true } }), { ...both, "tests/t.mjs": "" }),
  ...folder("unreadable-reply", written(), {
    ...both,
    "reply-1.txt": "I would rather not.",
    "reply-2.txt": "No.",
    "reply-3.txt": "No.",
  }),
};

const run = (...words: string[]): Promise<Told> => patchpro(playground, ["-q", "eval", "run", ...words]);
async function results(...words: string[]): Promise<Record<string, EvalResult>> {
  const { out, err } = await run("--format", "json", ...words);
  expect(err).toBe("");
  const { results: rows } = JSON.parse(out) as { results: EvalResult[] };
  return Object.fromEntries(rows.map((row) => [row.name, row]));
}

describe("eval run", () => {
  it("runs a repository's own cases through the pipeline; all as expected is exit 0, and the run is in the store", async () => {
    const { code, out } = await run();
    expect(out).toMatch(/^4 cases \(replay\) in .* 4 passed\. Run [0-9A-Z]{26}\.$/m);
    expect(code).toBe(0);
    const shown = await patchpro(playground, ["eval", "show", "refused"]);
    expect(shown.out).toMatch(/expects +rejected at honest \(SCOPE_SUPPRESSION_ADDED\)[\s\S]*scripted auto {2}passed/);
  });

  it("says of each case what closed it, what failed and what was asked", async () => {
    const rows = await results("--no-record");
    expect(rows.native).toMatchObject({
      status: "passed",
      variant: "native",
      slices: { source: "native", rule: "F401" },
    });
    expect(rows.native?.attempts).toBeUndefined();
    expect(rows.model).toMatchObject({
      variant: "scripted auto",
      attempts: 1,
      slices: { source: "model", strategy: "single" },
    });
    expect(rows.refused).toMatchObject({ check: "honest", code: "SCOPE_SUPPRESSION_ADDED" });
  });

  it("can fail: a wrong reference, wrong words, a wrong check, wrong bytes, wrong behaviour, an unreadable reply", async () => {
    playground.fill({ ...REPOSITORY, ...RED });
    const { code, out } = await run("--format", "json", "--no-record");
    expect(code).toBe(1);
    const rows = (JSON.parse(out) as { results: EvalResult[] }).results;
    const python = rows.find(({ name }) => name === "wrong-behaviour")?.status !== "skipped";
    const red = rows
      .filter(({ status }) => status === "failed")
      .map(({ name, reason }) => `${name}: ${reason?.slice(0, 60)}`);
    expect(red).toHaveLength(Object.keys(RED).filter((path) => path.endsWith("case.json")).length - (python ? 0 : 1));
    expect(rows.filter(({ status }) => status === "passed").map(({ name }) => name)).toEqual([
      "crlf",
      "model",
      "native",
      "refused",
    ]);
  });

  it("turns red under the one-shot baseline, which mends nothing", async () => {
    const rows = await results("model", "--strategy", "v1", "--no-record");
    expect(rows.model).toMatchObject({ status: "failed", variant: "scripted v1", code: "APPLY_GIT_REFUSED" });
  });

  it("goes on beside broken cases, tells each, and ends with 2", async () => {
    playground.fill({
      ...REPOSITORY,
      ...folder("typo", written({ familly: "x" }), both),
      ...folder("elsewhere", written({ targets: [{ rule: "E722", path: "a.py", line: 1 }] }), both),
    });
    const { code, out } = await run("--no-record");
    expect(code).toBe(2);
    expect(out).toMatch(/typo\/case\.json: familly: there is no such key/);
    expect(out).toMatch(/elsewhere\n +ruff does not report E722 in a\.py at line 1; it reports E722:4 there/);
    expect(out).toMatch(/4 passed, 1 errored/);
  });

  it("repeats, and files a part of a suite under another name", async () => {
    const { out } = await run("native", "--repeat", "2", "--format", "json");
    const { run: row, results: rows } = JSON.parse(out);
    expect(row).toMatchObject({ suite: "cases/some", repetitions: 2, tier: "replay", models: [] });
    expect(rows.map(({ repetition }: EvalResult) => repetition)).toEqual([1, 2]);
  });

  it.each([
    [["--tier", "replay", "--model", "openai:x"], /--tier replay asks no model/],
    [["--tier", "live"], /no model is configured/],
    [["--suite", "../x"], /is no name of a suite/],
    [["--suite", "gone"], /there are no cases in evals\/gone/],
    [["gone-*"], /no case is called gone-\*/],
  ])("refuses %j", async (words, problem) => {
    const { code, err } = await run(...words);
    expect(code).toBe(2);
    expect(err).toMatch(problem);
  });
});

describe("eval run with a model", () => {
  const live = (server: ModelServer, ...words: string[]): Promise<Told> =>
    patchpro(playground, ["-q", "eval", "run", "model", "--model", "compatible:m", "--format", "json", ...words], {
      env: { PATCHPRO_BASE_URL: `${server.url}/v1`, PATCHPRO_API_KEY: "k-for-tests" },
    });

  it("asks it, and records its attempts as an eval's; what it said can become a case of its own", async () => {
    await using server = await startModelServer();
    server.plays(
      { does: "reply", text: edit("    except:  # noqa: E722") },
      { does: "reply", text: edit("    except ValueError:") },
    );
    const { code, out, err } = await live(server);
    expect(err).toBe("");
    expect(code).toBe(0);
    const [row] = (JSON.parse(out) as { results: EvalResult[] }).results;
    expect(row).toMatchObject({ status: "passed", variant: "compatible:m auto", attempts: 2 });
    expect(server.seen).toHaveLength(2);

    const listed = await patchpro(playground, ["traces", "list", "--json"]);
    const { repairs } = JSON.parse(listed.out) as { repairs: { id: string }[] };
    const { out: shown } = await patchpro(playground, ["traces", "show", repairs[0]?.id ?? "", "--json"]);
    expect(JSON.parse(shown)).toMatchObject({ run: { kind: "eval", repository: "eval: model" } });
    const added = await patchpro(playground, ["eval", "add", repairs[0]?.id ?? "", "--name", "recorded"]);
    expect(added.out).toMatch(/it passes now/);
  });

  it("ends with 3 when the model cannot be asked, and with 4 when the money is gone", async () => {
    await using server = await startModelServer();
    server.plays({ does: "fail", status: 401 });
    expect((await live(server, "--no-record")).code).toBe(3);
    const poor = await live(server, "--no-record", "--budget-usd", "0.01");
    expect(poor.err).toMatch(/the price of compatible:m is not known/);
    expect(poor.code).toBe(4);
  });
});

describe("eval add", () => {
  it("makes a case of an attempt, which passes, and never writes over one", async () => {
    await using server = await startModelServer();
    server.plays(
      { does: "reply", text: edit("    except:  # noqa: E722") },
      { does: "reply", text: edit("    except ValueError:") },
    );
    playground.fill({ "a.py": BEFORE, "ruff.toml": '[lint]\nselect = ["E722"]\n' });
    const env = { PATCHPRO_BASE_URL: `${server.url}/v1`, PATCHPRO_API_KEY: "k-for-tests" };
    const words = ["-q", "run", "--sources", "model", "--model", "compatible:m", "--analyzer", "ruff"];
    expect((await patchpro(playground, words, { env })).out).toMatch(/1/);
    const { out } = await patchpro(playground, ["traces", "list", "--json"]);
    const [repair] = (JSON.parse(out) as { repairs: { id: string; attempts: { id: string }[] }[] }).repairs;
    const added = await patchpro(playground, ["eval", "add", repair?.id ?? "", "--name", "whole"]);
    expect(added).toMatchObject({
      code: 0,
      out: expect.stringMatching(/expects: accepted from model\n {2}it passes now/),
    });
    expect(JSON.parse(playground.read("evals/cases/whole/case.json"))).toMatchObject({
      select: "configured",
      targets: [{ rule: "E722", path: "a.py", line: 4 }],
    });
    expect(readFileSync(`${playground.root}/evals/cases/whole/reply-2.txt`, "utf8")).toContain("except ValueError");

    const first = repair?.attempts[0]?.id ?? "";
    const one = await patchpro(playground, ["eval", "add", first, "--name", "first"]);
    expect(one.out).toMatch(/expects: rejected at honest \(SCOPE_SUPPRESSION_ADDED\)\n {2}it passes now/);
    const wished = await patchpro(playground, ["eval", "add", first, "--name", "wished", "--expect", "accepted"]);
    expect(wished.out).toMatch(/it does not pass now: E722 at line 4: expected accepted, but it was rejected/);

    const again = await patchpro(playground, ["eval", "add", first, "--name", "first"]);
    expect(again).toMatchObject({ code: 2, err: expect.stringMatching(/exists already/) });
    expect(await run("whole", "first", "--no-record")).toMatchObject({ code: 0 });
  });
});
