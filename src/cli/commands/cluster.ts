import { userInfo } from "node:os";
import type { Command } from "commander";
import type { ClusterRun, ClusterWord } from "../../domain/cluster.ts";
import { EXIT, PatchProError } from "../../domain/errors.ts";
import { clusterOf } from "../../eval/clusters/people.ts";
import { renderCluster, renderClusterRun } from "../../eval/clusters/render.ts";
import type { TraceStore } from "../../ports/store.ts";
import { type CommandContext, type CommonOptions, settle } from "../context.ts";
import { examplesText } from "../help.ts";
import { oneOf, parseOption } from "../options.ts";
import { type ClusterBench, clusterBench, LEXICAL, momentOf } from "../wire/clusters.ts";
import { openTraces } from "../wire.ts";

const FORMATS = ["text", "json"] as const;

interface ClusterOptions extends CommonOptions {
  readonly query?: string;
  readonly since?: string;
  readonly top?: number;
  readonly format?: (typeof FORMATS)[number];
  readonly embedder?: string;
  readonly seed?: number;
  readonly names?: boolean;
  readonly name?: string;
  readonly definition?: string;
  readonly pick?: string;
  readonly by?: string;
}

/** What a subcommand works with. */
interface Desk {
  readonly bench: ClusterBench;
  readonly store: TraceStore;
  readonly options: ClusterOptions;
}

/** `patchpro cluster`: why patches fail, largest cause first. */
export function addCluster(program: Command, contextOf: () => CommandContext, exit: (code: number) => void): void {
  const action =
    (work: (words: readonly string[], desk: Desk) => Promise<string>) =>
    async (...given: unknown[]): Promise<void> => {
      const self = given.at(-1) as Command;
      const context = contextOf();
      const options = self.optsWithGlobals<ClusterOptions>();
      const { root, config } = settle(context, options);
      const store = await openTraces(root, config);
      try {
        const bench = clusterBench(store, config, context);
        await context.stdout(await work(self.args, { bench, store, options }));
        exit(EXIT.done);
      } finally {
        await store.close();
      }
    };
  const say = (read: (words: readonly string[], options: ClusterOptions, run: ClusterRun) => ClusterWord) =>
    action(async (words, desk) => {
      const word = read(words, desk.options, await newest(desk.store));
      return shown(await desk.bench.say(word, desk.options.by ?? userName()), desk.options);
    });

  const cluster = program
    .command("cluster")
    .description("group what failed by cause: name, share, money wasted, trend, examples, and what to do")
    .option("--query <query>", "only failures that match, as in `traces list`", "")
    .option(
      "--since <time>",
      "only what started since then (30d, 12h, 2026-11-01); trends compare with the time before",
    )
    .option("--top <number>", "how many to show in full", parseOption.wholeNumber, 5)
    .option("--format <format>", `output: ${FORMATS.join(", ")}`, (text: string) => oneOf(FORMATS, text), "text")
    .option(
      "--embedder <name>",
      "`lexical` (built in, no network), or a model such as openai:text-embedding-3-small",
      LEXICAL,
    )
    .option("--seed <number>", "the same seed gives the same groups", parseOption.wholeNumber, 1)
    .option("--no-names", "do not ask the configured model for names")
    .option("--by <name>", "who says it, for merge, split, rename, fixed, reopen (default: your user name)")
    .addHelpText(
      "after",
      examplesText([
        {
          command: "patchpro cluster --since 30d",
          does: "shows the five largest causes of the last 30 days, with their trends",
        },
        {
          command: "patchpro cluster --query rule:S608 --format json",
          does: "prints the causes of one rule's failures as data",
        },
      ]),
    )
    .action(
      action(async (_, { bench, options }) => {
        const { query = "", since, seed = 1, embedder = LEXICAL, names } = options;
        const wish = { query, seed, embedder, naming: names !== false };
        return shown(await bench.find({ ...wish, ...(since !== undefined && { since: momentOf(since) }) }), options);
      }),
    );
  cluster
    .command("show")
    .description("one cluster of the newest run, with its masked messages")
    .argument("<cluster>", "its key, the beginning of it, or its rank")
    .addHelpText(
      "after",
      examplesText([{ command: "patchpro cluster show 1", does: "shows the largest, with numbered messages" }]),
    )
    .action(
      action(async ([named = ""], { store, options }) => {
        const found = clusterOf(await newest(store), named);
        return options.format === "json" ? json(found) : `${renderCluster(found, true)}\n`;
      }),
    );
  cluster
    .command("rename")
    .description("give a cluster a name; it keeps it in later runs")
    .argument("<cluster>", "its key, the beginning of it, or its rank")
    .requiredOption("--name <name>", "the name")
    .option("--definition <text>", "what belongs to it")
    .addHelpText(
      "after",
      examplesText([{ command: 'patchpro cluster rename c3f1 --name "Edits of stale files"', does: "renames it" }]),
    )
    .action(
      say(([named = ""], { name = "", definition }) => ({
        kind: "rename",
        cluster: named,
        name,
        ...(definition !== undefined && { definition }),
      })),
    );
  cluster
    .command("merge")
    .description("make several clusters one; later runs keep them together")
    .argument("<clusters...>", "their keys, the beginnings of them, or their ranks")
    .option("--name <name>", "the name of what comes out")
    .addHelpText(
      "after",
      examplesText([{ command: 'patchpro cluster merge c3f1 c9a0 --name "Cut off"', does: "merges two" }]),
    )
    .action(say((clusters, { name }) => ({ kind: "merge", clusters, ...(name !== undefined && { name }) })));
  cluster
    .command("split")
    .description("take messages out of a cluster into one of their own; later runs keep them apart")
    .argument("<cluster>", "its key, the beginning of it, or its rank")
    .requiredOption("--pick <numbers>", "the messages that leave, as `cluster show` numbers them: 2,3,5")
    .requiredOption("--name <name>", "the name of the new cluster")
    .addHelpText(
      "after",
      examplesText([
        { command: 'patchpro cluster split 1 --pick 2,3 --name "Import errors"', does: "splits two messages off" },
      ]),
    )
    .action(
      say(([named = ""], { pick = "", name = "" }, run) => {
        const { signatures } = clusterOf(run, named);
        const picked = pick.split(",").map((number) => signatures[Number(number.trim()) - 1]);
        if (picked.includes(undefined))
          throw new PatchProError(
            "usage",
            `--pick ${pick}: there are messages 1 to ${signatures.length}.`,
            `\`patchpro cluster show ${named}\` lists them.`,
          );
        return { kind: "split", cluster: named, name, signatures: picked.filter((each) => each !== undefined) };
      }),
    );
  for (const [kind, does] of [
    ["fixed", "mark as fixed, and be told when it comes back"],
    ["reopen", "take back that it is fixed"],
  ] as const)
    cluster
      .command(kind)
      .description(does)
      .argument("<cluster>", "its key, the beginning of it, or its rank")
      .addHelpText("after", examplesText([{ command: `patchpro cluster ${kind} c3f1`, does }]))
      .action(say(([named = ""]) => ({ kind, cluster: named })));
}

function shown(run: ClusterRun, { format, top = 5 }: ClusterOptions): string {
  return format === "json" ? json({ version: 1, ...run }) : renderClusterRun(run, Math.max(1, top));
}

async function newest(store: TraceStore): Promise<ClusterRun> {
  const run = await store.clusters.find("latest");
  if (!run) throw new PatchProError("input", "There are no clusters yet.", "Run `patchpro cluster` first.");
  return run;
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return "somebody";
  }
}
