import { z } from "zod";
import type { Strategy } from "../../domain/outcome.ts";

const line = z.int().min(1);
const edit = { path: z.string(), startLine: line, endLine: line, original: z.string(), replacement: z.string() };
const rest = { explanation: z.string(), unfixable: z.string().nullable() };

/** The shapes that prompts ask for (`fix/model/schema.ts`): what is learned must be exactly that. */
const single = z.strictObject({ edits: z.array(z.strictObject(edit)).min(1), ...rest });
const batch = z.strictObject({
  edits: z.array(z.strictObject({ finding: z.array(line), ...edit })).min(1),
  notFixed: z.array(z.strictObject({ finding: line, reason: z.string() })),
  ...rest,
});

/**
 * Whether a reply is, from its first character to its last, what its prompt asked for: one JSON object of the right shape,
 * without prose or a fence around it. A diff of the baseline is taken in any wrapping, as that strategy is.
 */
export function isPlainAnswer(reply: string, strategy: Strategy): boolean {
  if (strategy === "v1") return true;
  try {
    return (strategy === "batch" ? batch : single).safeParse(JSON.parse(reply)).success;
  } catch {
    return false;
  }
}
