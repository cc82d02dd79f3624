import type { DatasetFormat } from "../../domain/dataset.ts";
import { sha256 } from "../../domain/digest.ts";
import { PatchProError } from "../../domain/errors.ts";
import { MANIFEST_FILE, SPLIT_FILE } from "./folder.ts";
import { readLine } from "./lines.ts";
import { type Manifest, manifestSchema } from "./manifest.ts";

/** A dataset that was read back from its folder, every line of it checked. */
export interface ReadDataset {
  readonly manifest: Manifest;
  readonly contentHash: string;
  readonly train: ReadFile;
  readonly validation: ReadFile | undefined;
}

export interface ReadFile {
  readonly name: string;
  readonly text: string;
  readonly rows: number;
  readonly tokens: number;
}

/** What OpenAI asks for at least (developers.openai.com/api/docs/guides/supervised-fine-tuning, "Example count"). */
const LEAST_ROWS = 10;

/**
 * Reads a folder that `dataset export` wrote, as it is to be trained with: the manifest, the hash of each file, and each line
 * through its schema. `read`: the text of a file, undefined if it is not there. Throws `PatchProError("input")` that names the
 * file and line.
 */
export async function readDataset(read: (name: string) => Promise<string | undefined>): Promise<ReadDataset> {
  const text = await read(MANIFEST_FILE);
  const manifest = text === undefined ? undefined : parsedManifest(text);
  if (text === undefined || !manifest)
    throw new PatchProError(
      "input",
      `the folder holds no ${MANIFEST_FILE} of a dataset`,
      "Name a folder that `patchpro dataset export` wrote.",
    );
  const { format } = manifest;
  if (format === "jsonl")
    throw new PatchProError(
      "input",
      "the dataset is in PatchPro's own format, which no provider trains with",
      "Export it again with --format openai-chat or openai-preference.",
    );
  const train = await readFile("train", manifest, read);
  if (!train || train.rows < LEAST_ROWS)
    throw new PatchProError(
      "input",
      `the dataset has ${train?.rows ?? 0} rows to train on; the provider asks for ${LEAST_ROWS}`,
      "Label more, then export again.",
    );
  return { manifest, contentHash: sha256(text), train, validation: await readFile("validation", manifest, read) };
}

async function readFile(
  split: "train" | "validation",
  { files, format }: Manifest,
  read: (name: string) => Promise<string | undefined>,
): Promise<ReadFile | undefined> {
  const entry = files.find((file) => file.split === split);
  if (!entry) return undefined;
  const name = SPLIT_FILE[split];
  const text = await read(name);
  if (text === undefined) throw changed(`${name} is not there`);
  const wrong = wrongLine(text, format);
  if (wrong !== undefined) throw changed(`${name}, ${wrong}`);
  if (sha256(text) !== entry.sha256) throw changed(`${name} is not what the manifest says (its SHA-256 differs)`);
  return { name, text, rows: entry.rows, tokens: entry.tokens };
}

function wrongLine(text: string, format: DatasetFormat): string | undefined {
  const lines = text.split("\n");
  if (lines.pop() !== "") return `line ${lines.length + 1}: it does not end`;
  for (const [at, line] of lines.entries()) {
    const read = readLine(line, format);
    if ("wrong" in read) return `line ${at + 1}: ${read.wrong}`;
  }
  return undefined;
}

function changed(what: string): PatchProError {
  return new PatchProError("input", what, "Nothing was sent. Export the dataset again.");
}

function parsedManifest(text: string): Manifest | undefined {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
