import { resolve } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { sha256 } from "../../domain/digest.ts";
import { EXIT, PatchProError } from "../../domain/errors.ts";
import type { TrainingMethod } from "../../domain/training.ts";
import type { ReadDataset } from "../../eval/datasets/read-folder.ts";
import { TRAINING_PRICES_AS_OF, trainingCost } from "../../eval/datasets/training-price.ts";
import type { FineTuner, TrainingJob } from "../../ports/fine-tuner.ts";
import { type CommandContext, type CommonOptions, settle } from "../context.ts";
import { examplesText } from "../help.ts";
import { parseOption } from "../options.ts";
import {
  openDataset,
  openTrainingNotes,
  openTuner,
  type TrainingNote,
  type TrainingNotes,
} from "../wire/fine-tuning.ts";

interface CreateOptions extends CommonOptions {
  readonly dataset: string;
  readonly model: string;
  readonly suffix?: string;
  readonly epochs?: number;
  readonly yes?: boolean;
}

interface StatusOptions extends CommonOptions {
  readonly wait?: boolean;
  readonly every: number;
  readonly json?: boolean;
}

const ENDED = new Set<TrainingJob["state"]>(["succeeded", "failed", "cancelled"]);

/** `patchpro finetune`: a model of your own. */
export function addFinetune(program: Command, contextOf: () => CommandContext, exit: (code: number) => void): void {
  const finetune = program
    .command("finetune")
    .description("train a model on an exported dataset (OpenAI, or a server with the same API)")
    .addHelpText(
      "after",
      examplesText([
        {
          command: "patchpro finetune create --dataset .patchpro/datasets/3f9a --model gpt-4.1-mini-2025-04-14",
          does: "shows what would be sent and what it may cost",
        },
        { command: "patchpro finetune status", does: "asks how far the newest training is" },
      ]),
    );
  finetune
    .command("create")
    .description("show what would be sent; with --yes, upload it and start the training")
    .requiredOption("--dataset <folder>", "a folder that `dataset export` wrote")
    .requiredOption("--model <name>", "the base model, such as gpt-4.1-mini-2025-04-14", baseModel)
    .option("--suffix <text>", "part of the new model's name", suffix)
    .option("--epochs <number>", "how often each row is seen (default: the provider chooses)", epochs)
    .option("--yes", "send it")
    .addHelpText(
      "after",
      examplesText([
        {
          command: "patchpro finetune create --dataset .patchpro/datasets/0a1b2c3d4e5f --model gpt-4.1-mini-2025-04-14",
          does: "shows files, rows, tokens and the likely cost; sends nothing",
        },
      ]),
    )
    .action(async (_own: unknown, self: Command) => {
      exit(await create(self.optsWithGlobals<CreateOptions>(), contextOf()));
    });
  finetune
    .command("status")
    .description("what became of a training; when it is done, the name to use with --model")
    .argument("[id]", "a job's id; the newest that was started here if left out")
    .option("--wait", "until it has ended, with what happens on the way")
    .option("--every <seconds>", "how often to ask while waiting", parseOption.wholeNumber, 15)
    .option("--json", "print the job as data")
    .addHelpText(
      "after",
      examplesText([{ command: "patchpro finetune status --wait", does: "waits for the newest training to end" }]),
    )
    .action(async (id: string | undefined, _own: unknown, self: Command) => {
      exit(await status(id, self.optsWithGlobals<StatusOptions>(), contextOf()));
    });
}

async function create(options: CreateOptions, context: CommandContext): Promise<number> {
  const { model, suffix: ending, epochs: times, ...common } = options;
  const { root, config } = settle(context, common);
  const dataset = await openDataset(resolve(context.cwd, options.dataset));
  await context.stdout(describe(dataset, options));
  if (!options.yes) {
    await context.stdout("\nNothing was sent. The same with --yes uploads the files and starts the training.\n");
    return EXIT.done;
  }
  const { tuner, clock } = openTuner(config, context);
  const notes = openTrainingNotes(root);
  const key = sha256(JSON.stringify([dataset.contentHash, model, ending ?? "", times ?? 0]));
  const before = (await notes.all()).find((one) => one.key === key && one.address === tuner.address);
  if (before?.jobId !== undefined && (await isUnderWay(tuner, before.jobId, context))) {
    await context.stdout(`\nThis training was started before, as ${before.jobId}: \`patchpro finetune status\`.\n`);
    return EXIT.done;
  }
  const name = `${dataset.manifest.dataset} ${dataset.contentHash.slice(0, 12)}`;
  const begun: TrainingNote = {
    key,
    address: tuner.address,
    model,
    dataset: name,
    at: clock.now(),
    uploads: before?.uploads ?? {},
  };
  const sent = await upload(dataset, begun, tuner, notes, context);
  const job = await tuner.create(
    {
      model,
      method: methodOf(dataset),
      trainingFile: sent.uploads[dataset.train.name] ?? "",
      ...(dataset.validation && { validationFile: sent.uploads[dataset.validation.name] ?? "" }),
      ...(ending !== undefined && { suffix: ending }),
      ...(times !== undefined && { epochs: times }),
    },
    context.signal,
  );
  await notes.keep({ ...sent, jobId: job.id });
  await context.stdout(
    `\nStarted ${job.id} (${job.state}). \`patchpro finetune status --wait\` tells when it is done.\n`,
  );
  return EXIT.done;
}

/** Whether a job that is remembered still counts: one that failed or was cancelled may be started again. */
async function isUnderWay(tuner: FineTuner, id: string, { signal }: CommandContext): Promise<boolean> {
  const { state } = await tuner.job(id, signal);
  return state !== "failed" && state !== "cancelled";
}

/** Uploads what was not uploaded before, and takes each id down at once: a broken connection loses nothing. */
async function upload(
  { train, validation, contentHash }: ReadDataset,
  begun: TrainingNote,
  tuner: FineTuner,
  notes: TrainingNotes,
  context: CommandContext,
): Promise<TrainingNote> {
  let note = begun;
  for (const file of [train, ...(validation ? [validation] : [])]) {
    if (note.uploads[file.name] !== undefined) continue;
    const { id } = await tuner.upload(
      `${contentHash.slice(0, 12)}-${file.name}`,
      Buffer.from(file.text),
      context.signal,
    );
    note = { ...note, uploads: { ...note.uploads, [file.name]: id } };
    await notes.keep(note);
    await context.stdout(`Uploaded ${file.name} as ${id}.\n`);
  }
  return note;
}

async function status(id: string | undefined, options: StatusOptions, context: CommandContext): Promise<number> {
  const { root, config } = settle(context, options);
  const notes = openTrainingNotes(root);
  const jobId = id ?? (await notes.all()).findLast((note) => note.jobId !== undefined)?.jobId;
  if (jobId === undefined)
    throw new PatchProError(
      "input",
      "no training was started here",
      "Start one with `patchpro finetune create`, or name a job.",
    );
  const { tuner, clock } = openTuner(config, context);
  const told = new Set<string>();
  let job = await tuner.job(jobId, context.signal);
  while (options.wait && !ENDED.has(job.state)) {
    await tellEvents(tuner, jobId, told, options, context);
    await clock.sleep(Math.max(1, options.every) * 1000, context.signal);
    job = await tuner.job(jobId, context.signal);
  }
  await tellEvents(tuner, jobId, told, options, context);
  const note = (await notes.all()).find((one) => one.jobId === jobId);
  if (note && job.trainedModel !== undefined) await notes.keep({ ...note, trainedModel: job.trainedModel });
  await context.stdout(options.json ? `${JSON.stringify({ version: 1, job }, null, 2)}\n` : statusText(job));
  return job.state === "failed" ? EXIT.outsideFailed : EXIT.done;
}

async function tellEvents(
  tuner: FineTuner,
  jobId: string,
  told: Set<string>,
  { quiet }: StatusOptions,
  { stderr, signal }: CommandContext,
): Promise<void> {
  if (quiet) return;
  for (const { id, at, message } of await tuner.events(jobId, signal)) {
    if (told.has(id)) continue;
    told.add(id);
    stderr(`${new Date(at).toISOString().slice(0, 19).replace("T", " ")}  ${message}\n`);
  }
}

function statusText({ id, state, baseModel, trainedModel, trainedTokens, error }: TrainingJob): string {
  const lines = [`${id}: ${state.replaceAll("_", " ")}, from ${baseModel}`];
  if (trainedTokens !== undefined) lines.push(`Trained on ${trainedTokens} tokens.`);
  if (error !== undefined) lines.push(`The provider says: ${error}`);
  if (trainedModel !== undefined)
    lines.push(
      `Use it like any other model: --model openai:${trainedModel}`,
      `Its price is not known here; for budgets in dollars set [model.prices."openai:${trainedModel}"].`,
    );
  return `${lines.join("\n")}\n`;
}

function describe(dataset: ReadDataset, { model, suffix: ending, epochs: times }: CreateOptions): string {
  const { train, validation, manifest } = dataset;
  const { usd, epochs: counted } = trainingCost(model, train.tokens, times);
  const cost =
    usd === undefined
      ? `the price of training ${model} is not known`
      : `about $${usd.toFixed(2)} (${counted} epochs, list prices of ${TRAINING_PRICES_AS_OF})`;
  const files = [train, ...(validation ? [validation] : [])];
  return `${[
    `Train ${model}${ending === undefined ? "" : ` as "${ending}"`} (${methodOf(dataset)}) on ${manifest.dataset}, content ${dataset.contentHash.slice(0, 12)}:`,
    ...files.map(({ name, rows, tokens }) => `  ${name.padEnd(18)} ${rows} rows, about ${tokens} tokens`),
    `Repositories: ${Object.entries(manifest.repositories)
      .map(([name, { licences }]) => `${name} (${licences.join(", ")})`)
      .join(", ")}`,
    `Cost: ${cost}`,
  ].join("\n")}\n`;
}

function methodOf({ manifest: { format } }: ReadDataset): TrainingMethod {
  return format === "openai-preference" ? "dpo" : "supervised";
}

function baseModel(text: string): string {
  const name = text.replace(/^openai:/, "");
  if (!/^[\w.:-]{1,200}$/.test(name))
    throw new InvalidArgumentError("Name a model of OpenAI, such as gpt-4.1-mini-2025-04-14.");
  return name;
}

function suffix(text: string): string {
  if (!/^[\w.-]{1,64}$/.test(text)) throw new InvalidArgumentError("Use at most 64 letters, digits, '.', '-' and '_'.");
  return text;
}

function epochs(text: string): number {
  const count = parseOption.wholeNumber(text);
  if (count < 1 || count > 50) throw new InvalidArgumentError("Give a number from 1 to 50.");
  return count;
}
