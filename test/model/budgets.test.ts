import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { scriptedProvider } from "../../src/adapters/providers/scripted.ts";
import { exitCodeOf } from "../../src/cli/exit.ts";
import { BudgetLedger, type Limits, type Reservation } from "../../src/plan/budget.ts";
import { toyLinter } from "../pipeline/toy/linter.ts";
import { openPlayground } from "../pipeline/toy/repair.ts";
import { endsOf, type LoopOptions, runLoop } from "./support/loop.ts";
import { failure, rewriteLines } from "./support/replies.ts";

const playground = openPlayground();
afterAll(() => playground.remove());
const lint = toyLinter([{ id: "no-bad", match: "bad\\d*\\(\\)" }]);
const NO_LIMIT: Limits = { usd: undefined, tokens: undefined, ms: undefined, attempts: undefined };

/** Ten dollars a million tokens: a request of a thousand tokens of output costs up to a cent and a bit. */
const price = { input: 10, output: 10 };
const fixing = (options: Parameters<typeof scriptedProvider>[1] = { price }) =>
  scriptedProvider(
    (request) => rewriteLines(request, (line) => line.replace("bad", "good"), /File: `(\S+)`/.exec(request.user)?.[1]),
    options,
  );

function filled(files: number, each = "bad1()\n"): void {
  playground.fill(Object.fromEntries(Array.from({ length: files }, (_, at) => [`f${at}.py`, each])));
}

async function spend(options: Partial<LoopOptions>, model = fixing()) {
  const loop = await runLoop(playground, { lint, chain: [model], ...options });
  const { findings } = loop.result;
  const counts = Map.groupBy(findings, ({ outcome }): string =>
    outcome.kind === "skipped" ? outcome.skip : outcome.kind,
  );
  return {
    ...loop,
    model,
    count: (what: string) => counts.get(what)?.length ?? 0,
    exit: exitCodeOf(loop.result, "never"),
  };
}

describe("a budget of the run", () => {
  it("in dollars ends it in order: what was proved stays, the rest is over budget, and the exit code is 4", async () => {
    filled(6);
    const { result, count, exit } = await spend({ budget: { run: { usd: 0.06 } }, settings: { concurrency: 1 } });
    expect(result.stopped).toMatchObject({ why: "budget", detail: expect.stringMatching(/more than \$0.06/) });
    expect(result.costUsd ?? 1).toBeLessThanOrEqual(0.06);
    expect(count("accepted")).toBeGreaterThan(0);
    expect(count("over-budget")).toBeGreaterThan(0);
    expect(count("accepted") + count("over-budget")).toBe(6);
    expect(exit).toBe(4);
  });

  it("is not given up while requests under way only hold what they will not cost", async () => {
    filled(6);
    const { result, count, exit } = await spend({
      budget: { run: { usd: 0.2 } },
      settings: { concurrency: 6, maxOutputTokens: 8000 },
    });
    expect(result.stopped).toBeUndefined();
    expect([count("accepted"), exit]).toEqual([6, 0]);
  });

  it("in dollars, with a model of unknown price, asks nothing and says how to state it", async () => {
    filled(1);
    const model = { ...fixing(), ceilingUsd: () => undefined };
    const { result, exit } = await spend({ budget: { run: { usd: 1 } }, chain: [model] });
    expect(result.stopped?.detail).toMatch(/price of the model is not known.*\[model\.prices\]/);
    expect([model.calls.length, exit]).toEqual([0, 4]);
  });

  it("without a limit in dollars, an unknown price is unknown in the result and no obstacle", async () => {
    filled(1);
    const inner = fixing();
    const model = {
      ...inner,
      ceilingUsd: () => undefined,
      ask: async (request: Parameters<typeof inner.ask>[0]) => ({ ...(await inner.ask(request)), costUsd: undefined }),
    };
    const { result, count } = await spend({ chain: [model] });
    expect([result.costUsd, count("accepted")]).toEqual([undefined, 1]);
  });

  it("in tokens holds also where the server counts none", async () => {
    filled(5);
    const inner = fixing({});
    const usage = {
      inputTokens: undefined,
      outputTokens: undefined,
      cachedInputTokens: undefined,
      reasoningTokens: undefined,
    };
    const model = {
      ...inner,
      ask: async (request: Parameters<typeof inner.ask>[0]) => ({ ...(await inner.ask(request)), usage }),
    };
    const { count, exit } = await spend({
      chain: [model],
      budget: { run: { tokens: 4000 } },
      settings: { concurrency: 1, maxOutputTokens: 500 },
    });
    expect(count("accepted")).toBeGreaterThan(0);
    expect(count("over-budget")).toBeGreaterThan(0);
    expect(exit).toBe(4);
  });

  it("in seconds ends it, and no request may outlast what is left", async () => {
    filled(4);
    let clock = 0;
    const asked: number[] = [];
    const model = scriptedProvider((request) => {
      asked.push(request.timeoutMs);
      clock += 3000;
      return rewriteLines(request, (line) => line.replace("bad", "good"), /File: `(\S+)`/.exec(request.user)?.[1]);
    });
    const { count, exit } = await spend(
      { now: () => clock, budget: { run: { ms: 8000 } }, settings: { concurrency: 1, timeoutMs: 6000 } },
      model,
    );
    expect(asked).toEqual([6000, 5000, 2000]);
    expect([count("accepted"), count("over-budget"), exit]).toEqual([3, 1, 4]);
  });

  it("in attempts counts requests", async () => {
    filled(4);
    const { model, exit } = await spend({ budget: { run: { attempts: 2 } }, settings: { concurrency: 1 } });
    expect([model.calls.length, exit]).toEqual([2, 4]);
  });
});

describe("a budget of a file or a finding", () => {
  it("of a file lets the other files go on", async () => {
    playground.fill({ "a.py": "bad1()\n\nbad2()\n\nbad3()\n", "b.py": "bad1()\n" });
    const { count, exit, result } = await spend({
      budget: { file: { attempts: 1 } },
      settings: { strategy: "single" },
    });
    expect([count("accepted"), count("over-budget"), exit]).toEqual([2, 2, 4]);
    expect(result.stopped).toBeUndefined();
  });

  it("of a finding ends with what was wrong last, if there was something", async () => {
    playground.fill({ "a.py": "bad1()\n" });
    const model = scriptedProvider((request, call) =>
      rewriteLines(request, (line) => `${line}  # ${call} ${"y".repeat(call)}`),
    );
    const { result } = await spend({ budget: { finding: { attempts: 2 } }, settings: { attempts: 5 } }, model);
    expect(endsOf(result)).toEqual(["a.py:1 rejected at cleared"]);
    expect(model.calls).toHaveLength(2);
  });

  it("charges a finding its share of a batch", () => {
    const ledger = new BudgetLedger({ run: NO_LIMIT, file: NO_LIMIT, finding: { ...NO_LIMIT, usd: 0.5 } });
    const batch = ledger.reserve("a", ["1", "2"], { usd: 1, tokens: 0 }, 0);
    expect("refused" in batch).toBe(false);
    expect(ledger.reserve("a", ["1"], { usd: 0.1, tokens: 0 }, 0)).toMatchObject({
      wholeRun: false,
      mayFitLater: true,
    });
    if (!("refused" in batch)) batch.settle({ usd: 0.2, tokens: 0 });
    expect("refused" in ledger.reserve("a", ["1"], { usd: 0.4, tokens: 0 }, 0)).toBe(false);
  });
});

describe("failures of a provider", () => {
  it("fail only their findings, the numbers add up, and the exit code is 3", async () => {
    filled(4);
    const inner = fixing();
    const model = {
      ...inner,
      ask: async (request: Parameters<typeof inner.ask>[0]) =>
        request.user.includes("f2.py") ? failure("LLM_ERROR", { httpStatus: 500 }) : inner.ask(request),
    };
    const { count, exit, result } = await spend({ chain: [model] });
    expect([count("accepted"), count("failed"), exit]).toEqual([3, 1, 3]);
    expect(result.stopped).toBeUndefined();
  });

  it.each(["LLM_TIMEOUT", "LLM_RATE_LIMIT", "LLM_ERROR"] as const)(
    "%s of a batch fails its findings and no others of the file",
    async (code) => {
      playground.fill({ "a.py": Array.from({ length: 25 }, (_, at) => `bad${at}()\n\n`).join("") });
      const model = scriptedProvider((request, call) =>
        call === 0 ? failure(code) : rewriteLines(request, (line) => line.replace("bad", "good")),
      );
      const { count } = await spend({}, model);
      expect([count("failed"), count("accepted")]).toEqual([20, 5]);
    },
  );

  it.each(["LLM_EMPTY", "LLM_CONTENT_FILTER", "LLM_CONTEXT_OVERFLOW"] as const)(
    "%s of a batch is asked about finding by finding",
    async (code) => {
      playground.fill({ "a.py": "bad1()\n\nbad2()\n" });
      const model = scriptedProvider((request) =>
        request.key.task === "repair.batch"
          ? failure(code)
          : rewriteLines(request, (line) => line.replace("bad", "good")),
      );
      const { count } = await spend({}, model);
      expect(count("accepted")).toBe(2);
    },
  );

  it("a refused key ends the work with models at once: everything left is failed, and the exit code is 3", async () => {
    filled(8);
    const model = scriptedProvider(() => failure("LLM_AUTH", { reason: "the server refuses the key" }));
    const { count, exit, result } = await spend({ settings: { concurrency: 2 } }, model);
    expect(model.calls.length).toBeLessThanOrEqual(2);
    expect([count("failed"), exit]).toEqual([8, 3]);
    expect(result.stopped).toMatchObject({ why: "outside-failed", detail: "the server refuses the key" });
  });
});

describe("Ctrl-C", () => {
  it("while replies are slow ends the run with what is proved; the findings asked about are interrupted, not failed", async () => {
    filled(3);
    const stop = new AbortController();
    const inner = fixing();
    const model = {
      ...inner,
      ask: async (request: Parameters<typeof inner.ask>[0]) => {
        if (request.user.includes("f0.py")) return inner.ask(request);
        setTimeout(() => stop.abort(), 300);
        await new Promise((resolve) => request.signal?.addEventListener("abort", resolve));
        return failure("LLM_ERROR", { reason: "stopped" });
      },
    };
    const { result, count, exit } = await spend({ chain: [model], signal: stop.signal, settings: { concurrency: 1 } });
    expect([count("accepted"), count("interrupted"), exit]).toEqual([1, 2, 130]);
    expect(result.stopped?.why).toBe("interrupted");
  });
});

describe("concurrency", () => {
  it("bounds the files that are worked on at once, and uses all of it", async () => {
    filled(9);
    let [now, most] = [0, 0];
    const inner = fixing();
    const model = {
      ...inner,
      ask: async (request: Parameters<typeof inner.ask>[0]) => {
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setTimeout(resolve, 20));
        now -= 1;
        return inner.ask(request);
      },
    };
    const { count } = await spend({ chain: [model], settings: { concurrency: 3 } });
    expect([most, count("accepted")]).toEqual([3, 9]);
  });

  it("an analyzer that crashes ends all files' work before the run does", async () => {
    filled(4);
    let looks = 0;
    const crash = (): void => {
      looks += 1;
      if (looks > 2) throw new Error("crashed");
    };
    await expect(spend({ onLook: crash, settings: { concurrency: 2 } })).rejects.toThrow("crashed");
    const after = looks;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(looks).toBe(after);
  });
});

describe("BudgetLedger", () => {
  const amount = fc.double({ min: 0, max: 2, noNaN: true });
  const request = fc.record({
    path: fc.constantFrom("a", "b"),
    findings: fc.uniqueArray(fc.constantFrom("1", "2", "3"), { minLength: 1 }),
    ceiling: amount,
    cost: fc.double({ min: 0, max: 1, noNaN: true }),
    late: fc.boolean(),
  });
  const limit = fc.option(fc.double({ min: 0, max: 5, noNaN: true }), { nil: undefined });

  it("never lets requests cost more than any limit, in whatever order they end", () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 40 }), limit, limit, limit, (requests, run, file, finding) => {
        const ledger = new BudgetLedger({
          run: { ...NO_LIMIT, usd: run },
          file: { ...NO_LIMIT, tokens: file },
          finding: { ...NO_LIMIT, usd: finding },
        });
        const spent = { run: 0, files: new Map<string, number>(), findings: new Map<string, number>() };
        const late: (() => void)[] = [];
        for (const { path, findings, ceiling, cost, late: isLate } of requests) {
          const reserved = ledger.reserve(path, findings, { usd: ceiling, tokens: ceiling }, 0);
          if ("refused" in reserved) continue;
          const settle = settling(reserved, ceiling * cost, path, findings, spent);
          if (isLate) late.push(settle);
          else settle();
        }
        for (const settle of late) settle();
        expect(spent.run).toBeLessThanOrEqual((run ?? Infinity) + 1e-6);
        for (const tokens of spent.files.values()) expect(tokens).toBeLessThanOrEqual((file ?? Infinity) + 1e-6);
        for (const usd of spent.findings.values()) expect(usd).toBeLessThanOrEqual((finding ?? Infinity) + 1e-6);
      }),
    );
  });

  function settling(
    reservation: Reservation,
    cost: number,
    path: string,
    findings: readonly string[],
    spent: { run: number; files: Map<string, number>; findings: Map<string, number> },
  ): () => void {
    return () => {
      reservation.settle({ usd: cost, tokens: cost });
      spent.run += cost;
      spent.files.set(path, (spent.files.get(path) ?? 0) + cost);
      for (const id of findings) spent.findings.set(id, (spent.findings.get(id) ?? 0) + cost / findings.length);
    };
  }

  it("says that a request may fit later only if it would fit when nothing is under way", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ ceiling: amount, cost: fc.double({ min: 0, max: 1, noNaN: true }) }), {
          minLength: 1,
          maxLength: 20,
        }),
        amount,
        amount,
        (requests, wanted, most) => {
          const ledger = new BudgetLedger({ run: { ...NO_LIMIT, usd: most }, file: NO_LIMIT, finding: NO_LIMIT });
          const open = requests.flatMap(({ ceiling, cost }) => {
            const reserved = ledger.reserve("a", ["1"], { usd: ceiling, tokens: 0 }, 0);
            return "refused" in reserved ? [] : [() => reserved.settle({ usd: 0 * cost, tokens: 0 })];
          });
          const first = ledger.reserve("a", ["1"], { usd: wanted, tokens: 0 }, 0);
          if (!("refused" in first)) return;
          for (const settle of open) settle();
          const again = ledger.reserve("a", ["1"], { usd: wanted, tokens: 0 }, 0);
          expect("refused" in again).toBe(!first.mayFitLater);
        },
      ),
    );
  });
});
