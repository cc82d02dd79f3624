import { relative, resolve } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { LICENCE_ID } from "../../config/input.ts";
import { DATASET_FORMATS, type DatasetFormat, type DatasetVersion } from "../../domain/dataset.ts";
import { EXIT, PatchProError } from "../../domain/errors.ts";
import { manifestSchema } from "../../eval/datasets/manifest.ts";
import { renderManifest, renderPreview } from "../../eval/datasets/render.ts";
import type { TraceStore } from "../../ports/store.ts";
import { type CommandContext, type CommonOptions, settle } from "../context.ts";
import { examplesText } from "../help.ts";
import { FEWEST_ROWS, tooFewRows, USUAL_EXPORT } from "../loop/export-usual.ts";
import { traceQuery } from "../loop/trace-query.ts";
import { oneOf, parseOption } from "../options.ts";
import { type ExportOrder, prepareExport, refuseOther, writeExport } from "../wire/dataset-export.ts";
import { openTraces } from "../wire.ts";

interface ExportOptions extends CommonOptions {
  readonly format: DatasetFormat;
  readonly name: string;
  readonly query: string;
  readonly out?: string;
  readonly minRows: number;
  readonly licence?: readonly string[];
  readonly consent?: ReadonlyMap<string, readonly string[]>;
  readonly split: number;
  readonly seed: number;
  readonly maxTokens: number;
  readonly excludeCases?: readonly string[];
  readonly excludeSynthetic?: readonly string[];
  readonly weights?: boolean;
  /** Undefined: where it can be done. */
  readonly prove?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `patchpro dataset`: labelled repairs as training data. */
export function addDataset(program: Command, contextOf: () => CommandContext, exit: (code: number) => void): void {
  const dataset = program
    .command("dataset")
    .description("turn what people called good into training data")
    .addHelpText(
      "after",
      examplesText([
        { command: "patchpro dataset export --format openai-chat --dry-run", does: "says what would be written" },
      ]),
    );
  dataset
    .command("export")
    .description("labelled and proved repairs as files to train with; each row is checked again before it is written")
    .option(
      "--format <format>",
      DATASET_FORMATS.join(", "),
      (text: string) => oneOf(DATASET_FORMATS, text),
      "openai-chat",
    )
    .option("--name <name>", "what the dataset is called", datasetName, USUAL_EXPORT.dataset)
    .option("--query <query>", "only repairs under this query, as in `patchpro traces list`", "")
    .option("--out <folder>", "a new folder (default: .patchpro/datasets/…)")
    .option("--min-rows <number>", "refuse to write fewer rows to train on", parseOption.wholeNumber, FEWEST_ROWS)
    .option("--licence <spdx>", "only code under these licences; may be repeated", licences)
    .option("--consent <repository[=spdx]>", "the owner agreed; may be repeated (else: [dataset] consent)", consents)
    .option(
      "--split <share>",
      "of the repositories (files, if there is one) held back for validation",
      share,
      USUAL_EXPORT.validation,
    )
    .option("--seed <number>", "for the split", parseOption.wholeNumber, USUAL_EXPORT.seed)
    .option("--max-tokens <number>", "leave out longer rows", parseOption.wholeNumber, USUAL_EXPORT.maxTokens)
    .option(
      "--exclude-cases <folder>",
      "eval cases that no row may resemble; may be repeated (default: evals)",
      parseOption.more,
    )
    .option("--exclude-synthetic <file>", "the same for a file of `eval synth`; may be repeated", parseOption.more)
    .option("--weights", "say in chat rows that the answer counts (weight 1)")
    .option("--prove", "leave out what cannot be proved again here")
    .option("--no-prove", "do not run the analyzers again")
    .option("--dry-run", "write nothing: show counts, what is left out and why, and three rows")
    .option("--json", "print the manifest")
    .addHelpText(
      "after",
      examplesText([
        {
          command: "patchpro dataset export --dry-run",
          does: "shows what would be exported, and why the rest would not",
        },
        {
          command: "patchpro dataset export --format openai-preference --licence MIT --out pairs",
          does: "writes pairs of a proved and a failed answer, of MIT code only",
        },
      ]),
    )
    .action(async (_own: unknown, self: Command) => {
      exit(await exportCommand(self.optsWithGlobals<ExportOptions>(), contextOf()));
    });
  const withStore =
    (work: (store: TraceStore, id: string, options: { readonly json?: boolean }) => Promise<string>) =>
    async (...given: unknown[]): Promise<void> => {
      const self = given.at(-1) as Command;
      const context = contextOf();
      const options = self.optsWithGlobals<CommonOptions & { json?: boolean }>();
      const { root, config } = settle(context, options);
      const store = await openTraces(root, config);
      try {
        await context.stdout(await work(store, self.args[0] ?? "", options));
        exit(EXIT.done);
      } finally {
        await store.close();
      }
    };
  dataset
    .command("list")
    .description("versions that were exported, newest first")
    .option("--json", "print them as data")
    .addHelpText(
      "after",
      examplesText([{ command: "patchpro dataset list", does: "lists every export of this store" }]),
    )
    .action(withStore(async (store, _, { json }) => listText(await store.datasets.list(), json === true)));
  dataset
    .command("show")
    .description("one version: what is in it, what was left out")
    .argument("[id]", "an id or its beginning, or latest", "latest")
    .option("--json", "print its manifest")
    .addHelpText("after", examplesText([{ command: "patchpro dataset show latest", does: "shows the newest export" }]))
    .action(withStore(show));
}

async function exportCommand(options: ExportOptions, context: CommandContext): Promise<number> {
  const { root, config } = settle(context, options);
  const order = orderOf(options);
  const out = options.out === undefined ? undefined : resolve(context.cwd, options.out);
  if (out !== undefined && !options.dryRun) await refuseOther(root, out);
  const prepared = await prepareExport(root, config, order, context);
  const { manifest, manifestText } = prepared.folder;
  if (options.dryRun) {
    const preview = renderPreview(prepared.exported.rows);
    const text = `${renderManifest(manifest)}${preview === "" ? "" : `\n${preview}\n`}\nNothing was written (--dry-run).\n`;
    await context.stdout(options.json ? manifestText : text);
    return EXIT.done;
  }
  const lack = tooFewRows(prepared, options.minRows);
  if (lack) throw lack;
  const { place: folder, version, known } = await writeExport(root, config, order, prepared, out);
  const place = relative(context.cwd, folder) || ".";
  const what = `${version.dataset} version ${version.version} (${version.id})`;
  const said = known ? `The same as ${what}, in ${place}` : `Wrote ${what} to ${place}`;
  await context.stdout(options.json ? manifestText : `${renderManifest(manifest)}\n${said}\n`);
  return EXIT.done;
}

function orderOf(options: ExportOptions): ExportOrder {
  return {
    dataset: options.name,
    format: options.format,
    query: traceQuery(options.query),
    queryText: options.query,
    licences: options.licence,
    consent: options.consent ?? new Map(),
    cases: options.excludeCases,
    synthetic: options.excludeSynthetic ?? [],
    prove: options.prove !== false,
    onlyProved: options.prove === true,
    maxTokens: options.maxTokens,
    validation: options.split,
    seed: options.seed,
    weights: options.weights === true,
  };
}

function listText(versions: readonly DatasetVersion[], json: boolean): string {
  if (json) return `${JSON.stringify({ version: 1, datasets: versions }, null, 2)}\n`;
  if (versions.length === 0)
    return "No dataset was exported from this store yet: `patchpro dataset export --dry-run`.\n";
  return versions
    .map(
      ({ id, dataset, version, format, rows, tokens, createdAt }) =>
        `${id}  ${new Date(createdAt).toISOString().slice(0, 16).replace("T", " ")}  ${dataset} v${version}  ${format}  ${rows} rows, about ${tokens} tokens\n`,
    )
    .join("");
}

async function show(store: TraceStore, id: string, { json }: { readonly json?: boolean }): Promise<string> {
  const version = await store.datasets.find(id);
  const papers = version && (await store.datasets.papers(version.id));
  if (!version || !papers)
    throw new PatchProError("input", `there is no dataset version ${id}`, "`patchpro dataset list` shows the ids.");
  if (json) return papers.manifest;
  const manifest = manifestSchema.parse(JSON.parse(papers.manifest));
  return `${version.dataset} version ${version.version} (${version.id})\n${renderManifest(manifest)}`;
}

function datasetName(text: string): string {
  if (!/^[\w][\w.-]{0,63}$/.test(text)) throw new InvalidArgumentError("Use letters, digits, '.', '-' and '_'.");
  return text;
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value <= 0.5))
    throw new InvalidArgumentError("Give a share from 0 to 0.5.");
  return value;
}

function licence(text: string): string {
  if (!LICENCE_ID.test(text)) throw new InvalidArgumentError("Give SPDX ids, such as MIT or Apache-2.0.");
  return text;
}

function licences(text: string, before: readonly string[] = []): string[] {
  return parseOption.more(text, before).map(licence);
}

/** `NAME`, or `NAME=SPDX`; again with the same name for a further licence. */
function consents(
  text: string,
  before: ReadonlyMap<string, readonly string[]> = new Map(),
): Map<string, readonly string[]> {
  const [name = "", spdx] = text.split("=", 2);
  if (name.trim() === "")
    throw new InvalidArgumentError("Give a repository's name, as `patchpro traces show` prints it.");
  const consent = new Map([...before].map(([repository, stated]) => [repository, [...stated]]));
  const stated = consent.get(name) ?? [];
  consent.set(name, spdx === undefined ? stated : [...stated, licence(spdx)]);
  return consent;
}
