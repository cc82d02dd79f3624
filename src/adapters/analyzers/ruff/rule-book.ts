import { z } from "zod";
import type { RuleDescription } from "../../../ports/analyzer.ts";

/** One rule as `ruff rule --all --output-format json` prints it. */
const rules = z.array(
  z.object({ code: z.string(), name: z.string(), summary: z.string(), explanation: z.string().nullable().catch(null) }),
);

/** Looks rules up in Ruff's own catalogue, which is read once; `print` gives its JSON. An unreadable catalogue has no rules. */
export function createRuleBook(print: () => Promise<string>): (ruleId: string) => Promise<RuleDescription | undefined> {
  let book: Promise<Map<string, RuleDescription>> | undefined;
  const load = async (): Promise<Map<string, RuleDescription>> => {
    const read = rules.safeParse(JSON.parse(await print()));
    const url = (name: string): string => `https://docs.astral.sh/ruff/rules/${name}`;
    return new Map(
      read.data?.map(({ code, name, summary, explanation }) => [
        code,
        { summary, text: explanation ?? summary, url: url(name) },
      ]),
    );
  };
  return async (ruleId) => {
    book ??= load().catch(() => new Map());
    return (await book).get(ruleId);
  };
}
