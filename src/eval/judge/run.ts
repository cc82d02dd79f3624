import type { Judge, JudgeCall, JudgedAttempt, JudgePurpose } from "../../domain/judge.ts";
import type { Judgements } from "../../ports/judgements.ts";
import { askJudge, type JudgeQuestion, type JudgeTools, judgeQuestion } from "./ask.ts";
import { currentJudgements } from "./current.ts";

export interface JudgeOrder {
  readonly judge: Judge;
  readonly attemptIds: readonly string[];
  readonly purpose: JudgePurpose;
  /** How often each attempt is judged. What was judged before counts, except for anchors. */
  readonly repeat: number;
  /** US dollars; undefined: no limit. */
  readonly budgetUsd: number | undefined;
  /** Requests at the same time. */
  readonly concurrency: number;
}

/** What a run of a judge came to. */
export interface JudgeRun {
  readonly judge: Judge;
  readonly calls: readonly JudgeCall[];
  /** Judgements that were there before, so nothing was asked. */
  readonly before: number;
  /** Questions that were not asked, because the budget or the user ended the run. */
  readonly left: number;
  readonly ended: "done" | "budget" | "stopped";
}

/** Provider failures in a row after which asking on is of no use. */
const FAILURES_IN_A_ROW = 5;

/** Judges attempts, writing each call down as soon as it is answered: a run that was cut off goes on where it stopped. */
export async function runJudge(
  order: JudgeOrder,
  store: Pick<Judgements, "addJudge" | "addCalls" | "judgements" | "attempt">,
  tools: JudgeTools,
  told: (done: number, of: number) => void = () => {},
): Promise<JudgeRun> {
  const { judge, purpose } = order;
  await store.addJudge(judge);
  const before = currentJudgements(await store.judgements(judge.id), tools.now());
  const known = new Set(
    before.filter((each) => each.purpose !== "anchor").map((each) => `${each.attemptId} ${each.sample}`),
  );
  const wanted = order.attemptIds.flatMap((id) =>
    Array.from({ length: order.repeat }, (_, at) => ({ id, sample: at + 1 })),
  );
  const open = purpose === "anchor" ? wanted : wanted.filter(({ id, sample }) => !known.has(`${id} ${sample}`));
  const purse = new Purse(order.budgetUsd);
  const calls: JudgeCall[] = [];
  let ended: JudgeRun["ended"] = "done";
  let failures = 0;
  let next = 0;
  let skipped = 0;

  const work = async (): Promise<void> => {
    while (ended === "done" && next < open.length) {
      const { id, sample } = open[next++] ?? { id: "", sample: 0 };
      const judged: JudgedAttempt | undefined = await store.attempt(id);
      if (!judged) {
        skipped += 1;
        continue;
      }
      if (tools.signal?.aborted) ended = "stopped";
      const question = judgeQuestion(judge, judged, { purpose, sample }, tools);
      if (ended === "done" && !purse.reserve(question, tools)) ended = "budget";
      if (ended !== "done") return;
      const call = await askJudge(judge, question, tools);
      purse.settle(question, call, tools);
      await store.addCalls([call]);
      calls.push(call);
      failures = call.answeredBy === undefined ? failures + 1 : 0;
      if (failures >= FAILURES_IN_A_ROW) ended = "stopped";
      told(calls.length, open.length);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, order.concurrency) }, work));
  return { judge, calls, before: wanted.length - open.length, left: open.length - skipped - calls.length, ended };
}

/** What may still be spent. A request is paid for before it is sent, at the most that it could cost. */
class Purse {
  readonly #limit: number | undefined;
  #spent = 0;

  constructor(limit: number | undefined) {
    this.#limit = limit;
  }

  reserve({ request }: JudgeQuestion, { provider }: JudgeTools): boolean {
    const ceiling = provider.ceilingUsd(request) ?? 0;
    if (this.#limit !== undefined && this.#spent + ceiling > this.#limit) return false;
    this.#spent += ceiling;
    return true;
  }

  settle({ request }: JudgeQuestion, { costMicroUsd }: JudgeCall, { provider }: JudgeTools): void {
    const ceiling = provider.ceilingUsd(request) ?? 0;
    if (costMicroUsd !== undefined) this.#spent += costMicroUsd / 1e6 - ceiling;
  }
}
