import { z } from "zod";
import type { RuleDescription } from "../../../ports/analyzer.ts";

/** One rule as `ruff rule --all --output-format json` prints it. */
const rules = z.array(
  z.object({
    code: z.string(),
    name: z.string(),
    summary: z.string(),
    explanation: z.string().nullable().catch(null),
    /** "None", "Sometimes" or "Always"; older versions do not say. */
    fix_availability: z.string().optional().catch(undefined),
  }),
);
type Rule = z.infer<typeof rules>[number];

/** Ruff's own catalogue of its rules. */
export interface RuleBook {
  describe(ruleId: string): Promise<RuleDescription | undefined>;
  /** Rules that have no fix, whatever they find. */
  neverFixed(): Promise<ReadonlySet<string>>;
}

/** The catalogue is read once; `print` gives its JSON. An unreadable one has no rules. */
export function createRuleBook(print: () => Promise<string>): RuleBook {
  let book: Promise<ReadonlyMap<string, Rule>> | undefined;
  const load = async (): Promise<ReadonlyMap<string, Rule>> => {
    const read = rules.safeParse(JSON.parse(await print()));
    return new Map(read.data?.map((rule) => [rule.code, rule]));
  };
  const opened = (): Promise<ReadonlyMap<string, Rule>> => {
    book ??= load().catch(() => new Map());
    return book;
  };
  let never: Promise<ReadonlySet<string>> | undefined;
  return {
    async describe(ruleId) {
      const rule = (await opened()).get(ruleId);
      if (!rule) return undefined;
      const { summary, explanation, name } = rule;
      return { summary, text: explanation ?? summary, url: `https://docs.astral.sh/ruff/rules/${name}` };
    },
    neverFixed() {
      never ??= opened().then(
        (all) => new Set([...all.values()].flatMap((rule) => (rule.fix_availability === "None" ? [rule.code] : []))),
      );
      return never;
    },
  };
}
