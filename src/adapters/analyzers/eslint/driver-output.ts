import { z } from "zod";

/** One file's answer of the driver. */
const answer = z.object({
  index: z.int().optional(),
  ignored: z.string().optional(),
  syntaxErrors: z.array(z.string()),
  result: z.unknown(),
});
const end = z.object({ done: z.literal(true), version: z.string() });
export type DriverAnswer = z.infer<typeof answer>;

/** Reads the driver's lines. Undefined if the last one is missing: the driver did not come to its end. */
export function readDriverOutput(text: string): readonly DriverAnswer[] | undefined {
  const lines = text.split("\n").filter((line) => line !== "");
  try {
    const last = lines.pop();
    if (last === undefined || !end.safeParse(JSON.parse(last)).success) return undefined;
    return lines.map((line) => answer.parse(JSON.parse(line)));
  } catch {
    return undefined;
  }
}

/** A task as one line, also for `node:readline`, which ends lines at U+2028 and U+2029 too; the driver does the same. */
export function lineOfJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
