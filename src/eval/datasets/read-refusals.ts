import { z } from "zod";
import { REFUSALS, type Refused } from "../../domain/dataset.ts";

const refusedSchema = z.object({ attemptId: z.string(), reason: z.enum(REFUSALS), detail: z.string() });

/** The lines of `refused.jsonl`; one that cannot be read, as a later PatchPro may write, is passed over. */
export function readRefusals(text: string): Refused[] {
  return text.split("\n").flatMap((line) => {
    if (line === "") return [];
    try {
      return refusedSchema.safeParse(JSON.parse(line)).data ?? [];
    } catch {
      return [];
    }
  });
}
