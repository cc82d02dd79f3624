import { PatchProError } from "../../domain/errors.ts";
import type { ExportOrder, PreparedExport } from "../wire/dataset-export.ts";

/** How a dataset is exported unless somebody says otherwise. */
export const USUAL_EXPORT: Omit<ExportOrder, "format" | "query" | "queryText"> = {
  dataset: "repairs",
  licences: undefined,
  consent: new Map(),
  cases: undefined,
  synthetic: [],
  prove: true,
  onlyProved: false,
  // What one example may hold when OpenAI trains gpt-4.1 (developers.openai.com/api/docs/guides/supervised-fine-tuning, "Token limits").
  maxTokens: 65_536,
  validation: 0.1,
  seed: 1,
  weights: false,
};

/** Rows to train on, below which nothing is written: OpenAI takes no fewer. */
export const FEWEST_ROWS = 10;

/** What keeps an export from being written: fewer rows to train on than `least`. */
export function tooFewRows({ folder: { manifest } }: PreparedExport, least: number): PatchProError | undefined {
  const train = manifest.files.find(({ split }) => split === "train")?.rows ?? 0;
  if (train >= least) return undefined;
  return new PatchProError(
    "input",
    `${train} rows are left to train on, of ${manifest.considered} labelled attempts; at least ${least} are needed`,
    "Label more on the page, or see with --dry-run why rows were left out; --min-rows lowers the bar.",
  );
}
