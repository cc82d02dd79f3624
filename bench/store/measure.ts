import { EVERYTHING, type TraceQuery } from "../../src/domain/trace-query.ts";
import type { TraceStore } from "../../src/ports/store.ts";
import { parseQuery } from "../../src/trace/query.ts";

interface Question {
  readonly name: string;
  /** Milliseconds that its median should stay below; undefined: none was set. */
  readonly aim?: number;
  readonly ask: () => Promise<unknown>;
}

const REPEATS = 25;
/** Milliseconds after which a question is asked no more. */
const LONG_ENOUGH = 8000;

/** Asks what the page asks, and prints median and 95th percentile. */
export async function measure(store: TraceStore, someRepair: string, someTicket: string): Promise<void> {
  const page = { size: 50 };
  const second = (await store.listRepairs(EVERYTHING, page)).next;
  const questions: Question[] = [
    { name: "list, newest", aim: 20, ask: () => store.listRepairs(EVERYTHING, page) },
    {
      name: "list, second page",
      aim: 20,
      ask: () => store.listRepairs(EVERYTHING, { ...page, ...(second !== undefined && { after: second }) }),
    },
    { name: "list, by cost", aim: 20, ask: () => store.listRepairs(EVERYTHING, { ...page, sort: "cost" }) },
    {
      name: "list, rule and outcome",
      aim: 20,
      ask: () => store.listRepairs(query("rule:F401 outcome:rejected"), page),
    },
    {
      name: "list, model, code, cost",
      aim: 20,
      ask: () => store.listRepairs(query("model:openai:gpt-5 code:SYNTAX_ERROR cost:>0.0001"), page),
    },
    { name: "list of attempts", aim: 20, ask: () => store.listAttempts(query("outcome:rejected"), page) },
    { name: "facets, everything", ask: () => store.facets(EVERYTHING) },
    { name: "facets, one rule", ask: () => store.facets(query("rule:F401")) },
    { name: "search, rare word", aim: 100, ask: () => store.listRepairs(query(someTicket), page) },
    { name: "search, common word", aim: 100, ask: () => store.listRepairs(query("finding"), page) },
    { name: "search, common phrase", aim: 100, ask: () => store.listRepairs(query('"corrupt patch"'), page) },
    {
      name: "search, common word, rule, outcome",
      aim: 100,
      ask: () => store.listRepairs(query("finding rule:F401 outcome:rejected"), page),
    },
    { name: "open a repair", aim: 50, ask: () => store.repair(someRepair) },
    { name: "overview, everything", aim: 200, ask: () => store.overview({}) },
    {
      name: "overview, a week",
      aim: 200,
      ask: () => store.overview({ since: Date.UTC(2026, 9, 5), until: Date.UTC(2026, 9, 12) }),
    },
    { name: "lease 20 to label", ask: () => store.labelQueue({ rater: "ann", size: 20 }) },
  ];
  for (const question of questions) await time(question, store.dialect === "sqlite");
}

/** `inProcess`: the database works in this process, so that its processor time is known: that stays the same on a busy machine. */
async function time({ name, aim, ask }: Question, inProcess: boolean): Promise<void> {
  const times: number[] = [];
  const used: number[] = [];
  const began = performance.now();
  while (times.length < REPEATS && performance.now() - began < LONG_ENOUGH) {
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    await ask();
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(cpu);
    used.push((user + system) / 1000);
  }
  const at = (share: number, of = times) =>
    (of.toSorted((a, b) => a - b)[Math.min(of.length - 1, Math.ceil(share * of.length) - 1)] ?? 0).toFixed(1);
  const median = inProcess ? at(0.5, used) : at(0.5);
  const missed = aim !== undefined && Number(median) > aim ? "  over the aim" : "";
  const processor = inProcess ? `  processor ${median.padStart(6)} ms` : "";
  console.log(
    `  ${name.padEnd(38)} ${at(0.5).padStart(8)} ms  p95 ${at(0.95).padStart(8)} ms${processor}${aim === undefined ? "" : `  aim ${aim}`}${missed}`,
  );
}

function query(text: string): TraceQuery {
  const parsed = parseQuery(text, Date.now());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.query;
}
