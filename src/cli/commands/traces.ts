import { resolve } from "node:path";
import type { Command } from "commander";
import { EXIT, PatchProError } from "../../domain/errors.ts";
import type { TraceStore } from "../../ports/store.ts";
import { otlpExport } from "../../trace/otlp/export.ts";
import { renderAttempts, renderGc, renderMerge, renderRepair, renderRepairs } from "../../trace/render.ts";
import { type CommandContext, type CommonOptions, settle } from "../context.ts";
import { examplesText } from "../help.ts";
import { traceQuery } from "../loop/trace-query.ts";
import { oneOf, parseOption } from "../options.ts";
import { importTraces, openTraces, sendTraces, writeNewText } from "../wire.ts";

const DIALECTS = ["genai", "openinference", "both"] as const;
const DAY_MS = 86_400_000;

interface TraceOptions extends CommonOptions {
  readonly limit?: number;
  readonly json?: boolean;
  readonly full?: boolean;
  readonly otlp?: string;
  readonly content?: boolean;
  readonly dialect?: (typeof DIALECTS)[number];
  readonly olderThan?: number;
  readonly all?: boolean;
}

/** `patchpro traces`: what models were asked and what became of it. */
export function addTraces(program: Command, contextOf: () => CommandContext, exit: (code: number) => void): void {
  const traces = program
    .command("traces")
    .description("look at what models were asked, and what became of it")
    .addHelpText(
      "after",
      examplesText([{ command: "patchpro traces list outcome:rejected since:7d", does: "what was refused this week" }]),
    );
  const action = (
    work: (store: TraceStore, words: string, options: TraceOptions, context: CommandContext) => Promise<string>,
  ) => {
    return async (...given: unknown[]): Promise<void> => {
      const self = given.at(-1) as Command;
      const context = contextOf();
      const options = self.optsWithGlobals<TraceOptions>();
      const { root, config } = settle(context, options);
      const store = await openTraces(root, config);
      try {
        await context.stdout(await work(store, self.args.join(" "), options, context));
        exit(EXIT.done);
      } finally {
        await store.close();
      }
    };
  };
  traces
    .command("list")
    .description("repairs, newest first; a query as in the page narrows them")
    .argument("[query...]", "such as rule:F401 outcome:rejected attempts:>1 cost:>0.01")
    .option("--limit <number>", "how many", parseOption.wholeNumber, 20)
    .option("--json", "print rows as data")
    .addHelpText(
      "after",
      examplesText([
        {
          command: 'patchpro traces list rule:S608 outcome:rejected "git apply"',
          does: "lists repairs of one rule that were rejected and mention git apply",
        },
      ]),
    )
    .action(action(list));
  traces
    .command("search")
    .description("attempts whose prompt, reply, patch or error holds these words")
    .argument("<words...>", "words, or a query")
    .option("--limit <number>", "how many", parseOption.wholeNumber, 20)
    .addHelpText(
      "after",
      examplesText([
        { command: "patchpro traces search corrupt patch", does: "finds attempts that mention both words" },
      ]),
    )
    .action(action(search));
  traces
    .command("show")
    .description("one repair with all its attempts")
    .argument("<id>", "a repair's or an attempt's id, or its beginning")
    .option("--full", "with whole prompts and replies")
    .option("--json", "print it as data")
    .addHelpText(
      "after",
      examplesText([{ command: "patchpro traces show 01K9 --full", does: "shows what the model saw and said" }]),
    )
    .action(action(show));
  traces
    .command("export")
    .description(
      "traces as OpenTelemetry (OTLP/HTTP JSON), to a file or an endpoint; a run sends them itself, without content, where OTEL_EXPORTER_OTLP_ENDPOINT is set",
    )
    .argument("[query...]", "which ones; all if left out")
    .requiredOption("--otlp <place>", "a file, or an http(s) address")
    .option("--content", "with prompts and replies, which are left out otherwise")
    .option(
      "--dialect <name>",
      `attribute names: ${DIALECTS.join(", ")}`,
      (text: string) => oneOf(DIALECTS, text),
      "genai",
    )
    .addHelpText(
      "after",
      examplesText([
        { command: "patchpro traces export --otlp traces.json", does: "writes what any OpenTelemetry viewer reads" },
      ]),
    )
    .action(action(exportTraces));
  traces
    .command("import")
    .description("add what other stores or trace folders hold; doing it twice changes nothing")
    .argument("<places...>", "folders with trace files, or databases")
    .addHelpText(
      "after",
      examplesText([
        {
          command: "patchpro traces import shard-1/.patchpro/traces shard-2/.patchpro/traces",
          does: "merges the traces of CI shards",
        },
      ]),
    )
    .action(action((store, words, _, context) => importAll(store, words.split(" "), context)));
  traces
    .command("gc")
    .description("delete old attempts, and the texts that nothing refers to any more")
    .option("--older-than <days>", "what started longer ago than this", parseOption.wholeNumber, 90)
    .option("--all", "also those that people labelled")
    .addHelpText(
      "after",
      examplesText([
        { command: "patchpro traces gc --older-than 30", does: "keeps a month, and everything with a label" },
      ]),
    )
    .action(
      action(async (store, _, { olderThan, all }) =>
        renderGc(await store.gc({ olderThanMs: (olderThan ?? 90) * DAY_MS, keepLabelled: all !== true })),
      ),
    );
}

async function list(store: TraceStore, words: string, { limit, json }: TraceOptions): Promise<string> {
  const { items } = await store.listRepairs(traceQuery(words), { size: Math.min(500, Math.max(1, limit ?? 20)) });
  return json ? `${JSON.stringify({ version: 1, repairs: items }, null, 2)}\n` : renderRepairs(items);
}

async function search(store: TraceStore, words: string, { limit }: TraceOptions): Promise<string> {
  const { items } = await store.listAttempts(traceQuery(words), { size: Math.min(500, Math.max(1, limit ?? 20)) });
  return renderAttempts(items);
}

async function show(store: TraceStore, id: string, { full, json }: TraceOptions): Promise<string> {
  const trace = (await store.repair(id)) ?? (await byAttempt(store, id));
  if (!trace)
    throw new PatchProError("input", `there is no repair or attempt ${id}`, "`patchpro traces list` shows the ids.");
  return json ? `${JSON.stringify(trace, null, 2)}\n` : renderRepair(trace, full === true);
}

async function byAttempt(store: TraceStore, id: string): ReturnType<TraceStore["repair"]> {
  const repair = await store.repairOfAttempt(id);
  return repair === undefined ? undefined : store.repair(repair);
}

async function exportTraces(
  store: TraceStore,
  words: string,
  { otlp, content, dialect }: TraceOptions,
  context: CommandContext,
): Promise<string> {
  const traces = [];
  for await (const id of store.repairIds(traceQuery(words))) {
    const trace = await store.repair(id);
    if (trace) traces.push(trace);
  }
  const body = otlpExport(traces, { content: content === true ? "full" : "none", dialect: dialect ?? "genai" });
  const place = otlp ?? "";
  if (/^https?:/.test(place)) await sendTraces(place, body);
  else await writeNewText(resolve(context.cwd, place), `${JSON.stringify(body)}\n`);
  return `Exported ${traces.length} repairs to ${place}.\n`;
}

async function importAll(store: TraceStore, places: readonly string[], context: CommandContext): Promise<string> {
  const lines: string[] = [];
  for (const place of places)
    lines.push(`${place}: ${renderMerge(await importTraces(store, resolve(context.cwd, place)))}`);
  return lines.map((line) => (line.endsWith("\n") ? line : `${line}\n`)).join("");
}
