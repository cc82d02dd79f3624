import { z } from "zod";
import type { RuleDescription } from "../../../ports/analyzer.ts";

/** One rule as `ruff rule --all --output-format json` prints it. Some have no code: nothing is reported under it. */
const rule = z.object({
  code: z.string(),
  name: z.string(),
  summary: z.string(),
  explanation: z.string().nullable().catch(null),
  /** "None", "Sometimes" or "Always"; older versions do not say. */
  fix_availability: z.string().optional().catch(undefined),
});
type Rule = z.infer<typeof rule>;

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
    const all = z.array(z.unknown()).parse(JSON.parse(await print()));
    const read = all.flatMap((one) => rule.safeParse(one).data ?? []);
    return new Map(read.map((one) => [one.code, one]));
  };
  const opened = (): Promise<ReadonlyMap<string, Rule>> => {
    book ??= load().catch(() => new Map());
    return book;
  };
  let never: Promise<ReadonlySet<string>> | undefined;
  return {
    async describe(ruleId) {
      const found = (await opened()).get(ruleId);
      if (!found) return undefined;
      const { summary, explanation, name } = found;
      return { summary, text: explanation ?? summary, url: `https://docs.astral.sh/ruff/rules/${name}` };
    },
    neverFixed() {
      never ??= opened().then(
        (all) => new Set([...all.values()].flatMap((one) => (one.fix_availability === "None" ? [one.code] : []))),
      );
      return never;
    },
  };
}
