import {
  type Exported,
  type ExportRequest,
  type ExportTools,
  exportRows,
  type LabelledRepair,
} from "../../../../src/eval/datasets/export.ts";
import { HeldOutIndex } from "../../../../src/eval/datasets/held-out.ts";
import { redactor } from "../../../../src/trace/redact.ts";
import { labelledRepair, type Planted } from "./labelled.ts";

export const REQUEST: ExportRequest = {
  format: "openai-chat",
  maxTokens: 65_536,
  validation: 0.1,
  seed: 1,
  weights: false,
  onlyProved: false,
};

/** Exports repairs that never were in a store. */
export async function exportPlanted(
  planted: readonly Planted[],
  request: Partial<ExportRequest> = {},
  tools: Partial<ExportTools> = {},
): Promise<Exported> {
  const repairs = async function* (): AsyncGenerator<LabelledRepair> {
    for (const one of planted) yield await labelledRepair(one);
  };
  return exportRows(
    { ...REQUEST, ...request },
    {
      repairs: repairs(),
      permissions: { licences: undefined, of: () => ({ consent: true, licences: ["MIT"] }) },
      heldOut: new HeldOutIndex(),
      redact: redactor({ values: ["hunter2-is-my-password"] }).text,
      texts: async () => [],
      prove: undefined,
      ...tools,
    },
  );
}

/** The reasons by which attempts were left out, by the id of what was planted. */
export function reasonsOf({ refused }: Exported): Record<string, string> {
  return Object.fromEntries(refused.map(({ attemptId, reason }) => [attemptId.replace(/-a\d+$/, ""), reason]));
}
